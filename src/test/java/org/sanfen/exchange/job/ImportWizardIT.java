package org.sanfen.exchange.job;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sanfen.staff.StaffClient.json;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
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

    @Autowired
    DataSource dataSource;

    @Autowired
    ImportJobStore store;

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
        Locator wizard = Browser.pick(page, "Import a register");
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
        assertThat(wizard.locator("[data-next]")).containsText("Take 1 row over");

        wizard.locator("[data-next]").click();
        assertThat(wizard.locator(".import-done")).containsText("New points: 1;");
        assertThat(points()).isEqualTo(1);
        wizard.locator("sanfen-import-rows tr[data-row]").last().click();
        assertThat(wizard.locator(".import-detail")).containsText("塔");
        assertThat(wizard.locator(".import-detail input")).hasCount(0);

        wizard.locator("[data-undo]").click();
        page.locator("dialog[open] button.danger:not([data-undo])").last().click();
        assertThat(wizard.locator(".import-done")).containsText("Points removed: 1;");
        assertThat(points()).isZero();
        wizard.locator("button:has-text('All imports')").click();
        wizard.locator("[data-which=ended] button").click();
        assertThat(wizard.locator("sanfen-import-rows tr[data-row]")).hasCount(3);
        assertThat(wizard.locator("a[download]")).hasText("Download 1 row to correct");
        assertThat(AxeViolations.of(page)).isEmpty();
        database.sql("UPDATE import_job SET changed_at = changed_at - interval '40 days'")
                .update();
        store.tidy(30);
        wizard.locator("button:has-text('All imports')").click();
        wizard.locator("[data-which=ended] button").click();
        assertThat(wizard.locator(".import-done")).containsText("The file and its rows have been deleted since then.");
        assertThat(wizard.locator("sanfen-import-rows")).hasCount(0);
        assertThat(database.sql("SELECT action FROM staff_audit WHERE action LIKE 'import%' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("import_applied", "import_undone");
    }

    private static void upload(Locator wizard, String name, byte[] bytes) {
        wizard.locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", bytes));
    }

    private static void next(Locator wizard) {
        wizard.locator("[data-next]").click();
    }

    /** To the preview of a file whose columns were guessed well. */
    private static void checked(Locator wizard) {
        assertThat(wizard.locator("select[name=kind]")).isVisible();
        wizard.locator("select[name=kind]").selectOption("aed");
        wizard.locator("input[name=source]").fill("aed-list");
        next(wizard);
        wizard.locator("input[name=crs][value=WGS84]").check();
        next(wizard);
    }

    private static Locator rows(Locator wizard) {
        return wizard.locator("sanfen-import-rows tr[data-row]");
    }

    private Object point(String id, String column) {
        return database.sql("SELECT " + column + " FROM point WHERE source = 'aed-list' AND source_id = :id")
                .param("id", id)
                .query()
                .singleValue();
    }

    @Test
    void whatIsWrongIsToldRowByRowMendedInTheFileAndMobilesWaitForAWord(Browser browser) throws Exception {
        double lon = 7.4231;
        double lat = 43.7312;
        String flawed = "编号,名称,地址,经度,纬度,电话,开放时间,检查日期\n"
                + "b-1,市政厅,," + lon + "1," + lat + "1,0612345678,24小时,令和6年4月1日\n"
                + "b-2,图书馆,," + lat + "2," + lon + "2,,随便看看,民國113年2月30日\n"
                + "b-3,塔,,0,0,,,\n"
                + "b-4,体育馆,Rue 3 5,,,,,\n"
                + "b-5,远方,,9.12345,43.73123,,,\n"
                + "b-6,广场,,7.42,43.73,,,\n";
        Page page = browser.signIn("admin", password);
        Locator wizard = open(page);
        upload(wizard, "AED-list.csv", flawed.getBytes(StandardCharsets.UTF_8));
        checked(wizard);

        assertThat(wizard.locator(".chip[data-what=problem]")).containsText("2");
        Locator reason = wizard.locator(".import-filters select");
        assertThat(reason.locator("option")).hasCount(10); // nine things are told of six rows
        reason.selectOption("swapped");
        assertThat(rows(wizard)).hasCount(1);
        rows(wizard).click();
        Locator detail = wizard.locator(".import-detail");
        assertThat(detail.locator("h3")).hasText("Row 3 · 图书馆");
        assertThat(detail).containsText("经度 + 纬度:");
        assertThat(detail).containsText("43.73122, 7.42312"); // what stands in the file
        assertThat(detail).containsText("随便看看");
        assertThat(detail).containsText("民國113年2月30日");
        reason.selectOption("rounded");
        assertThat(rows(wizard)).hasCount(1);
        assertThat(rows(wizard)).containsText("广场");
        wizard.locator(".chip", new Locator.LocatorOptions().setHasText("Placed by address"))
                .click();
        rows(wizard).click();
        assertThat(detail).containsText("not public until an editor has checked it");

        Download taken =
                page.waitForDownload(() -> wizard.locator("a[download]").click());
        assertThat(taken.suggestedFilename()).isEqualTo("problems-AED-list.csv");
        String file = Files.readString(taken.path());
        assertThat(file.lines()).hasSize(7).noneMatch(line -> line.contains("\ufffd"));
        String mended =
                file.replace(",b-3,塔,,0,0,", ",b-3,塔,,7.42351,43.73151,").replace("9.12345", "7.42345");
        wizard.locator("button")
                .filter(new Locator.FilterOptions().setHasText("All imports"))
                .click();
        upload(wizard, "problems-AED-list.csv", mended.getBytes(StandardCharsets.UTF_8));
        checked(wizard);
        assertThat(wizard.locator(".chip[data-what=problem]")).containsText("0");
        assertThat(wizard.locator(".chip[data-what=new]")).containsText("6");

        rows(wizard).first().click();
        assertThat(detail).containsText("0612345678");
        wizard.locator("input[name=duty_line]").check();
        assertThat(wizard.locator("input[name=duty_line]")).isChecked();
        next(wizard);
        assertThat(wizard.locator(".import-done")).containsText("New points: 6;");
        assertThat(point("b-1", "phone || phone_is_duty_line")).isEqualTo("0612345678true");
        assertThat(point("b-1", "verified_on || opening_hours")).isEqualTo("2024-04-0124/7");
        assertThat(point("b-2", "opening_hours")).isEqualTo("随便看看");
        assertThat(point("b-4", "visibility")).isEqualTo("internal");

        page.keyboard().press("Escape");
        page.locator("button.more").click();
        page.locator(".filter-problem select").selectOption("approximate");
        assertThat(page.locator(".count")).hasText("2 points"); // by its address, and by two decimals
    }

    @Test
    void anExportThatComesBackIsAllUnchangedAndAReadingCanBeCancelled(Browser browser) throws Exception {
        Page page = browser.signIn("admin", password);
        Locator export = Browser.pick(page, "Export what is listed");
        export.locator("input[value=csv]").check();
        Download taken = page.waitForDownload(
                () -> export.locator("button:text-is('Download')").click());
        byte[] file = Files.readAllBytes(taken.path());
        page.keyboard().press("Escape");

        Locator wizard = open(page);
        upload(wizard, taken.suggestedFilename(), file);
        assertThat(wizard.locator("select[data-column=id]")).hasValue("source_id");
        next(wizard);
        assertThat(wizard.locator("input[name=crs][value=WGS84]")).isChecked(); // our own files are never in doubt
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            try (Statement locking = other.createStatement()) {
                locking.execute("LOCK TABLE import_row IN SHARE MODE");
            }
            next(wizard);
            assertThat(wizard.locator(".import-progress [role=status]")).not().isEmpty();
            wizard.locator(".import-cancel").click();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> database.sql("SELECT bool_or(cancel_wanted) FROM import_job")
                            .query(Boolean.class)
                            .single());
            other.rollback();
        }
        assertThat(wizard).containsText("The import was cancelled; no point has changed.");
        next(wizard);
        assertThat(wizard.locator(".import-columns")).isVisible();
        next(wizard);
        assertThat(wizard.locator("sanfen-import-position")).isVisible();
        next(wizard);
        assertThat(wizard.locator(".chip[data-what=unchanged]")).containsText("2");
        for (String what : List.of("new", "changed", "duplicate", "problem")) {
            assertThat(wizard.locator(".chip[data-what=" + what + "]")).containsText("0");
        }
        assertThat(wizard.locator("[data-next]")).hasText("Nothing to take over: finish");
        next(wizard);
        assertThat(wizard.locator(".import-done")).containsText("Nothing has changed.");
        wizard.locator("button")
                .filter(new Locator.FilterOptions().setHasText("All imports"))
                .click();
        assertThat(wizard.locator("[data-which=unfinished]")).hasCount(0);
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
        assertThat(wizard.locator("[data-elsewhere]")).containsText("1 point of the file lies elsewhere");
        wizard.locator("sanfen-import-rows tr[data-row]").last().click();
        wizard.locator(".import-detail input[name=take]").uncheck();
        assertThat(wizard.locator("[data-next]")).containsText("Take 1 row over");
        assertThat(wizard.locator("[data-elsewhere]")).isVisible();
        wizard.locator("[data-next]").click();
        assertThat(wizard.locator(".import-done")).containsText("New points: 1;");
        assertThat(database.sql(
                                "SELECT source || ' ' || source_id FROM point WHERE source = 'osm' AND name = 'Gymnase'")
                        .query(String.class)
                        .single())
                .isEqualTo("osm node/1");
        assertThat(database.sql("SELECT count(*) FROM street").query(Long.class).single())
                .isEqualTo(streets);

        wizard.locator("[data-undo]").click();
        page.locator("dialog[open] button.danger:not([data-undo])").last().click();
        assertThat(wizard.locator(".import-done")).containsText("Points removed: 1;");
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
