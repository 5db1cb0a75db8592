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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A site made its own by its operator without code. */
@DatabaseTest
class ConfiguredSiteIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

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
                approvals: {basemap: GS(2024)0650号, points: GS(2025)1号, coverage: GS(2025)2号, tianditu: GS(2025)3号}
                default_place: futian
                default_language: zh-Hans
                emergency_numbers:
                  futian: {fire: 119, medical: 120}
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
            assertThat(page)
                    .as(path)
                    .contains("底图审图号：GS(2024)0650号", "点位图审图号：GS(2025)1号", "覆盖图审图号：GS(2025)2号", "天地图审图号：GS(2025)3号");
        }
        assertThat(get("/privacy?lang=en").body()).contains("<title>Nobody is tracked · Futian emergency map</title>");
    }

    @Test
    void itsPlaceOpensInItsLanguageWithItsNumbers() throws Exception {
        database.sql("DELETE FROM place").update();
        database.sql("""
                        INSERT INTO place (id, name, zone, emergency_numbers)
                        VALUES ('another', 'Another', 'UTC', '{"fire": "1"}'), ('futian', '福田', 'Asia/Shanghai', '{"fire": "2"}')
                        """).update();
        String page = get("/", "fr").body();

        assertThat(page)
                .contains("data-place=\"futian\"", "<html lang=\"zh-Hans\"", "href=\"tel:119\"", "href=\"tel:120\"");
        assertThat(get("/", "en").body()).contains("<html lang=\"en\"");
        assertThat(get("/?place=another", "fr").body()).contains("data-place=\"another\"", "href=\"tel:1\"");
        assertThat(get("/api/places").body()).contains("\"fire\":\"119\"").doesNotContain("\"fire\":\"2\"");
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
        return get(path, "en");
    }

    private HttpResponse<String> get(String path, String language) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html,*/*")
                .header("Accept-Language", language)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
