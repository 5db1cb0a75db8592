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
        page.locator(".menu summary").click();
        page.locator(".menu-items button")
                .filter(new Locator.FilterOptions().setHasText("Streets and buildings from files"))
                .click();
        Locator wizard = page.locator("sanfen-ground dialog[open]");
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
