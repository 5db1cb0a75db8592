package org.sanfen.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.exchange.FirstRun;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The report of Monaco and its wards for AEDs at 100 m, in a real browser. */
@BrowserTest
class ReportBrowserIT {

    /** What is left of A4's 210 mm between the margins of the pages' style for print. */
    private static final int A4_PX = 680;

    private static final String REPORT = "/report?place=monaco&standard=aed-100m";

    @LocalServerPort
    int port;

    @Autowired
    FirstRun firstRun;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void loadMonaco() {
        firstRun.loadMonaco(new PrintStream(OutputStream.nullOutputStream()));
        // The first computation after a start takes its time; the browser's patience is not what is tested.
        assertThat(new ReportClient(port).get(REPORT).statusCode()).isEqualTo(200);
    }

    /** Somebody comes near the map: until then it is a drawing. */
    private static Page live(Page page) {
        page.locator("#map").scrollIntoViewIfNeeded();
        assertThat(page.locator("#map[data-live] .live-map canvas").first()).isVisible();
        assertThat(page.locator("#map .counted-point").first()).isVisible();
        return page;
    }

    @Test
    void aGapInTheListIsZoomedToOnTheMap(Browser browser) {
        Page page = live(browser.openDesktop(REPORT));
        Locator scale = page.locator(".leaflet-control-scale-line");
        String wide = scale.textContent();
        browser.forgetRequests();

        page.locator("a[data-gap='2']").click();

        assertThat(page.locator(".gap-badge")).hasText("2");
        assertThat(page.locator("#map-status")).containsText("gap 2");
        assertThat(page.locator("a[data-gap='2']")).hasAttribute("aria-current", "true");
        assertThat(scale).not().hasText(wide);
        assertThat(page.url()).contains("gap=2");
        assertThat(browser.requests()).as("the page stays").noneMatch(url -> url.contains("/report"));

        page.locator("a[data-gap='whole']").click();
        assertThat(page.locator(".gap-badge")).hasCount(0);
        assertThat(scale).hasText(wide);
    }

