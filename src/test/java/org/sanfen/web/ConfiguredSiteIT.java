package org.sanfen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.DatabaseTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A site made its own by its operator without code. */
@DatabaseTest
class ConfiguredSiteIT {

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void site(DynamicPropertyRegistry properties) throws IOException {
        Path home = Files.createTempDirectory("sanfen-site");
        Files.writeString(home.resolve("logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        Path file = Files.writeString(home.resolve("site.yaml"), """
                title: {zh-Hans: 福田应急地图, en: Futian emergency map}
                organisation: 福田区消防救援大队
                logo: logo.svg
                icp: 粤ICP备12345678号-1
                public_security: 粤公网安备 44030702000001号
                approvals: {basemap: GS(2024)0650号}
                tianditu_key: 0123456789abcdef0123456789abcdef
                """);
        properties.add("sanfen.site.file", file::toString);
    }

    @Test
    void itsTitleAndRecordsStandOnEveryPage() throws Exception {
        for (String path : new String[] {"/", "/p/none", "/privacy", "/report", "/nothing-here"}) {
            String page = get(path + "?lang=zh-Hans").body();

            assertThat(page).as(path).contains("福田应急地图", "福田区消防救援大队");
            assertThat(page).as(path).contains("href=\"https://beian.miit.gov.cn/\"");
            assertThat(page)
                    .as(path)
                    .contains("href=\"https://beian.mps.gov.cn/#/query/webSearch?code=44030702000001\"");
            assertThat(page).as(path).contains("底图审图号：GS(2024)0650号");
        }
        assertThat(get("/privacy?lang=en").body()).contains("<title>Nobody is tracked · Futian emergency map</title>");
    }

    @Test
    void itsLogoIsServedFromTheSiteItself() throws Exception {
        assertThat(get("/privacy").body()).doesNotContain("<img src=\"http");
        HttpResponse<String> logo = get("/site/logo");

        assertThat(logo.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(get("/report").body()).contains("src=\"/site/logo\"");
    }

    @Test
    void onlyTheMapMayShowTheOnlineLayersPictures() throws Exception {
        String map = get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(map).contains("img-src 'self' https://t0.tianditu.gov.cn ", "https://t7.tianditu.gov.cn data:");
        assertThat(map).contains("connect-src 'self';", "script-src 'self';");
        for (String path : List.of("/embed", "/report", "/p/none", "/privacy", "/admin/login")) {
            assertThat(get(path).headers().firstValue("Content-Security-Policy").orElseThrow())
                    .as(path)
                    .contains("img-src 'self' data:")
                    .doesNotContain("tianditu");
        }
    }

    @Test
    void theInterfaceSaysWhatTheSiteIs() throws Exception {
        assertThat(get("/api/site").body())
                .contains("\"en\":\"Futian emergency map\"", "\"logo\":\"/site/logo\"", "\"id\":\"tianditu\"");
    }

    private HttpResponse<String> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html,*/*")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
