package org.sanfen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What holds for every public address: no cookie, no session, strict headers, a log that tells nothing of visitors. */
@DatabaseTest
@Import(PublicRoutesIT.Failing.class)
@ExtendWith(OutputCaptureExtension.class)
class PublicRoutesIT {

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    JdbcClient database;

    private final HttpClient http = HttpClient.newHttpClient();

    @RestController
    static class Failing {
        @GetMapping({"/api/failing/{value}", "/failing-page/{value}"})
        String fail(@PathVariable String value) {
            throw new IllegalStateException(
                    "No luck at " + value, new java.sql.SQLException("Key (geom)=(" + value + ")", "23505"));
        }
    }

    @Test
    void noPublicAddressSetsACookieOrStartsASession() throws Exception {
        Emptied.of(database, "spring_session");
        Set<String> addresses = publicAddresses();
        assertThat(addresses).contains("/error", "/api/failing/x");
        for (String address : addresses) {
            HttpResponse<String> answer = get(address, "Cookie", "sanfen_staff=made-up");
            assertThat(answer.headers().allValues("Set-Cookie")).as(address).isEmpty();
            assertThat(answer.body()).as(address).doesNotContain("name=\"csrf\"");
        }
        assertThat(database.sql("SELECT count(*) FROM spring_session")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void everyAnswerCarriesTheStrictHeadersErrorsToo() throws Exception {
        Set<String> addresses = publicAddresses();
        addresses.addAll(List.of("/admin", "/admin/login", "/admin/api/me"));
        for (String address : addresses) {
            HttpResponse<String> answer = get(address);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(address)
                    .hasValue("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                            + " connect-src 'self'; worker-src 'self'; manifest-src 'self'; font-src 'self';"
                            + " base-uri 'none'; form-action 'self'; frame-ancestors "
                            + (address.startsWith("/embed") ? "*" : "'none'"));
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                    .hasValue("same-origin");
            assertThat(answer.headers().firstValue("Permissions-Policy").orElseThrow())
                    .startsWith(address.startsWith("/embed") ? "geolocation=(), " : "geolocation=(self), ")
                    .contains("camera=()", "microphone=()");
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .as("only over TLS")
                    .isEmpty();
        }
    }

    @Test
    void pagesOfTheSignInHoldNoScriptOrStyleOfTheirOwn() throws Exception {
        assertThat(get("/admin/login").body())
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContain("<style", " style=", " onclick=");
    }

    @Test
    void anUnknownAddressIs404AsProblemJson() throws Exception {
        HttpResponse<String> answer = get("/api/nothing-here");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"not_found\"");
    }

    @Test
    void aBrowserAtAnUnknownAddressGetsAPageInItsLanguage() throws Exception {
        HttpResponse<String> english =
                get("/no/such/page?x=7.4215", "Accept", "text/html,*/*;q=0.8", "Accept-Language", "en-GB");
        assertThat(english.statusCode()).isEqualTo(404);
        assertThat(english.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(english.body())
                .contains("<html lang=\"en\"", "There is no such page", "href=\"/?lang=en\"")
                .doesNotContain("7.4215", "no/such");
        assertThat(get("/no/such/page", "Accept", "text/html", "Accept-Language", "zh-CN")
                        .body())
                .contains("<html lang=\"zh-Hans\"", "没有这个页面");
        assertThat(get("/error", "Accept", "text/html").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/none", "/tiles/none", "/api/failing/x"})
    void anInterfaceAnswersProblemJsonToABrowserToo(String address) throws Exception {
        assertThat(get(address, "Accept", "text/html").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void aBrowserSeesAPageWithoutDetailsWhereAPageFails() throws Exception {
        HttpResponse<String> failed =
                get("/failing-page/7.4215", "Accept", "text/html,*/*;q=0.8", "Accept-Language", "en");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(failed.body())
                .contains("Something went wrong", "Nothing is lost")
                .doesNotContain("7.4215", "No luck", "Exception");
    }

    @Test
    void anErrorSpeaksTheLanguageThatIsAskedForElseEnglish() throws Exception {
        assertThat(get("/api/none").body()).contains("There is nothing at this address.");
        assertThat(get("/api/none", "Accept-Language", "zh-CN,zh;q=0.9").body()).contains("此网址下没有内容。");
        assertThat(get("/api/none", "Accept-Language", "fr").body()).contains("There is nothing at this address.");
    }

    @Test
    void theLogHoldsTheRouteAndNothingOfTheRequest(CapturedOutput log) throws Exception {
        HttpResponse<String> failed = get(
                "/api/failing/7.4215,43.7311?near=Rue-Secrete",
                "User-Agent",
                "TellTale/1.0",
                "X-Forwarded-For",
                "203.0.113.9");
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).doesNotContain("No luck").contains("\"code\":\"internal\"");
        get("/api/nothing/7.4215?near=Rue-Secrete");
        get("/%2e%2e/7.4215");
        get("/admin/api/points/7.4215?place=Rue-Secrete");
        assertThat(log.getAll())
                .containsPattern("GET /api/failing/\\{value} 500 \\d+ ms")
                .containsPattern("GET \\(no route\\) 404 \\d+ ms")
                .contains("java.lang.IllegalStateException", "java.sql.SQLException state 23505", "Failing.fail")
                .doesNotContain("7.4215", "43.7311", "Rue-Secrete", "TellTale", "203.0.113.9", "No luck", "Key (geom)");
    }

    /** Every GET route outside of /admin, its variables filled in. */
    private Set<String> publicAddresses() {
        Set<String> addresses = new TreeSet<>(List.of("/", "/report", "/assets/none.js", "/api/none", "/p/0000000"));
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(route -> route.getPatternValues().stream()
                        .filter(pattern -> !pattern.startsWith("/admin"))
                        .map(pattern -> pattern.replaceAll("\\{[^}]*}", "x")
                                .replace("**", "x")
                                .replace("*", "x"))
                        .forEach(addresses::add));
        return addresses;
    }

    private HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
