package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Line;
import org.sanfen.testing.Line.Fate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server that fails, hangs or is gone, for each kind of request: with a kept copy nobody waits, without one it is said. */
@BrowserTest
class BadNetworkIT {

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

    @ParameterizedTest
    @EnumSource(Fate.class)
    void withAKeptCopyTheTownIsShownWhateverTheServerDoes(Fate fate, Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        for (String kind : List.of("/?", "/assets/", "/api/places", "/api/kinds", "/tiles/", "/api/near-streets")) {
            line.let(kind, fate);
            visitor.page.reload();
            visitor.seesTheTown();
            assertThat(visitor.page.getByRole(AriaRole.ALERT)).hasCount(0);
        }
        line.let("/", fate);
        visitor.page.reload();

        visitor.seesTheTown();
        if (fate != Fate.HALF) { // "unchanged" is said in full: what the browser has is then fresh
            assertThat(visitor.bar()).containsText("Data of");
        }
        visitor.opens("/p/aaaaaa1?lang=en");
        assertThat(visitor.page.locator(".details")).containsText("Ground floor, left of the lift");
    }

    @ParameterizedTest
    @CsvSource({
        "FAILS, /api/places, The points did not arrive",
        "FAILS, /api/map-points, The points did not arrive",
        "GONE, /api/places, No connection",
        "GONE, /api/map-points, No connection",
        "HALF, /api/map-points, No connection",
        "GONE, /api/kinds, No connection",
        "FAILS, /api/kinds, The points did not arrive",
        "HALF, /api/kinds, No connection",
        "HALF, /api/places, No connection"
    })
    void withoutOneItIsSaidAndCallingStillWorks(Fate fate, String path, String words, Browser browser) {
        browser.over(line);
        line.let(path, fate);
        var page = browser.openPhone(KeepingVisitor.TOWN);

        assertThat(page.getByRole(AriaRole.ALERT)).containsText(words);
        assertThat(page.locator(".call").first()).isVisible();
        line.letAllPass();
        page.getByText("Try again").click();
        assertThat(page.locator(".row")).hasCount(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/places", "/api/kinds", "/api/map-points"})
    void aServerThatTakesTheQuestionAndNeverAnswersIsGivenUp(String path, Browser browser) {
        browser.over(line);
        line.let(path, Fate.HANGS);
        var page = browser.openPhone("/privacy");
        page.clock().install();
        page.waitForRequest(
                request -> request.url().contains(path), () -> page.navigate(browser.url(KeepingVisitor.TOWN)));
        assertThat(page.locator(".call").first()).isVisible();
        page.clock().fastForward(21_000);

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("points did not arrive. Calling still works.");
        assertThat(page.locator(".call").first()).isVisible();
    }

    /** What a visitor who was never here sees where everything but points and kinds is in trouble. */
    @ParameterizedTest
    @EnumSource(Fate.class)
    void withoutOneThePageDoesWithoutWhatOnlyAdornsItAndSaysSo(Fate fate, Browser browser) {
        browser.over(line);
        for (String path : List.of(
                "/tiles/",
                "/api/near-streets",
                "/api/holidays",
                "/api/search-index",
                "/api/walk-pack",
                "/api/overlays",
                "/manifest",
                "/assets/pictures")) {
            line.let(path, fate);
        }
        var page = browser.openDesktop(KeepingVisitor.TOWN);
        assertThat(page.locator(".row")).hasCount(7);
        var search = page.getByRole(AriaRole.SEARCHBOX);
        search.fill("grimaldi");
        if (fate == Fate.HANGS) {
            assertThat(page.locator("#panel-body")).containsText("Streets and addresses are still on their way");
            return;
        }
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Streets and addresses did not arrive");
        line.letPass("/api/search-index");
        page.getByRole(AriaRole.ALERT).locator("button").first().click();
        assertThat(page.locator(".found .row-pin").first()).isVisible();
        page.locator(".legend-box summary").click();
        assertThat(page.locator(".overlay")).containsText("This could not be loaded");
        page.locator(".legend-box summary").click();
        search.fill("town hall");
        page.locator(".found .row").first().click();
        assertThat(page.locator(".details .steps li")).hasCount(6);
        assertThat(page.locator(".details .how-to")).hasCount(0);
        page.locator(".back").click();
        page.locator(".big").first().click();
        page.getByText("Choose on the map").first().click();
        page.getByText("Use the cross in the middle").click();
        assertThat(page.locator(".walk-note")).containsText("Distances are straight lines");
        assertThat(page.locator(".row-distance").first()).containsText("straight");
    }

    @Test
    void withoutTheMapsOwnPartTheListIsStillAList(Browser browser) {
        browser.over(line);
        line.let("/assets/mapview", Fate.GONE);
        var page = browser.openDesktop(KeepingVisitor.TOWN);

        assertThat(page.locator(".row")).hasCount(7);
        assertThat(page.locator(".offline-bar")).containsText("The server does not answer");
        page.locator(".row").first().click();
        assertThat(page.locator(".details h2")).isVisible();
        line.letAllPass();
        page.getByText("Try again").click();
        assertThat(page.locator(".leaflet-control-zoom")).isVisible();
    }

    @Test
    void aPhotoThatDoesNotComeIsSaidInItsPlace(Browser browser) {
        database.sql("""
                        UPDATE point
                        SET photos = '[{"hash": "abc", "width": 640, "height": 480}]'
                        WHERE id = 'aaaaaa1'
                        """).update();
        var page = browser.openPhone("/?place=town&lang=en#point=aaaaaa1");
        page.locator(".photos summary").click();

        assertThat(page.locator(".photos figure")).hasText("The photo did not arrive.");
        assertThat(page.locator(".photos img")).isHidden();
    }
}
