package org.sanfen.exchange.job;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.exchange.osm.Scene;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.AxeViolations;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A spreadsheet goes through the whole wizard: closed half-way and gone on with, looked at, taken over, undone. So does an
 * extract, without its questions.
 */
@BrowserTest
class ImportWizardIT {

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcTemplate scene;

    private String password;
    private String file;

    @BeforeEach
    void aTownAndAnAdministrator() throws Exception {
        Emptied.ofPlacesAndStaff(database);
        scene.execute(new ClassPathResource("report/scene.sql").getContentAsString(StandardCharsets.UTF_8));
        password = first.createIfNone().orElseThrow();
        double[] middle = database.sql(
                        "SELECT ST_X(ST_Centroid(bounds)), ST_Y(ST_Centroid(bounds)) FROM place WHERE id = 'town'")
                .query((row, number) -> new double[] {row.getDouble(1), row.getDouble(2)})
                .single();
        file = "编号,名称,经度,纬度,备注\n"
                + "a-1,市政厅," + middle[0] + "," + middle[1] + ",一楼\n"
                + "a-2,图书馆," + (middle[0] + 0.0003) + "," + middle[1] + ",二楼\n"
                + "a-3,塔,0,0,\n";
    }

    private static Locator open(Page page) {
        page.locator(".menu summary").click();
        page.locator(".menu-items button")
                .filter(new Locator.FilterOptions().setHasText("Import a register"))
                .click();
        Locator wizard = page.locator("sanfen-import dialog[open]");
        assertThat(wizard.locator(".import-drop")).isVisible();
        return wizard;
    }

    private long points() {
        return database.sql("SELECT count(*) FROM point WHERE source = 'aed-list' AND status <> 'removed'")
                .query(Long.class)
                .single();
    }

