package org.sanfen.exchange.groundjob;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages of the wizard for streets and buildings make of what is chosen in them. */
@BrowserTest
class GroundPagesIT {

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcTemplate scene;

    private String password;

    @BeforeEach
    void aTownAndAnAdministrator() throws IOException {
        Emptied.of(database, "place, staff_account, staff_audit, login_throttle, spring_session, ground_job");
        password = first.createIfNone().orElseThrow();
        scene.execute(new ClassPathResource("report/scene.sql").getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void partsOfAShapefileThatAreChosenTogetherAreOneFile(Browser browser) throws IOException {
        Locator wizard = open(browser.signIn("admin", password));

        choose(wizard, parts("areas.zip", ".*"));

        assertThat(wizard.locator("[data-file='areas.zip'] [data-layer=areas]")).containsText("CGCS2000");
        assertThat(wizard.locator("[data-missing]")).hasCount(0);
        assertThat(wizard.locator(".notice")).hasCount(0);
        wizard.locator("[data-file='areas.zip'] select[name=part]").selectOption("population");
        next(wizard);
        assertThat(wizard.locator("[data-part=population] tbody")).containsText("盐田村");
    }

    @Test
    void aShpAloneSaysWhatIsMissingAndADbfAloneWhereItBelongs(Browser browser) throws IOException {
        Locator wizard = open(browser.signIn("admin", password));

        choose(wizard, parts("areas.zip", ".*shp"));
        assertThat(wizard.locator("[data-missing=dbf]")).containsText("without names");
        assertThat(wizard.locator("[data-missing=prj]")).containsText("coordinate system");

        choose(wizard, parts("areas.zip", ".*dbf"));
        assertThat(wizard.locator("[role=alert]")).containsText("only a part of a Shapefile");
    }

    @Test
    void whatIsChosenOutlastsThePageThatIsLeftInTheMiddleOfAStep(Browser browser) {
        Page page = browser.signIn("admin", password);
        Locator wizard = open(page);
        choose(wizard, List.of(table("streets.csv", """
                wkt,路名,旧名
                "LINESTRING (7.42 43.73, 7.425 43.73)",海山路,老街
                """)));
        next(wizard);
        chosen(page, () -> wizard.locator("[data-field=name]").selectOption("旧名"));
        chosen(page, () -> {
            wizard.locator("input[name=source]").fill("Planning bureau");
            wizard.locator("input[name=source]").press("Tab");
        });

        page.reload();
        page.locator(".points, .empty").first().waitFor();
        open(page);
        wizard.locator("[data-which=unfinished] button").click();
        next(wizard);

        assertThat(wizard.locator("[data-field=name]")).hasValue("旧名");
        assertThat(wizard.locator("input[name=source]")).hasValue("Planning bureau");
    }

    @Test
    void layersThatAgreeAreGivenOneSystemTogetherAndApartOnRequest(Browser browser) {
        Page page = browser.signIn("admin", password);
        Locator wizard = open(page);
        choose(
                wizard,
                List.of(
                        table("streets.csv", "wkt\n\"LINESTRING (7.42 43.73, 7.425 43.73)\"\n"),
                        table("walls.csv", "wkt\n\"LINESTRING (7.42 43.73, 7.425 43.731)\"\n")));
        next(wizard);
        next(wizard);

        assertThat(wizard.locator("input[name=same_system]")).isChecked();
        wizard.locator("[data-part=all] select[name=crs]").selectOption("GCJ02");
        wizard.locator("input[name=same_system]").uncheck();
        assertThat(wizard.locator("[data-part=streets] select[name=crs]")).hasValue("GCJ02");
        wizard.locator("[data-part=barriers] select[name=crs]").selectOption("BD09");
        assertThat(wizard.locator("[data-part=streets] select[name=crs]")).hasValue("GCJ02");
        wizard.locator("input[name=same_system]").check();
        assertThat(wizard.locator("[data-part=all] select[name=crs]")).hasValue("GCJ02");
    }

    @Test
    void aGridThatIsFarOffNamesItsWorstPointAndIsTakenOnlyByATick(Browser browser) {
        Page page = browser.signIn("admin", password);
        Locator wizard = open(page);
        choose(wizard, List.of(table("streets.csv", "wkt\n\"LINESTRING (0 0, 500 0, 500 500)\"\n")));
        next(wizard);
        next(wizard);
        wizard.locator("select[name=crs]").selectOption("LOCAL");
        wizard.locator(".ground-controls tbody input").first().evaluate("""
                (input, text) => {
                  const clipboardData = new DataTransfer();
                  clipboardData.setData("text", text);
                  input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
                }""", """
                0 0 7.42 43.73
                1000 0 7.4324 43.73
                0 1000 7.42 43.739
                1000 1000 7.4324 43.739
                500 500 7.4262 43.735
                """);

        assertThat(wizard.locator("[data-worst]")).containsText("Point 5 fits worst: it is 4");
        assertThat(wizard.locator("tbody tr").nth(4).locator(".ground-off")).containsText("look again");
        next(wizard);
        assertThat(wizard.locator("[role=alert]").first()).containsText("Control point 5 is off the fitted grid");
        chosen(page, () -> wizard.locator("input[name=accepts_fit]").check());
        next(wizard);
        assertThat(wizard.locator("tr[data-part=streets] td[data-what=new]")).hasText("1");
        next(wizard);
        assertThat(wizard.locator(".import-done strong")).hasText("Taken over into “Newtown”.");
        assertThat(wizard.locator(".import-done a.primary")).isVisible();
    }

    /** Waits until the server knows. */
    private static void chosen(Page page, Runnable choice) {
        page.waitForResponse(answer -> answer.url().endsWith("/choice"), choice);
    }

    private static FilePayload table(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** What a zip of the test data holds, as files of their own. */
    private static List<FilePayload> parts(String zip, String names) throws IOException {
        List<FilePayload> parts = new ArrayList<>();
        try (InputStream packed = GroundPagesIT.class.getResourceAsStream("/vector/" + zip);
                ZipInputStream in = new ZipInputStream(packed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().matches(names)) {
                    parts.add(new FilePayload(entry.getName(), "application/octet-stream", in.readAllBytes()));
                }
            }
        }
        return parts;
    }

    private static Locator open(Page page) {
        Locator wizard = Browser.pick(page, "Streets and buildings from files");
        assertThat(wizard.locator(".import-drop")).isVisible();
        return wizard;
    }

    private static void choose(Locator wizard, List<FilePayload> files) {
        wizard.locator(".import-drop input[type=file]").setInputFiles(files.toArray(FilePayload[]::new));
    }

    private static void next(Locator wizard) {
        assertThat(wizard.locator("[data-next]")).isEnabled();
        wizard.locator("[data-next]").click();
    }
}
