package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Geolocation;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.testing.AxeViolations;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finding and reading on the public map: filters, search, sharing, coverage, paper, and very many points. */
@BrowserTest
class FindIT {

    @Autowired
    JdbcClient database;

    @BeforeEach
    void drawTheTown() {
        Town.draw(database);
        database.sql("UPDATE point SET wheelchair = 'yes' WHERE id IN ('aaaaaa1', 'bbbbbb1')")
                .update();
        database.sql("UPDATE point SET level = '-1' WHERE id = 'aaaaaa3'").update();
        database.sql("UPDATE point SET name = '福民社区微型消防站' WHERE id = 'bbbbbb2'").update();
    }

    @Test
    void filtersNarrowOneAnotherAndSayWhatTheyWouldLeave(Browser browser) {
        Page page = browser.openDesktop("/?place=town&lang=en");
        assertThat(chip(page, "24 hours")).hasText(Pattern.compile("24 hours\\s+2"));
        assertThat(chip(page, "Step-free")).hasText(Pattern.compile("Step-free\\s+2"));

        chip(page, "Step-free").click();
        assertThat(page.locator(".row")).hasCount(2);
        assertThat(page.locator("#said")).hasText("2 points");
        assertThat(chip(page, "AED")).hasText(Pattern.compile("AED.*\\s+1"));
        chip(page, "24 hours").click();
        assertThat(page.locator(".row")).hasCount(1);
        assertThat(page).hasURL(Pattern.compile("#247=1&stepfree=1$"));

        chip(page, "Clear filters").click();
        assertThat(page.locator(".row")).hasCount(7);
        page.getByLabel("Floor").selectOption("-1");
        assertThat(page.locator(".row")).hasCount(1);
        assertThat(page.locator(".row-where")).containsText("Basement 1");
        assertThat(page.locator(".row")).containsText("Old port");
        assertThat(page).hasURL(Pattern.compile("#level=-1$"));
    }

    @Test
    void chineseNamesAreFoundByInitialsAndSignsByTheirNumberAndNothingTypedIsSent(Browser browser) {
        Page page = browser.openDesktop("/?place=town&lang=en");
        Locator search = page.getByRole(AriaRole.SEARCHBOX);
        search.click();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        browser.forgetRequests();

        search.fill("wxxfz");
        assertThat(page.locator(".found .row")).hasCount(1);
        assertThat(page.locator(".found .row")).containsText("福民社区微型消防站");
        search.fill("fuminshequ");
        assertThat(page.locator(".found .row")).containsText("福民社区微型消防站");
        search.fill("ＢＢＢＢＢＢ１");
        assertThat(page.locator(".found .row")).containsText("Caserne");
        assertThat(page.locator("#said")).hasText("1 result");
        assertThat(browser.requests())
                .as("only the application's own files may still have been on their way")
                .allMatch(url -> url.startsWith(browser.url("/assets/")));
    }

