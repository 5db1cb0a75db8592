package org.sanfen.upkeep;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.photo.Pictures;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.testing.AxeViolations;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole round: somebody reads, reports with a photo and follows; staff look, mend and answer. */
@BrowserTest
class ReportRoundIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    FirstAdministrator staff;

    private String password;

    @BeforeEach
    void aTownWithAnAed() {
        new ProblemScene(database, port).town();
        password = staff.createIfNone().orElseThrow();
    }

    private static NewContextOptions withoutScript() {
        return Browser.phone().setJavaScriptEnabled(false);
    }

    @Test
    void aReportWithoutScriptIsMendedByStaffAndItsSenderSeesIt(Browser browser) {
        Page visitor = browser.open("/p/" + ProblemScene.POINT + "?lang=en", withoutScript());
        visitor.locator(".wrong summary").click();
        visitor.getByText("Something blocks the way to it").click();
        visitor.locator("textarea").fill("Bicycles & boxes <before> it");
        visitor.locator("input[type=file]")
                .setInputFiles(new FilePayload("IMG_1.heic", "image/heic", "\0\0\0\30ftypheic\0\0\0\0".getBytes()));
        visitor.locator(".problem button").click();
        assertThat(visitor.locator("#problem-photo-error")).containsText("HEIC");
        assertThat(visitor.locator("textarea")).hasValue("Bicycles & boxes <before> it");
        assertThat(visitor.locator("input[value=blocked]")).isChecked();

        visitor.locator("input[type=file]")
                .setInputFiles(new FilePayload("IMG_1.jpg", "image/jpeg", Pictures.phonePhoto(900, 600, 6)));
        visitor.locator(".problem button").click();
        assertThat(visitor.locator(".state")).containsText("It has come in");
        String address = visitor.url();
        assertThat(address).matches(".*/r/[0-9a-z]{5}-[0-9a-z]{5}\\?lang=en");
        assertThat(visitor.context().cookies()).isEmpty();

        Page editor = browser.signIn("admin", password);
        editor.locator(".new-reports").click();
        Locator card = editor.locator("sanfen-reports dialog[open] sanfen-report");
        assertThat(card).hasCount(1);
        assertThat(card.locator(".report-text")).hasText("Bicycles & boxes <before> it");
        editor.waitForFunction("() => document.querySelector('.report-photo')?.naturalWidth === 600");
        editor.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "reports-admin.png")));
        assertThat(AxeViolations.of(editor)).isEmpty();
        card.locator("select").selectOption("mended");
        card.locator("textarea").fill("The boxes are gone, thank you.");
        card.locator("button.primary").click();
        assertThat(card.locator("[role=status]")).hasText("Saved.");
        card.locator("summary").click();
        assertThat(card.locator("details li")).containsText("Mended");
        card.locator(".soft button").click();
        assertThat(editor.locator("sanfen-point-drawer h2")).containsText("Gare");
        assertThat(editor.locator(".new-reports")).hasCount(0);

        visitor.navigate(address);
        assertThat(visitor.locator(".state.mended")).containsText("Mended on");
        assertThat(visitor.locator(".typed")).hasText("The boxes are gone, thank you.");
    }

    @Test
    void colleaguesDoNotOverwriteOneAnothersAnswer(Browser browser) {
        database.sql("INSERT INTO problem_report (code, point_id, category) VALUES ('01abcdefgh', 'aaaaaa1', 'used')")
                .update();
        Page editor = browser.signIn("admin", password);
        editor.locator(".new-reports").click();
        Locator card = editor.locator("sanfen-reports dialog[open] sanfen-report");
        card.locator("textarea").fill("Refilled.");
        database.sql("UPDATE problem_report SET state = 'seen', revision = 2").update();

        card.locator("button.primary").click();
        assertThat(card.locator("[role=alert]")).containsText("A colleague has changed");
        assertThat(card.locator("textarea")).hasValue("Refilled.");
        card.locator("select").selectOption("mended");
        card.locator("button.primary").click();

        assertThat(card.locator("[role=status]")).hasText("Saved.");
        assertThat(database.sql("SELECT state || ' ' || answer || ' ' || revision FROM problem_report")
                        .query(String.class)
                        .single())
                .isEqualTo("mended Refilled. 3");
    }

    @Test
    void pageFormAndCodeAreWithoutBarriersInBothLanguagesAndSchemes(Browser browser) {
        database.sql("""
                        INSERT INTO problem_report (code, point_id, category, state, closed_at, answer)
                        VALUES ('01abcdefgh', 'aaaaaa1', 'used', 'mended', now(), 'OK')
                        """).update();
        for (String path : List.of("/p/aaaaaa1", "/p/aaaaaa1/reports", "/r", "/r/01abc-defgh", "/r/zzzzz-zzzzz")) {
            for (String language : List.of("en", "zh-Hans")) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    for (NewContextOptions device : List.of(Browser.phone(), Browser.desktop())) {
                        Page page = browser.open(path + "?lang=" + language, device.setColorScheme(scheme));
                        if (path.equals("/p/aaaaaa1")) {
                            page.locator(".wrong summary").click();
                        }
                        assertThat(AxeViolations.of(page))
                                .as(path + " " + language + " " + scheme)
                                .isEmpty();
                        assertThat((boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                                .as("nothing sticks out sideways")
                                .isTrue();
                        page.screenshot(new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(Path.of(
                                        "target",
                                        "browser",
                                        "upkeep" + path.replace('/', '-') + "-" + language + "-" + scheme + "-"
                                                + page.viewportSize().width + ".png")));
                        page.context().close();
                    }
                }
            }
        }
    }
}
