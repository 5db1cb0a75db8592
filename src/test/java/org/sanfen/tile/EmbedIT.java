package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.AxeViolations;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The map in a frame of another site's page. */
@BrowserTest
class EmbedIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void drawTheTown() {
        Town.draw(database);
    }

    private HttpResponse<String> get(String path, String... headers) {
        return new StaffClient(port).get(path, headers);
    }

    @Test
    void anotherSitesPageShowsTheMapInAFrame(Browser browser) throws IOException {
        HttpServer site = anotherSite("<iframe src=\"" + browser.url("/embed?place=town&kind=aed&lang=en")
                + "\" title=\"Map\" width=\"600\" height=\"480\"></iframe>");
        try {
            Page page = browser.openDesktop("/embed?place=town");
            page.navigate("http://127.0.0.1:" + site.getAddress().getPort() + "/");
            FrameLocator frame = page.frameLocator("iframe");

            assertThat(frame.locator("#count")).hasText("4 points");
            assertThat(frame.locator(".leaflet-control-attribution")).hasText("© OpenStreetMap contributors");
            assertThat(frame.getByText("Open the whole map")).hasAttribute("href", "/?place=town&lang=en");
            assertThat(frame.getByText("Open the whole map")).hasAttribute("target", "_blank");
            frame.locator(".point-icon[title^='Old port']").press("Enter");
            assertThat(frame.locator(".card")).containsText("Old port");
            assertThat(frame.locator(".card a")).hasAttribute("href", "/p/aaaaaa3?lang=en");
            frame.locator(".card button").click();
            assertThat(frame.locator(".card")).hasCount(0);
            assertThat(page.context().cookies()).isEmpty();
            assertThat(frame.locator("body").evaluate("() => localStorage.length + sessionStorage.length"))
                    .isEqualTo(0);
            assertThat(frame.locator("body")
                            .evaluate("() => new Promise(done => navigator.geolocation.getCurrentPosition("
                                    + "() => done('told'), error => done(error.code)))"))
                    .as("no position, whatever the framing page allows")
                    .isEqualTo(1);
            assertThat(browser.thirdPartyRequests())
                    .allMatch(url -> url.contains(":" + site.getAddress().getPort() + "/"));
        } finally {
            site.stop(0);
        }
        browser.forgetRequests(); // the other site's page is the one foreign address here
    }

    @Test
    void hasNoViolationInEitherThemeAndSaysThatAPlaceIsSchematic(Browser browser) {
        database.sql("UPDATE place SET schematic = true WHERE id = 'town'").update();

        for (String theme : new String[] {"light", "dark"}) {
            Page page = browser.openDesktop("/embed?place=town&lang=zh-Hans&theme=" + theme);
            assertThat(page.locator("#count")).hasText("7个点位");
            assertThat(page.locator(".embed-schematic")).hasText("示意性演示数据，非真实位置");
            assertThat(AxeViolations.of(page)).as(theme).isEmpty();
            page.locator(".point-icon").first().press("Enter");
            assertThat(page.locator(".card")).isVisible();
            assertThat(AxeViolations.of(page)).as(theme + " with a card").isEmpty();
        }
    }

    @Test
    void aServerInTroubleIsSaidAndMarkupInANameIsText(Browser browser) {
        Page page = browser.openDesktop("/privacy");
        page.route("**/api/map-points?**", route -> route.abort());
        page.navigate(browser.url("/embed?place=town&lang=en"));
        assertThat(page.locator(".embed-empty")).containsText("The map could not be loaded");

        page.unroute("**/api/map-points?**");
        page.route("**/assets/opening_hours*", route -> route.abort());
        page.navigate(browser.url("/embed?place=town&lang=en"));
        assertThat(page.locator("#count")).hasText("7 points");
        page.locator(".point-icon[title^='<b>Bold']").press("Enter");
        assertThat(page.locator(".card h2")).hasText("<b>Bold & brave</b>");
        assertThat(page.locator(".card")).containsText("Hours unknown");
    }

    @Test
    void onlyThisPageMayBeFramed() {
        HttpResponse<String> embed = get("/embed?place=town");

        assertThat(embed.statusCode()).isEqualTo(200);
        assertThat(embed.headers().firstValue("Content-Security-Policy").orElseThrow())
                .endsWith("frame-ancestors *")
                .contains("script-src 'self'", "default-src 'none'");
        assertThat(embed.headers().firstValue("Permissions-Policy").orElseThrow())
                .contains("geolocation=()");
        for (String other : new String[] {"/", "/privacy", "/p/aaaaaa1", "/report", "/embed/x"}) {
            assertThat(get(other)
                            .headers()
                            .firstValue("Content-Security-Policy")
                            .orElseThrow())
                    .as(other)
                    .endsWith("frame-ancestors 'none'");
        }
    }

    @Test
    void aBadParameterIsNamed() {
        for (String bad : new String[] {"place=atlantis", "kind=bomb", "theme=pink", "lon=7.4"}) {
            HttpResponse<String> answer = get("/embed?" + bad, "Accept", "application/json");
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(json(answer).get("parameter").stringValue()).isEqualTo(bad.substring(0, bad.indexOf('=')));
        }
    }

    /** A page on another port: another origin. */
    private static HttpServer anotherSite(String body) throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] page = ("<!doctype html><title>Other</title>" + body).getBytes(StandardCharsets.UTF_8);
        site.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
        return site;
    }
}