    @Test
    void arrowKeysGoThroughWhatWasFound(Browser browser) {
        Page page = browser.openDesktop("/?place=town&lang=en");
        Locator search = page.getByRole(AriaRole.SEARCHBOX);
        search.fill("grimaldi");
        assertThat(page.locator(".found .row").nth(1)).isVisible();

        search.press("ArrowDown");
        assertThat(page.locator(".found .row").nth(0)).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".found .row").nth(1)).isFocused();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(search).isFocused();
    }

    @Test
    void aSharedLinkRestoresPlaceFiltersLanguageAndTheAskedForPartOfTheMap(Browser browser) {
        Page page = browser.openDesktop("/?place=town&lang=en#kind=aed&stepfree=1");
        assertThat(page.locator(".row")).hasCount(1);
        page.getByText("Share or embed").click();
        Locator link = page.getByLabel("Link", new Page.GetByLabelOptions().setExact(true));
        assertThat(link).hasValue(browser.url("/?place=town&lang=en#kind=aed&stepfree=1"));
        page.getByLabel("Also keep the part of the map").check();
        assertThat(link).hasValue(Pattern.compile("&view=43\\.\\d{4},7\\.\\d{4},\\d+(\\.\\d+)?$"));
        assertThat(AxeViolations.of(page)).isEmpty();

        String shared =
                link.inputValue().replace("lang=en", "lang=zh-Hans").replaceAll("view=.*", "view=43.7400,7.4200,16");
        Page other = browser.openDesktop(shared.substring(browser.url("").length()));
        assertThat(other.locator(".row")).hasCount(1);
        assertThat(other.locator("html")).hasAttribute("lang", "zh-Hans");
        assertThat(other.locator(".chip[aria-pressed='true']")).hasCount(2);
        assertThat(other.locator(".leaflet-control-scale-line")).hasText("100 m");
        assertThat(other)
                .hasURL(Pattern.compile("#kind=aed&stepfree=1$")); // the page's own address drops the part of the map
    }

    @Test
    void noLinkHoldsThePositionAndThePartOfTheMapIsNotOfferedUnasked(Browser browser) {
        Page page = browser.open(
                "/?place=town&lang=en",
                Browser.desktop()
                        .setPermissions(List.of("geolocation"))
                        .setGeolocation(new Geolocation(43.73456, 7.41234)));
        page.locator(".big").first().click();
        assertThat(page.locator(".row-distance").first()).isVisible();
        page.getByText("Share or embed").click();
        Locator dialog = page.locator("dialog.share");
        Locator link = page.getByLabel("Link", new Page.GetByLabelOptions().setExact(true));

        assertThat(link).hasValue(browser.url("/?place=town&lang=en#kind=aed"));
        assertThat(dialog.locator("textarea"))
                .hasValue(Pattern.compile("/embed\\?place=town&amp;kind=aed&amp;lang=en"));
        page.getByLabel("Also keep the part of the map").check();
        assertThat(dialog.locator(".warn")).containsText("would give away where you are");
        assertThat(link).not().hasValue(Pattern.compile("43\\.73456|7\\.41234"));
        page.keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(page.url()).doesNotContain("43.7").doesNotContain("7.4");
    }

    @Test
    void coverageLiesOverTheStreetsInItsColours(Browser browser) {
        Page page = browser.openDesktop("/?place=town&lang=en");
        page.locator(".legend-box summary").click();
        page.getByLabel("AED fetched within 4 minutes").check();

        assertThat(page.locator(".overlay-lines")).containsText("Not reached");
        assertThat(page.locator("#said")).hasText("On the map: AED fetched within 4 minutes");
        for (String colour : List.of("27, 127, 140", "163, 17, 111")) { // covered and uncovered, as in tokens.css
            page.waitForFunction("""
                    colour => [...document.querySelectorAll('canvas.coverage-tile')].some(tile => {
                      if (tile.width === 0) return false;
                      const { data } = tile.getContext('2d').getImageData(0, 0, tile.width, tile.height);
                      const [red, green, blue] = colour.split(', ').map(Number);
                      for (let i = 0; i < data.length; i += 4) {
                        const away = Math.abs(data[i] - red) + Math.abs(data[i + 1] - green) + Math.abs(data[i + 2] - blue);
                        if (data[i + 3] > 200 && away < 12) return true;
                      }
                      return false;
                    })
                    """, colour);
        }
        assertThat(page).hasURL(Pattern.compile("#coverage=aed-fetch-4min$"));
        assertThat(AxeViolations.of(page)).isEmpty();
        page.getByLabel("Not shown").check();
        assertThat(page.locator("canvas.coverage-tile")).hasCount(0);
    }

    @Test
    void coverageSwitchedOnAfterLocatingAsksTheSameForAnyPositionOfABlock(Browser browser) {
        List<String> west = coverageAskedForAt(new Geolocation(43.7345, 7.4125), browser);
        List<String> east = coverageAskedForAt(new Geolocation(43.7345, 7.4250), browser);

        assertThat(west.stream().filter(url -> url.matches(".*/tiles/coverage/.*/13/\\d+/\\d+")))
                .hasSize(9);
        assertThat(east).isEqualTo(west);
    }

    private static List<String> coverageAskedForAt(Geolocation position, Browser browser) {
        Page page = browser.open(
                "/?place=town&lang=en",
                Browser.desktop().setPermissions(List.of("geolocation")).setGeolocation(position));
        page.locator(".big").first().click();
        assertThat(page.locator(".row-distance").first()).isVisible();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        browser.forgetRequests();
        page.locator(".legend-box summary").click();
        page.getByLabel("AED fetched within 4 minutes").check();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        List<String> asked = browser.requests();
        page.context().close();
        return asked;
    }

    @Test
    void theSheetForPaperHoldsMapAndListWithNumbersAndNoControls(Browser browser) {
        database.sql("""
                        UPDATE point
                        SET opening_hours = 'Mo-Fr 08:00-18:00; Sa 09:00-12:00; PH off',
                            change_number = next_change_number('town', 'points')
                        WHERE id = 'aaaaaa1'
                        """).update();
        Page page = browser.openDesktop("/?place=town&lang=en#kind=aed");
        assertThat(page.locator(".row")).hasCount(4);
        page.getByText("Print this list and map").click();
        assertThat(page.locator(".print-list tbody tr")).hasCount(4);
        assertThat(page.locator(".print-number")).hasText(new String[] {"1", "2", "3", "4"});
        assertThat(page.locator("#map .number-label").first()).isVisible();
        assertThat(page.locator("#map .point-icon").first()).isHidden();
        assertThat(page.locator(".print-list"))
                .containsText(
                        "Mon–Fri 08:00–18:00; Sat 09:00–12:00; Sun closedMo-Fr 08:00-18:00; Sa 09:00-12:00; PH off");
        assertThat(AxeViolations.of(page)).isEmpty();

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".print-list")).containsText("aaaaaa1");
        assertThat(page.locator(".print-list")).containsText("Ground floor · Ground floor, left of the lift");
        assertThat(page.locator(".print-list")).containsText("© OpenStreetMap contributors");
        assertThat(page.locator("#map")).isVisible();
        for (String control : List.of("#panel", ".print-ways", "#legend", ".leaflet-control-zoom")) {
            assertThat(page.locator(control)).isHidden();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.keyboard().press("Escape");
        assertThat(page.locator(".print-list")).hasCount(0);
        assertThat(page.locator("#map .number-label")).hasCount(0);
        assertThat(page.locator(".row")).hasCount(4);
    }

    @Test
    void theDataOfThePlaceCanBeTakenAway(Browser browser) {
        Page page = browser.openDesktop("/?place=town&lang=en");
        assertThat(page.locator(".row")).hasCount(7);

        var file = page.waitForDownload(() -> page.getByText("CSV", new Page.GetByTextOptions().setExact(true))
                .click());

        assertThat(file.suggestedFilename()).isEqualTo("sanfen-town-points.csv");
        assertThat(page.getByText("GeoJSON")).hasAttribute("href", "/api/places/town/points.geojson?lang=en");
    }

    @Test
    void fiveThousandPointsInOneBuildingArePagedAndTheirSignIsOne(Browser browser) {
        manyMore("ST_MakePoint(7.4200, 43.7360)", 5_000);
        Page page = browser.openDesktop("/?place=town&lang=en#kind=first_aid_kit");
        assertThat(page.locator(".list-title")).hasText("5000 points");

        page.locator(".cluster-icon").press("Enter");
        assertThat(page.locator(".row")).hasCount(40);
        page.locator(".more").click();
        assertThat(page.locator(".row")).hasCount(240);
    }

    @ParameterizedTest(name = "workers: {0}")
    @CsvSource({"true", "false"})
    void tenThousandPointsAreClusteredWithAndWithoutAWorker(boolean workers, Browser browser) {
        manyMore("ST_MakePoint(7.409 + 0.03 * (n % 100) / 100, 43.7247 + 0.027 * (n / 100) / 100)", 10_000);
        Page page = browser.openDesktop("/privacy");
        if (!workers) {
            page.addInitScript("delete window.Worker");
        }
        page.navigate(browser.url("/?place=town&lang=en#kind=first_aid_kit"));

        assertThat(page.locator(".list-title")).hasText("10000 points");
        assertThat(page.locator(".cluster-icon").first()).isVisible();
        assertThat(page.locator(".leaflet-marker-icon").count())
                .as("of a crowded view only the nearest signs are elements")
                .isLessThanOrEqualTo(60);
        page.locator(".cluster-icon").first().press("Enter");
        assertThat(page.locator(".leaflet-marker-icon").first()).isVisible();
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({"phone, LIGHT, zh-Hans", "desk, DARK, en"})
    void everyStateIsAccessible(String device, ColorScheme scheme, String language, Browser browser) {
        NewContextOptions options = device.equals("phone") ? Browser.phone() : Browser.desktop();
        Page page =
                browser.open("/?place=town&lang=" + language + "#kind=aed&open=now", options.setColorScheme(scheme));
        assertThat(page.locator(".point-icon").first()).isVisible();
        if (device.equals("phone")) {
            page.locator(".sheet-handle").press("ArrowUp");
            page.locator(".chip-unfold").click();
        }
        assertThat(AxeViolations.of(page)).as("filters").isEmpty();
        if (device.equals("phone")) {
            page.locator(".sheet-handle").press("ArrowDown");
        }
        page.locator(".legend-box summary").click();
        page.locator(".overlay-one input").nth(1).check();
        assertThat(page.locator(".overlay-lines")).isVisible();
        assertThat(AxeViolations.of(page)).as("legend with coverage").isEmpty();
        page.locator(".legend-box summary").click();
        page.locator(".sheet-handle").dispatchEvent("keydown", java.util.Map.of("key", "ArrowUp"));
        page.locator(".foot-tools button").nth(0).click();
        assertThat(page.locator("dialog.share")).isVisible();
        assertThat(AxeViolations.of(page)).as("share").isEmpty();
        page.keyboard().press("Escape");
        page.locator(".foot-tools button").nth(1).click();
        assertThat(page.locator(".print-list")).isVisible();
        assertThat(AxeViolations.of(page)).as("paper").isEmpty();
    }

    private void manyMore(String position, int count) {
        database.sql("""
                        INSERT INTO point (id, place_id, kind, geom, source, change_number)
                        SELECT 'c' || lpad(n::text, 6, '0'), 'town', 'first_aid_kit', ST_SetSRID(%s, 4326), 'test', 1
                        FROM generate_series(0, %d) AS n
                        """.formatted(position, count - 1)).update();
    }

    private static Locator chip(Page page, String words) {
        return page.locator(".chip", new Page.LocatorOptions().setHasText(words))
                .first();
    }
}
