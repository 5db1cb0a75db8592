package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Line;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After one visit everything works with the network really cut, for the page and for the service worker. */
@BrowserTest
class FlightModeIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Line line;

    @BeforeEach
    void drawTheTown() {
        Town.draw(database);
        line = new Line("http://127.0.0.1:" + port);
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void aReloadShowsTheTownItsMapAndTheAgeOfItsData(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        visitor.entersFlightMode();
        visitor.page.reload();

        visitor.seesTheTown();
        assertThat(visitor.bar()).containsText(Pattern.compile("Offline\\. Data of \\d+ \\w+, \\d\\d:\\d\\d\\."));
        visitor.page.waitForFunction("""
                () => [...document.querySelectorAll('.leaflet-tile')].some(tile => {
                  const pixels = tile.getContext('2d').getImageData(0, 0, tile.width, tile.height).data;
                  const colours = new Set();
                  for (let i = 0; i < pixels.length; i += 4) colours.add(pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]);
                  return colours.size > 2;
                })""");
        assertThat(visitor.page.locator(".call").first()).hasAttribute("href", Pattern.compile("tel:1[58]"));
    }

    @Test
    void theNearestIsFoundAndWordsAreSearched(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(
                browser,
                line,
                KeepingVisitor.phone()
                        .setPermissions(List.of("geolocation"))
                        .setGeolocation(new Geolocation(43.7383, 7.4246)));
        visitor.entersFlightMode();
        visitor.page.reload();
        visitor.seesTheTown();
        visitor.button("AED").first().click();

        assertThat(visitor.page.locator(".origin")).containsText("From your position");
        assertThat(visitor.page.locator(".row").first()).containsText("Town hall");
        assertThat(visitor.page.locator(".row-distance").first()).containsText("min"); // along the kept pack's streets
        assertThat(visitor.page.locator(".route-line")).hasCount(1);
        visitor.page.locator(".row").first().click();
        assertThat(visitor.page.locator(".turn").first()).containsText("Boulevard Albert");
        assertThat(visitor.page.locator(".how-to svg").first()).isVisible();
        Locator search = visitor.page.getByRole(AriaRole.SEARCHBOX);
        search.fill("12 grimaldi");
        assertThat(visitor.page.locator(".row").first()).containsText("Rue Grimaldi 12");
    }

    @Test
    void theOtherLanguageOpensToo(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        visitor.entersFlightMode();
        visitor.opens("/?place=town&lang=zh-Hans");

        visitor.seesTheTown();
        assertThat(visitor.page.locator("html")).hasAttribute("lang", "zh-Hans");
        assertThat(visitor.bar()).containsText("当前离线，数据截至");
        visitor.opens("/privacy?lang=zh-Hans");
        assertThat(visitor.page.locator("html")).hasAttribute("lang", "zh-Hans");
    }

    @Test
    void aPointsPageFallsBackOnTheMapWithThatPoint(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        visitor.entersFlightMode();
        visitor.opens("/p/aaaaaa1?lang=en");

        assertThat(visitor.page.locator(".details")).containsText("Ground floor, left of the lift");
        assertThat(visitor.page).hasURL(Pattern.compile("/\\?place=town&lang=en#point=aaaaaa1$"));

        Locator links = visitor.page.locator("a[href^='/p/'], a[href^='/report'], a[href^='/api/']");
        assertThat(links).hasCount(0); // each would end at the browser's own error page
        assertThat(visitor.page.locator(".details")).containsText("need a network");
        visitor.leavesFlightMode();
        assertThat(links.filter(new Locator.FilterOptions().setHasText("Something is wrong here")))
                .isVisible();
    }

    @Test
    void backOnlineTheDataIsFreshAgainWithoutAReload(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        visitor.entersFlightMode();
        visitor.page.reload();
        assertThat(visitor.bar()).hasCount(1);
        visitor.leavesFlightMode();

        assertThat(visitor.bar()).hasCount(0);
        visitor.seesTheTown();
    }

    @Test
    void aPlaceThatWasRemovedFromThePhoneStaysRemoved(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        visitor.pressesWithoutNetwork("Remove Town from this phone");
        assertThat(visitor.button("Keep this area on my phone (0.1 MB)")).hasCount(1);
        assertThat(visitor.keptAddresses()).noneMatch(address -> address.startsWith("/api/"));
        visitor.page.reload();
        visitor.seesTheTown();

        visitor.pressesWithoutNetwork("Keep this area on my phone");
        assertThat(visitor.keptWords()).isVisible();
    }

    @Test
    void nothingIsKeptThatDependsOnAVisitor(Browser browser) {
        List<String> west = everythingKeptAt(new Geolocation(43.7345, 7.4125), browser);
        List<String> asked = askedForAPosition();
        line.forgetAsked();
        List<String> east = everythingKeptAt(new Geolocation(43.7345, 7.4250), browser);

        assertThat(east).isEqualTo(west);
        assertThat(askedForAPosition()).as("requests, the worker's too").isEqualTo(asked);
        assertThat(west)
                .allMatch(address -> address.matches("/assets/[-\\w.]+"
                        + "|/(privacy)?\\?lang=[-\\w]+(&place=town)?"
                        + "|/api/(places|kinds|site)"
                        + "|/api/(map-points|holidays|near-streets|search-index|walk-pack)\\?place=town"
                        + "|/tiles/basemap/town/\\d+/\\d+/\\d+"
                        + "|/\\.kept/town"));
    }

    /** Locates, searches, opens a point by an address with odd words, looks at the report and at staff's door. */
    private List<String> everythingKeptAt(Geolocation position, Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(
                browser,
                line,
                KeepingVisitor.phone().setPermissions(List.of("geolocation")).setGeolocation(position));
        visitor.button("AED").first().click();
        assertThat(visitor.page.locator(".origin")).containsText("From your position");
        visitor.page.getByRole(AriaRole.SEARCHBOX).fill("grimaldi");
        visitor.opens("/?place=town&lang=en&point=aaaaaa1&lat=43.7345#point=aaaaaa1");
        assertThat(visitor.page.locator(".details")).containsText("Town hall");
        visitor.rests();
        visitor.opens("/p/aaaaaa1?lang=en&from=sign");
        assertThat(visitor.page.locator("body")).containsText("Town hall"); // its page, or the map if that is slow
        visitor.rests();
        visitor.opens("/report?place=town&lang=en");
        visitor.page.locator("#map").scrollIntoViewIfNeeded(); // it loads when it comes near
        assertThat(visitor.page.locator(".area-border")).not().hasCount(0); // asked for after the page's own files
        visitor.rests();
        visitor.opens("/admin/login?lang=en");
        visitor.rests();
        visitor.opens(KeepingVisitor.TOWN);
        visitor.seesTheTown();
        visitor.rests();
        List<String> kept = visitor.keptAddresses();
        visitor.page.context().close();
        return kept;
    }

    private List<String> askedForAPosition() {
        assertThat(line.asked()).noneMatch(path -> path.contains("7.41") || path.contains("7.42"));
        return line.asked().stream()
                .filter(path -> !path.startsWith("/tiles/coverage/") && !path.startsWith("/api/points?"))
                .sorted() // without the report's own, of which more or fewer come before the visitor goes on
                .distinct()
                .toList();
    }

    @Test
    void chromiumFindsNothingThatKeepsTheMapFromBeingInstalled(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);

        var errors = visitor.devtools().send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors");
        assertThat(errors.toString()).isIn("[]", "[{\"errorId\":\"in-incognito\",\"errorArguments\":[]}]");
    }

    @Test
    void whereThereIsNoWorkerThePageSaysWhyNothingCanBeKept(Browser browser) {
        Page page = browser.openPhone("/?place=town&lang=en");
        assertThat(page.locator(".row")).hasCount(7);
        KeepingVisitor.unfoldsWithoutNetwork(page);

        assertThat(page.locator(".offline-keep")).containsText("This browser can't keep anything");
        assertThat(page.locator(".offline-keep button")).hasCount(0);
    }
}
