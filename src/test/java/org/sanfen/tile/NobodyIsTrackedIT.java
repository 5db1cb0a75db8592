package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * directory.md, "Nobody is tracked", in a real browser: once the page knows a position, no request depends on more of it
 * than its block. The two positions are a kilometre apart in block 13/4264/2987.
 */
@BrowserTest
class NobodyIsTrackedIT {

    private static final Geolocation WEST = new Geolocation(43.7345, 7.4125);
    private static final Geolocation EAST = new Geolocation(43.7345, 7.4250);

    @Autowired
    JdbcClient database;

    @BeforeEach
    void drawTheTown() {
        Town.draw(database);
    }

    @Test
    void twoPositionsOfABlockMakeTheSameRequests(Browser browser) {
        List<String> west = requestsOfAVisitorAt(WEST, browser, Browser.phone());
        List<String> east = requestsOfAVisitorAt(EAST, browser, Browser.phone());

        assertThat(west)
                .anyMatch(url -> url.contains("/tiles/basemap/"))
                .anyMatch(url -> url.contains("/api/map-points?"));
        assertThat(east).isEqualTo(west);
    }

    @Test
    void theSameAtADeskWhereTheMapShowsMore(Browser browser) {
        List<String> west = requestsOfAVisitorAt(WEST, browser, Browser.desktop());
        List<String> east = requestsOfAVisitorAt(EAST, browser, Browser.desktop());

        assertThat(east).isEqualTo(west);
    }

    @Test
    void allNineBlocksAroundThePositionAreAskedForAndNoneFiner(Browser browser) {
        List<String> asked = requestsOfAVisitorAt(EAST, browser, Browser.desktop());

        for (int x = 4263; x <= 4265; x++) {
            for (int y = 2986; y <= 2988; y++) {
                String block = "/13/" + x + "/" + y;
                assertThat(asked).as("block %s", block).anyMatch(url -> url.endsWith(block));
            }
        }
        assertThat(asked).noneMatch(url -> url.matches(".*/tiles/basemap/[^/]+/\\d+/1[4-9]/.*"));
    }

    @Test
    void noRequestHoldsAPositionAndNothingIsKept(Browser browser) {
        List<String> asked = requestsOfAVisitorAt(EAST, browser, Browser.phone());

        assertThat(asked).noneMatch(url -> url.contains("7.42") || url.contains("43.73") || url.contains("bbox"));
    }

    /** Locates, reads the list, opens the nearest point, zooms in and out: everything asked for, sorted. */
    private static List<String> requestsOfAVisitorAt(Geolocation position, Browser browser, NewContextOptions device) {
        browser.forgetRequests();
        Page page = browser.open(
                "/?place=town", device.setPermissions(List.of("geolocation")).setGeolocation(position));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("AED"))
                .first()
                .click();
        assertThat(page.locator(".origin")).containsText("From your position");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.locator(".row").first().click();
        assertThat(page.locator(".details-distance")).isVisible();
        for (String button : List.of("Zoom in", "Zoom out", "Zoom out", "Zoom out")) {
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(button).setExact(true))
                    .click();
        }
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.context().cookies()).isEmpty();
        assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
        assertThat(page.evaluate("indexedDB.databases().then(all => all.length)"))
                .isEqualTo(0);
        assertThat(page.url()).doesNotContain("43.7").doesNotContain("7.4");
        List<String> asked = browser.requests().stream().sorted().toList();
        page.context().close();
        return asked;
    }
}
