package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Line;
import org.sanfen.testing.Line.Fate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kept copy is whole or it is the one before: whatever happens to a download, a server or the phone's store. */
@BrowserTest
class KeptCopyIT {

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
    @EnumSource(
            value = Fate.class,
            names = {"HALF", "GONE", "FAILS"})
    void aDownloadThatBreaksOffLeavesTheOldCopyAndIsGoneOnWith(Fate fate, Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        renameTheTownHall();
        line.let("/api/map-points", fate);
        visitor.pressesWithoutNetwork("Renew it now");

        assertThat(visitor.page.locator(".offline-keep").getByRole(AriaRole.ALERT))
                .containsText("What was kept before is still there");
        visitor.entersFlightMode();
        visitor.page.reload();
        visitor.seesTheTown();
        assertThat(visitor.page.locator(".row").getByText("Town hall")).hasCount(1);

        line.letAllPass();
        visitor.leavesFlightMode();
        visitor.renews();
        assertThat(visitor.page.locator(".offline-keep").getByRole(AriaRole.ALERT))
                .hasCount(0);
        visitor.entersFlightMode();
        visitor.page.reload();
        assertThat(visitor.page.locator(".row").getByText("New town hall")).hasCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sw.js", "/privacy?lang="})
    void withoutTheAppItselfNothingIsSaidToBeKeptAndItIsTriedAgain(String part, Browser browser) {
        line.let(part, Fate.FAILS);
        KeepingVisitor visitor = KeepingVisitor.comes(browser, line, KeepingVisitor.phone());
        visitor.pressesWithoutNetwork("Keep this area on my phone");

        assertThat(visitor.page.locator(".offline-keep").getByRole(AriaRole.ALERT))
                .containsText("try again");
        assertThat(visitor.page.locator(".offline-keep")).not().containsText("This browser can't keep anything");
        assertThat(visitor.keptWords()).hasCount(0);
        line.letAllPass();
        visitor.pressesWithoutNetwork("Keep this area on my phone");
        visitor.waitsForTheCopy();
        visitor.entersFlightMode();
        visitor.page.reload();
        visitor.seesTheTown();
    }

    @Test
    void aDownloadCanBeCancelledAndShowsHowFarItIs(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        renameTheTownHall();
        line.let("/api/map-points", Fate.HANGS);
        visitor.pressesWithoutNetwork("Renew it now");
        assertThat(visitor.page.locator(".offline-keep progress")).isVisible();
        visitor.pressesWithoutNetwork("Cancel");

        assertThat(visitor.page.locator(".offline-keep progress")).hasCount(0);
        assertThat(visitor.page.locator(".offline-keep").getByRole(AriaRole.ALERT))
                .hasCount(0);
        visitor.entersFlightMode();
        visitor.page.reload();
        visitor.seesTheTown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/map-points?place=town",
                "/api/walk-pack?place=town",
                "/api/places",
                "/tiles/basemap/town/13/4264/2987"
            })
    void aBrokenFileIsNotShownAndFetchedAnew(String address, Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        visitor.spoils(address);
        visitor.page.reload(); // with the network: nobody notices
        visitor.seesTheTown();
        visitor.renews();
        assertThat(visitor.keptWords()).isVisible();

        assertThat(visitor.keptAddresses()).contains(address);
        visitor.entersFlightMode();
        visitor.page.reload();
        visitor.seesTheTown();
        assertThat(visitor.bar()).containsText("Offline. Data of");
    }

    @Test
    void brokenPointsAreNeverShownAsIfTheyWereTrue(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        visitor.spoils("/api/map-points?place=town");
        visitor.entersFlightMode();
        visitor.page.reload();

        assertThat(visitor.page.getByRole(AriaRole.ALERT)).containsText("Calling still works");
        assertThat(visitor.page.locator(".call")).not().hasCount(0);
        visitor.leavesFlightMode();
        visitor.seesTheTown();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFullPhoneSaysSoAndKeepsTheOldCopy(boolean foreseen, Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        renameTheTownHall();
        JsonObject quota = new JsonObject();
        quota.addProperty("origin", line.origin());
        quota.addProperty("quotaSize", 1000);
        visitor.devtools().send("Storage.overrideQuotaForOrigin", quota);
        if (!foreseen) {
            visitor.page.evaluate("() => { navigator.storage.estimate = undefined; }");
        }
        visitor.pressesWithoutNetwork("Renew it now");

        assertThat(visitor.page.locator(".offline-keep").getByRole(AriaRole.ALERT))
                .containsText("not enough room on this phone");
        assertThat(visitor.caches().stream().filter(name -> name.startsWith("sanfen-data/")))
                .as("nothing half is left behind")
                .hasSize(1);
        visitor.entersFlightMode();
        visitor.page.reload();
        visitor.seesTheTown();
        assertThat(visitor.page.locator(".row").getByText("Town hall")).hasCount(1);
    }

    @Test
    void aPackOlderThanThePointsIsReplacedWithThem(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        next("streets");
        line.forgetAsked();
        visitor.renews();
        visitor.entersFlightMode();
        visitor.page.reload();
        visitor.seesTheTown();

        assertThat(visitor.page.evaluate("""
                async () => (await caches.match('/api/walk-pack?place=town')).headers.get('X-Kept-Path')""")).isEqualTo("/api/walk-pack?place=town&version=" + current("streets"));
        assertThat(line.asked())
                .as("what did not change is not fetched again")
                .noneMatch(path -> path.startsWith("/api/kinds") && !path.contains("?"));
    }

    @Test
    void aPlaceThatIsNoMoreIsTakenOffThePhone(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        database.sql("UPDATE place SET schematic = true, first_run = true WHERE id = 'town'")
                .update();
        database.sql("INSERT INTO place (id, name, zone) VALUES ('other', 'Other', 'UTC')")
                .update();
        visitor.page.reload();

        assertThat(visitor.page).hasTitle(java.util.regex.Pattern.compile("Other"));
        visitor.page.waitForFunction("() => caches.keys().then(all => !all.some(one => one.includes('/town/')))");
        visitor.page.waitForFunction("() => caches.match('/.kept/town').then(entry => !entry)");
        database.sql("DELETE FROM place WHERE id = 'other'").update();
    }

    private void renameTheTownHall() {
        database.sql("UPDATE point SET name = 'New town hall' WHERE id = 'aaaaaa1'")
                .update();
        next("points");
    }

    private void next(String part) {
        database.sql("SELECT next_change_number('town', VARIADIC ARRAY[:part])")
                .param("part", part)
                .query(Long.class)
                .single();
    }

    private long current(String part) {
        return database.sql("SELECT change_number FROM part_version WHERE place_id = 'town' AND part = :part")
                .param("part", part)
                .query(Long.class)
                .single();
    }
}
