package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Line;
import org.sanfen.testing.Line.Fate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new version of the app arrives beside the old one and never breaks it. A second build is the first one renumbered. */
@BrowserTest
class NewVersionIT {

    private static final String SECOND = "sanfen-shell-222222222222";

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
    void isAnnouncedAndUsedOnTheVisitorsWord(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        String first = shell(visitor);
        publishASecondBuild(first);
        visitor.opens("/?place=town&lang=en#kind=aed");
        checksForAnUpdate(visitor.page);
        visitor.isToldOfANewVersion();
        assertThat(visitor.caches()).contains(first, SECOND);

        visitor.button("Use it now").click();
        assertThat(visitor.page.getByText("There is a new version of this page."))
                .hasCount(0);
        visitor.page.waitForFunction("first => caches.has(first).then(there => !there)", first);
        assertThat(visitor.page.url()).endsWith("#kind=aed");
        visitor.entersFlightMode();
        visitor.page.reload();
        assertThat(visitor.page.locator(".row")).not().hasCount(0);
    }

    @Test
    void isTakenByItselfAtTheNextStart(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        String first = shell(visitor);
        publishASecondBuild(first);
        checksForAnUpdate(visitor.page);
        visitor.isToldOfANewVersion();
        visitor.page.reload();

        visitor.seesTheTown();
        assertThat(visitor.page.getByText("There is a new version of this page."))
                .hasCount(0);
        assertThat(shell(visitor)).isEqualTo(SECOND);
    }

    @Test
    void waitsWhileAnotherPageOfTheAppIsOpen(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        Page other = visitor.page.context().newPage();
        other.navigate(browser.url(KeepingVisitor.TOWN));
        assertThat(other.locator(".row")).hasCount(7);
        String first = shell(visitor);
        publishASecondBuild(first);
        checksForAnUpdate(visitor.page);
        visitor.isToldOfANewVersion();
        visitor.page.reload();

        visitor.seesTheTown();
        visitor.isToldOfANewVersion();
        assertThat(visitor.caches()).contains(first);
    }

    @Test
    void aWorkerThatIsKilledInMidUpdateLeavesTheOldOne(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        String first = shell(visitor);
        publishASecondBuild(first);
        line.let("/privacy?lang=", Fate.HANGS); // the new worker waits for its last pages
        visitor.page.evaluate("() => { navigator.serviceWorker.getRegistration().then(one => one.update()); }");
        visitor.page.waitForFunction(
                "() => navigator.serviceWorker.getRegistration().then(one => one.installing !== null)");
        visitor.page.waitForFunction("second => caches.has(second)", SECOND);
        CDPSession devtools = visitor.devtools();
        devtools.send("ServiceWorker.enable");
        devtools.send("ServiceWorker.stopAllWorkers");

        line.cut(); // and no more: a browser waits for a killed worker to agree that it is offline
        visitor.page.reload();
        visitor.seesTheTown();
        assertThat(visitor.bar()).containsText("Offline. Data of");
        line.mend();
        line.letPass("/privacy?lang=");
        checksForAnUpdate(visitor.page);
        visitor.isToldOfANewVersion();
    }

    @Test
    void aVersionThatCanNotBeFetchedWholeIsNotUsed(Browser browser) {
        KeepingVisitor visitor = KeepingVisitor.arrives(browser, line);
        String first = shell(visitor);
        publishASecondBuild(first);
        line.let("/?lang=zh-Hans", Fate.FAILS);
        visitor.page.evaluate("() => navigator.serviceWorker.getRegistration().then(one => one.update())");
        visitor.page.waitForFunction(
                "() => navigator.serviceWorker.getRegistration().then(one => !one.installing && !one.waiting)");
        visitor.entersFlightMode();
        visitor.page.reload();

        visitor.seesTheTown();
        assertThat(visitor.page.getByText("There is a new version of this page."))
                .hasCount(0);
    }

    private void publishASecondBuild(String first) {
        String number = first.substring("sanfen-shell-".length());
        line.spoil(
                "/sw.js",
                worker -> new String(worker, StandardCharsets.UTF_8)
                        .replace(number, SECOND.substring("sanfen-shell-".length()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** As the browser does by itself on a start and the page after an hour. */
    private static void checksForAnUpdate(Page page) {
        page.evaluate("() => navigator.serviceWorker.getRegistration().then(one => one.update()).then(() => {})");
    }

    /** The one cache of the app. */
    private static String shell(KeepingVisitor visitor) {
        var shells = visitor.caches().stream()
                .filter(name -> name.startsWith("sanfen-shell-"))
                .toList();
        assertThat(shells).hasSize(1);
        return shells.get(0);
    }
}