    @Test
    void theKeyboardLeadsIntoTheMapAndBack(Browser browser) {
        Page page = live(browser.openDesktop(REPORT));
        Locator gap = page.locator("a[data-gap='1']");

        gap.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".live-map")).isFocused();
        page.keyboard().press("Escape");
        assertThat(gap).isFocused();
    }

    @Test
    void theTableSortsAtOnceAndTheAddressKeepsIt(Browser browser) {
        Page page = live(browser.openDesktop(REPORT));
        List<String> wards = page.locator(".areas tbody tr th a").allTextContents();
        assertThat(wards).contains("Larvotto", "Fontvieille", "La Condamine");
        Locator heading = page.locator("th[data-sort='streets']");
        browser.forgetRequests();

        heading.locator("a").click();
        assertThat(heading).hasAttribute("aria-sort", "ascending");
        assertThat(page.locator("#table-status")).containsText("Streets in reach");
        assertThat(streets(page)).isSorted();
        heading.locator("a").click();
        assertThat(heading).hasAttribute("aria-sort", "descending");
        assertThat(streets(page)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(browser.requests()).as("no new page").noneMatch(url -> url.contains("/report"));

        List<Double> sorted = streets(page);
        page.reload();
        assertThat(streets(page)).as("the server sorts likewise").isEqualTo(sorted);
    }

    private static List<Double> streets(Page page) {
        return page.locator("td[data-column='streets']").all().stream()
                .map(cell -> Double.valueOf(cell.getAttribute("data-value")))
                .toList();
    }

    @Test
    void theOtherLanguageShowsTheSameReport(Browser browser) {
        Page page = browser.openDesktop("/report/monaco?standard=aed-100m&sort=-p50");
        String larvotto =
                page.locator("tr:has-text('Larvotto') td").first().textContent().strip();

        page.locator(".device-menu summary").click();
        page.locator(".device-menu a[hreflang='zh-Hans']").click();

        assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
        assertThat(page.locator("h1")).containsText("摩纳哥");
        assertThat(page.locator("th[data-sort='p50']")).hasAttribute("aria-sort", "descending");
        assertThat(page.locator("tr:has-text('Larvotto') td").first()).hasText(larvotto);
    }

    @Test
    void aWardsReportIsOneClickAway(Browser browser) {
        Page page = browser.openDesktop(REPORT);

        page.locator(".areas a").getByText("Larvotto").click();

        assertThat(page.locator("h1")).containsText("Larvotto");
        assertThat(page.locator(".crumbs a")).hasText("Monaco");
        assertThat(page.locator(".areas tr.current th")).hasText("Larvotto");
    }

    @Test
    void withoutScriptsTheDrawingStandsInForTheMap(Browser browser) {
        Page page = browser.open(REPORT + "&gap=1", Browser.desktop().setJavaScriptEnabled(false));

        assertThat(page.locator("img.drawing").first()).isVisible();
        assertThat(page.locator("a[data-gap='1']")).hasAttribute("aria-current", "true");
        page.locator("a[data-gap='3']").click();
        assertThat(page).hasURL(Pattern.compile(".*gap=3.*#map"));
    }

    @ParameterizedTest
    @CsvSource({"390, LIGHT, en", "390, DARK, zh", "1280, LIGHT, zh", "1280, DARK, en"})
    void nothingOverflowsAndNothingBarsAnybody(int width, ColorScheme scheme, String language, Browser browser)
            throws Exception {
        Page page = live(browser.open(
                REPORT + "&gap=1&lang=" + language,
                (width == 390 ? Browser.phone() : Browser.desktop()).setColorScheme(scheme)));

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(page.evaluate("(box => box.scrollWidth - box.clientWidth)(document.querySelector('.scroll'))"))
                .as("every figure of an area is in view without scrolling sideways")
                .isEqualTo(0);
        assertThat(violations(page)).isEmpty();
    }

    private static List<?> violations(Page page) throws Exception {
        page.evaluate(Files.readString(Path.of("frontend/node_modules/axe-core/axe.min.js")));
        return (List<?>) page.evaluate("axe.run().then(({violations}) => violations.map(({id, nodes}) =>"
                + " id + ': ' + nodes.map(({html}) => html).join(' | ')))");
    }

    @Test
    void theArrowKeysReadTheWeek(Browser browser) {
        database.update("UPDATE point SET opening_hours = 'Mo-Fr 08:00-18:00' WHERE kind = 'aed'");
        database.queryForList("SELECT next_change_number('monaco', 'points')");
        Page page = browser.openDesktop(REPORT);
        Locator reading = page.locator("#heat-reading");

        page.locator(".heat").focus();
        assertThat(reading).containsText("Monday 00:00");
        page.keyboard().press("ArrowRight");
        assertThat(reading).containsText("Monday 01:00");
        page.keyboard().press("ArrowDown");
        assertThat(reading).containsText("Tuesday 01:00");
        page.locator("rect[data-hour='58']").hover();
        assertThat(reading).containsText("Wednesday 10:00");
    }

    @Test
    void theComparisonBarsNobody(Browser browser) throws Exception {
        Page page = browser.openPhone("/report/monaco/compare?standard=aed-100m&after=aed-250m-straight");

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void whatWasWonAndLostIsOnALiveMap(Browser browser) throws Exception {
        String path = "/report/monaco/compare?standard=aed-100m&before=aed-100m@always&after=aed-250m-straight@always";
        assertThat(new ReportClient(port).get(path).statusCode()).isEqualTo(200);
        Page page = browser.openDesktop(path);
        page.locator("#map").scrollIntoViewIfNeeded();

        assertThat(page.locator("#map[data-live][data-pieces] .live-map canvas").first())
                .isVisible();
        assertThat(page.locator("#map .counted-point").first()).isVisible();
        assertThat(Integer.parseInt(page.locator("#map").getAttribute("data-pieces")))
                .isPositive();
        assertThat(page.locator(".legend .drawn")).isHidden();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(1280);
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void onPaperTheDrawingTakesTheMapsPlace(Browser browser) {
        Page page = live(browser.openDesktop(REPORT));

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));

        assertThat(page.locator(".live-map")).isHidden();
        assertThat(page.locator("img.drawing").first()).isVisible();
        assertThat(page.locator(".choose")).isHidden();
        page.setViewportSize(A4_PX, 1000);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("nothing is cut off at the paper's edge")
                .isEqualTo(A4_PX);
        assertThat(page.evaluate("(box => box.scrollWidth - box.clientWidth)(document.querySelector('.scroll'))"))
                .isEqualTo(0);
    }
}
