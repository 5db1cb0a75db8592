package org.sanfen.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanfen.exchange.FirstRun;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the privacy page promises, for every page that a visitor can reach; requests to other hosts fail any test. */
@BrowserTest
class NothingLeavesThePageIT {

    /** What any browser says of itself to any site; nothing else may be said. */
    private static final Set<String> USUAL_HEADERS = Set.of(
            "accept",
            "accept-language",
            "user-agent",
            "upgrade-insecure-requests",
            "sec-ch-ua",
            "sec-ch-ua-mobile",
            "sec-ch-ua-platform",
            "origin",
            "if-none-match",
            "service-worker",
            "cache-control",
            "pragma");

    @Autowired
    FirstRun firstRun;

    @Autowired
    JdbcTemplate database;

    @Test
    void noPageSetsACookieKeepsAnythingOrSaysWhereAVisitorCameFrom(Browser browser) {
        List<String> pages = EveryPage.load(firstRun, database);
        Page page = browser.openPhone("/privacy?lang=en");
        for (String path : pages) {
            page.navigate(browser.url(path + "&lang=en"));
            page.waitForLoadState(LoadState.NETWORKIDLE);

            assertThat(page.context().cookies()).as(path).isEmpty();
            assertThat(page.evaluate("Object.keys(localStorage).length + sessionStorage.length"))
                    .as("storage of " + path)
                    .isEqualTo(0);
            assertThat(page.evaluate("document.referrer")).as(path).isEqualTo("");
        }
        assertThat(browser.sent()).allSatisfy(request -> {
            assertThat(request.headers().keySet()).as(request.url()).isSubsetOf(USUAL_HEADERS);
            assertThat(request.body()).as(request.url()).isNull();
        });
    }

    @Test
    void everyPageSaysSoInOneSentenceWithTheWayToCheckIt(Browser browser) {
        List<String> pages = EveryPage.load(firstRun, database);
        Page page = browser.openDesktop("/privacy?lang=en");
        for (String path : pages) {
            page.navigate(browser.url(path + "&lang=en"));
            page.waitForLoadState(LoadState.NETWORKIDLE);

            assertThat(page.locator("body")).containsText("This site never receives your position.");
            if (!path.startsWith("/privacy")) {
                assertThat(page.locator("a[href^='/privacy']").first()).isVisible();
            }
        }
    }

    @Test
    void whatIsTypedIntoTheSearchIsInNoRequest(Browser browser) {
        EveryPage.load(firstRun, database);
        Page page = browser.open(
                "/?place=monaco&lang=en",
                Browser.desktop()
                        .setPermissions(List.of("geolocation"))
                        .setGeolocation(new Geolocation(43.7345, 7.4251)));
        page.getByRole(AriaRole.SEARCHBOX).fill("xyzzy grimaldi");
        page.getByRole(AriaRole.SEARCHBOX).press("Enter");
        page.getByRole(AriaRole.SEARCHBOX).fill("");
        page.locator(".big").first().click();
        page.waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(browser.sent()).isNotEmpty().allSatisfy(request -> {
            String all = request.toString().toLowerCase();
            assertThat(all).doesNotContain("xyzzy", "grimaldi", "43.734", "7.425");
        });
        assertThat(page.url()).doesNotContain("xyzzy").doesNotContain("7.42");
    }
}
