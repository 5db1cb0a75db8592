package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
        "GONE, /api/kinds, No connection"
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
    @EnumSource(
            value = Fate.class,
            names = {"FAILS", "GONE", "HALF"})
    void withoutOneThePageDoesWithoutWhatOnlyAdornsIt(Fate fate, Browser browser) {
        browser.over(line);
        for (String path :
                List.of("/tiles/", "/api/near-streets", "/api/holidays", "/api/search-index", "/api/walk-pack")) {
            line.let(path, fate);
        }
        var page = browser.openPhone(KeepingVisitor.TOWN);

        assertThat(page.locator(".row")).hasCount(7);
    }
}
