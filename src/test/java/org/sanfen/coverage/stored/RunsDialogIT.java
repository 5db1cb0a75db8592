package org.sanfen.coverage.stored;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.exchange.OsmImport;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishing as staff do it, in the editor (coverage.md section 7). */
@BrowserTest
class RunsDialogIT {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @LocalServerPort
    int port;

    @Autowired
    OsmImport osmImport;

    @Autowired
    CurrentRuns current;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    private String password;

    @BeforeEach
    void aTownThatPublishesByHand() {
        password = first.createIfNone().orElseThrow();
        TownOfRuns.load(osmImport, TownOfRuns.extract(false));
        TownOfRuns.setMode(database, "by_hand");
        current.recompute("town"); // as the server's worker has done before anybody opens the editor
    }

    private int status() {
        return new StaffClient(port)
                .get("/api/coverage?area=town&standard=aed-100m")
                .statusCode();
    }

    @Test
    void whatIsPublishedInTheEditorIsPublicAndTheSwitchEndsPublishingByHand(Browser browser) {
        Page page = browser.signIn("admin", password);
        page.locator(".menu summary").click();
        page.locator(".menu-items button:has-text('Publish reports')").click();
        Locator dialog = page.locator("dialog.runs");
        assertThat(dialog).containsText("Nothing has been published yet", PATIENTLY);
        assertThat(status()).isEqualTo(404);

        dialog.locator("button.primary").click();
        assertThat(dialog).containsText("Published.", PATIENTLY);
        assertThat(dialog.locator("tbody tr")).hasCount(1);
        assertThat(dialog.locator("tbody")).containsText("public now");
        assertThat(status()).isEqualTo(200);

        dialog.locator("input[name=name]").fill("Before the new station");
        dialog.locator(".runs-keep button").click();
        assertThat(dialog.locator("tbody tr")).hasCount(2);
        assertThat(dialog.locator("tbody tr").first()).containsText("Before the new station");

        dialog.locator(".runs-switch input").check();
        assertThat(dialog).containsText("every change within a second", PATIENTLY);
    }
}