    @Test
    void aSpreadsheetIsReadLookedAtTakenOverAndUndone(Browser browser) {
        Page page = browser.signIn("admin", password);
        Locator wizard = open(page);
        wizard.locator("input[type=file]")
                .setInputFiles(new FilePayload("AED-list.csv", "text/csv", file.getBytes(Charset.forName("GB18030"))));

        assertThat(wizard.locator("select[name=charset]")).hasValue("GB18030");
        assertThat(wizard.locator(".import-cells tbody tr").first()).containsText("市政厅");
        assertThat(wizard.locator("select[data-column=名称]")).hasValue("name");
        assertThat(wizard.locator("input[name=source]")).hasValue("aed-list");
        wizard.locator("select[data-column=备注]").selectOption("placement");
        wizard.locator("[data-next]").click();
        wizard.locator("input[name=crs][value=WGS84]").check();
        wizard.locator("[data-next]").click();
        assertThat(wizard.locator("[role=alert]")).containsText("Say what the rows are");
        wizard.locator("button")
                .filter(new Locator.FilterOptions().setHasText("Back"))
                .click();
        wizard.locator("select[name=kind]").selectOption("aed");
        wizard.locator("[data-next]").click();
        wizard.locator("[data-next]").click();

        assertThat(wizard.locator("sanfen-import-rows tr[data-row]")).hasCount(3);
        assertThat(wizard.locator(".chip[data-what=new]")).containsText("2");
        assertThat(wizard.locator(".chip[data-what=problem]")).containsText("1");
        assertThat(points()).as("only looked at so far").isZero();
        assertThat(AxeViolations.of(page)).isEmpty();
        assertThat(AxeViolations.ofDarkPhone(page)).isEmpty();

        page.reload();
        page.locator(".points, .empty").first().waitFor();
        wizard = open(page);
        wizard.locator("[data-which=unfinished] button").click();
        wizard.locator("button:has-text('Discard this file')").click();
        Locator question = page.locator("dialog[open]:not(.import-dialog)");
        assertThat(question).containsText("No point is touched");
        question.locator("button:text-is('Cancel')").click();
        wizard.locator(".chip[data-what=problem]").click();
        assertThat(wizard.locator("sanfen-import-rows tr[data-row]")).hasCount(1);
        wizard.locator("sanfen-import-rows tr[data-row]").click();
        assertThat(wizard.locator(".import-detail")).containsText("塔");
        wizard.locator(".chip[data-what=new]").click();
        wizard.locator("sanfen-import-rows tr[data-row]").last().click();
        wizard.locator(".import-detail input[name=take]").uncheck();
        assertThat(wizard.locator("[data-next]")).containsText("Take 1 rows over");

        wizard.locator("[data-next]").click();
        assertThat(wizard.locator(".import-done")).containsText("1 points are new");
        assertThat(points()).isEqualTo(1);

        wizard.locator("[data-undo]").click();
        page.locator("dialog[open] button.danger:not([data-undo])").last().click();
        assertThat(wizard.locator(".import-done")).containsText("1 points removed");
        assertThat(points()).isZero();
        assertThat(database.sql("SELECT action FROM staff_audit WHERE action LIKE 'import%' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("import_applied", "import_undone");
    }

    @Test
    void theEmergencyPointsOfAnExtractComeInWithoutAQuestion(Browser browser) {
        String extract = new Scene()
                .node(1, 7.4211, 43.7311, "emergency=defibrillator", "name=Gymnase")
                .node(2, 7.4231, 43.7321, "emergency=fire_hydrant")
                .node(3, 7.4, 43.9, "emergency=fire_hydrant")
                .node(4, 7.4212, 43.7312)
                .way(5, "1 2 4", "highway=residential")
                .xml();
        long streets =
                database.sql("SELECT count(*) FROM street").query(Long.class).single();
        Page page = browser.signIn("admin", password);
        Locator wizard = open(page);
        wizard.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "town.osm", "application/octet-stream", extract.getBytes(StandardCharsets.UTF_8)));

        assertThat(wizard.locator(".import-extract")).containsText("./run import FILE --place ID");
        assertThat(wizard.locator(".import-steps [aria-current]")).hasText("OpenStreetMap");
        assertThat(AxeViolations.of(page)).isEmpty();
        wizard.locator("[data-next]").click();

        assertThat(wizard.locator("sanfen-import-rows tr[data-row]")).hasCount(2);
        assertThat(wizard.locator(".chip[data-what=new]")).containsText("2");
        assertThat(wizard.locator("[data-elsewhere]")).containsText("1 points of the file lie elsewhere");
        wizard.locator("sanfen-import-rows tr[data-row]").last().click();
        wizard.locator(".import-detail input[name=take]").uncheck();
        assertThat(wizard.locator("[data-next]")).containsText("Take 1 rows over");
        assertThat(wizard.locator("[data-elsewhere]")).isVisible();
        wizard.locator("[data-next]").click();
        assertThat(wizard.locator(".import-done")).containsText("1 points are new");
        assertThat(database.sql(
                                "SELECT source || ' ' || source_id FROM point WHERE source = 'osm' AND name = 'Gymnase'")
                        .query(String.class)
                        .single())
                .isEqualTo("osm node/1");
        assertThat(database.sql("SELECT count(*) FROM street").query(Long.class).single())
                .isEqualTo(streets);

        wizard.locator("[data-undo]").click();
        page.locator("dialog[open] button.danger:not([data-undo])").last().click();
        assertThat(wizard.locator(".import-done")).containsText("1 points removed");
    }

    @Test
    void theInterfaceSaysWhatItCantDo() {
        StaffClient stranger = new StaffClient(port);
        assertThat(stranger.get("/admin/api/imports?place=town", "Accept", "application/json")
                        .statusCode())
                .isEqualTo(401);
        StaffClient admin = new StaffClient(port).signIn("admin", password);

        assertThat(admin.get("/admin/api/imports/99").statusCode()).isEqualTo(404);
        assertThat(json(admin.get("/admin/api/imports?place=nowhere"))
                        .get("parameter")
                        .stringValue())
                .isEqualTo("place");
        assertThat(json(admin.get("/admin/api/imports?place=town&kind=aed"))
                        .get("parameter")
                        .stringValue())
                .isEqualTo("kind");
        var refused = admin.sendText("/admin/api/imports?place=town&name=a.csv", "application/octet-stream", "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("detail").stringValue()).contains("a.csv");

        var opened = admin.sendText("/admin/api/imports?place=town&name=a.csv", "application/octet-stream", file);
        assertThat(opened.statusCode()).isEqualTo(201);
        long id = json(opened).get("id").longValue();
        assertThat(admin.send("POST", "/admin/api/imports/" + id + "/apply", "").statusCode())
                .as("it is not ready")
                .isEqualTo(409);
        assertThat(json(admin.get("/admin/api/imports/" + id + "/rows?what=odd"))
                        .get("parameter")
                        .stringValue())
                .isEqualTo("what");
        assertThat(admin.send("DELETE", "/admin/api/imports/" + id, "").statusCode())
                .isEqualTo(204);
    }
}
