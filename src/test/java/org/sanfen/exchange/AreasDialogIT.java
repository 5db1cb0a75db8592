package org.sanfen.exchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.testing.AxeViolations;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Areas drawn, moved, taken from a file and a grid by hand; and the list taken away as a file. */
@BrowserTest
class AreasDialogIT {

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcTemplate scene;

    private String password;

    @BeforeEach
    void aTownOfTwoWardsAndAnAdministrator() throws Exception {
        Emptied.ofPlacesAndStaff(database);
        scene.execute(new ClassPathResource("report/scene.sql").getContentAsString(StandardCharsets.UTF_8));
        password = first.createIfNone().orElseThrow();
    }

    private static Locator open(Page page, String entry) {
        return Browser.pick(page, entry);
    }

    private static Locator button(Locator in, String name) {
        return in.locator("button").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void clickMap(Locator map, double x, double y) {
        map.click(new Locator.ClickOptions().setPosition(x, y));
    }

    private static double[] middle(Locator corner, Locator map) {
        BoundingBox box = corner.boundingBox();
        BoundingBox whole = map.boundingBox();
        return new double[] {box.x + box.width / 2 - whole.x, box.y + box.height / 2 - whole.y};
    }

    private List<String> areas(String layer) {
        return database.sql("SELECT name FROM area WHERE layer = :layer AND valid_to IS NULL ORDER BY name")
                .param("layer", layer)
                .query(String.class)
                .list();
    }

    private String outline(String name) {
        return database.sql("SELECT ST_AsText(geom) FROM area WHERE name = :name AND valid_to IS NULL")
                .param("name", name)
                .query(String.class)
                .single();
    }

    @Test
    void anAreaIsDrawnSnappedToItsNeighbourMovedDeletedAndBroughtBack(Browser browser) {
        Page page = browser.signIn("admin", password);
        Locator dialog = open(page, "Areas");
        Locator map = dialog.locator(".areas-map");
        button(dialog, "Draw an area").click();
        clickMap(map, 200, 200);
        clickMap(map, 400, 200);
        clickMap(map, 400, 400);
        clickMap(map, 200, 400);
        button(dialog, "Close").click();
        assertThat(dialog.locator(".area-corner")).hasCount(4);
        dialog.locator("input[name=name]").fill("Old Village");
        dialog.locator("input[name=residents]").fill("1 200");
        dialog.locator("input[name=organisation]").fill("Street office");
        button(dialog, "Save the area").click();
        assertThat(dialog.locator(".areas-said")).containsText("Saved Old Village");
        assertThat(areas("drawn").size() + areas("urban_village").size()).isEqualTo(1);

        double[] north = middle(dialog.locator(".area-corner").nth(1), map);
        double[] south = middle(dialog.locator(".area-corner").nth(2), map);
        button(dialog, "Back to the list").click();
        button(dialog, "Draw an area").click();
        clickMap(map, north[0] + 6, north[1] - 5); // near the neighbour's corners: it snaps
        clickMap(map, north[0] + 90, north[1]);
        clickMap(map, south[0] + 90, south[1]);
        clickMap(map, south[0] - 5, south[1] + 6);
        button(dialog, "Close").click();
        dialog.locator("input[name=name]").fill("New Village");
        button(dialog, "Save the area").click();
        assertThat(dialog.locator(".areas-said")).containsText("Saved New Village");
        assertThat(dialog.locator(".areas-said")).not().containsText("over Old Village");
        assertThat(database.sql("""
                                SELECT ST_Touches(a.geom, b.geom) AND ST_Length(ST_Intersection(a.geom, b.geom)) > 0
                                FROM area AS a, area AS b
                                WHERE a.name = 'Old Village' AND b.name = 'New Village'
                                """).query(Boolean.class).single())
                .as("one border, nothing between")
                .isTrue();

        String before = outline("New Village");
        Locator corner = dialog.locator(".area-corner").nth(1);
        corner.dragTo(map, new Locator.DragToOptions().setTargetPosition(600, 120));
        assertThat(button(dialog, "Undo a step")).isEnabled();
        button(dialog, "Save the area").click();
        assertThat(button(dialog, "Undo a step")).isDisabled(); // the form begins anew with what was saved
        assertThat(outline("New Village")).isNotEqualTo(before);
        assertThat(AxeViolations.of(page)).isEmpty();
        assertThat(AxeViolations.ofDarkPhone(page)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "areas-1280.png")));

        button(dialog, "Delete the area").click();
        assertThat(dialog.locator(".areas-said")).containsText("Deleted New Village");
        assertThat(dialog.locator("button.area-row")).hasCount(1);
        button(dialog.locator(".areas-said"), "Undo").click();
        assertThat(dialog.locator("button.area-row")).hasCount(2);

        button(dialog, "Make a grid").click();
        dialog.locator("select[name=over]").selectOption("town.west");
        dialog.locator("input[name=size]").fill("200");
        button(dialog, "Preview").click();
        assertThat(dialog.locator(".area-counts")).containsText("0 changed");
        button(dialog, "Take these over").click();
        assertThat(dialog.locator(".areas-said")).containsText("Taken over");
        assertThat(areas("grid")).hasSizeBetween(9, 16);
    }

    @Test
    void anOutlineHalfDrawnIsNeverDroppedUnasked(Browser browser) {
        Page page = browser.signIn("admin", password);
        open(page, "Areas");
        Locator dialog = page.locator("dialog.areas-dialog");
        Locator question = page.locator("dialog[open]:not(.areas-dialog)");
        Locator map = dialog.locator(".areas-map");
        Locator corners = dialog.locator(".area-corner");
        button(dialog, "Draw an area").click();
        clickMap(map, 200, 200);
        clickMap(map, 400, 200);
        clickMap(map, 400, 400);
        page.keyboard().press("Escape");
        assertThat(corners).hasCount(2);
        for (Locator way : List.of(
                button(dialog.locator(".placing-bar"), "Cancel"),
                button(dialog, "Back to the list"),
                dialog.locator("[aria-label=Close]"))) {
            way.click();
            assertThat(question).containsText("unsaved changes");
            button(question, "Cancel").click();
            assertThat(question).hasCount(0);
            assertThat(corners).hasCount(2);
        }
        clickMap(map, 300, 400);
        button(dialog, "Close").click();
        assertThat(button(dialog, "Cut a hole")).isEnabled();

        button(dialog, "Cut a hole").click();
        clickMap(map, 500, 150);
        clickMap(map, 560, 150);
        clickMap(map, 560, 200);
        button(dialog, "Close").click();
        assertThat(dialog.locator(".area-refused")).containsText("begin inside");
        assertThat(corners).hasCount(3); // what was drawn stays
        for (int left = 3; left >= 0; left--) {
            page.keyboard().press("Escape");
        }
        assertThat(dialog.locator(".placing-bar")).hasCount(0);
        page.keyboard().press("Escape");
        assertThat(question).containsText("unsaved changes");
        button(question, "Discard").click();
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(areas("urban_village")).isEmpty();
    }

    @Test
    void whatIsRefusedStandsAtItsFieldWhichHasTheFocus(Browser browser) {
        Page page = browser.signIn("admin", password);
        Locator dialog = open(page, "Areas");
        dialog.locator(".area-tools select").selectOption("administrative");
        dialog.locator(".area-row[data-id='town.west']").click();
        dialog.locator("summary", new Locator.LocatorOptions().setHasText("Targets"))
                .click();
        Locator target = dialog.locator("input[name='targets.aed-100m']");
        target.fill("101");
        button(dialog, "Save the area").click();

        assertThat(dialog.locator(".area-target .field-error")).containsText("0 to 100");
        assertThat(target).isFocused();
        assertThat(target).hasAttribute("aria-invalid", "true");
        assertThat(dialog.locator(".areas-said")).hasCount(0);
        target.fill("95");
        button(dialog, "Save the area").click();
        assertThat(dialog.locator(".areas-said")).containsText("Saved");
        assertThat(dialog.locator(".field-error")).hasCount(0);
    }

    @Test
    void aShapefileAloneIsAskedForItsSystem(Browser browser) throws Exception {
        Page page = browser.signIn("admin", password);
        Locator dialog = open(page, "Areas");
        button(dialog, "Import a file").click();
        byte[] shapes;
        try (ZipInputStream packed = new ZipInputStream(AreasDialogIT.class.getResourceAsStream("/vector/areas.zip"))) {
            packed.getNextEntry();
            shapes = packed.readAllBytes();
        }
        dialog.locator("input[type=file]").setInputFiles(new FilePayload("areas.shp", "", shapes));

        assertThat(dialog.locator("[data-missing=crs]")).containsText("The .prj is missing");
        assertThat(dialog.locator("[data-missing=dbf]")).isVisible();
        assertThat(dialog.locator(".area-counts")).hasCount(0);
        dialog.locator("input[name=crs]").fill("4547");
        dialog.locator("input[name=crs]").blur();
        assertThat(dialog.locator(".area-problems")).containsText("outside the place");
        assertThat(dialog.locator("[data-missing=crs]")).hasCount(0);
    }

    @Test
    void onAPhoneAFileIsLookedAtThenTakenAndTheListIsExported(Browser browser) throws Exception {
        Page page = Browser.signIn(browser.openPhone("/admin/login?lang=zh-Hans"), "admin", password);
        Locator dialog = open(page, "区域");
        button(dialog, "导入文件").click();
        String file = """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"编号":"v1","名称":"沙栏吓村","人口":1200},"geometry":{"type":"Polygon",
                 "coordinates":[[[7.42,43.73],[7.422,43.73],[7.422,43.732],[7.42,43.732],[7.42,43.73]]]}},
                {"type":"Feature","properties":{"编号":"v2","名称":"远村"},"geometry":{"type":"Polygon",
                 "coordinates":[[[9.42,43.73],[9.422,43.73],[9.422,43.732],[9.42,43.73]]]}}]}""";
        dialog.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "villages.geojson", "application/geo+json", file.getBytes(StandardCharsets.UTF_8)));
        assertThat(dialog.locator(".area-problems")).containsText("远村");
        assertThat(dialog.locator(".area-counts")).containsText("新增 1");
        assertThat(areas("urban_village")).as("only shown so far").isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "areas-390.png")));
        button(dialog, "写入这些区域").click();
        assertThat(dialog.locator("button.area-row")).containsText("沙栏吓村");
        dialog.locator("[aria-label=关闭]").click();

        Locator export = open(page, "导出列表");
        assertThat(export).containsText("2 个点位");
        assertThat(export.locator(".notice")).containsText("1 个是内部点位");
        export.locator("input[value=geojson]").check();
        Download taken = page.waitForDownload(() -> button(export, "下载文件").click());
        assertThat(taken.suggestedFilename()).isEqualTo("sanfen-town-points-internal.geojson");
        assertThat(Files.readString(taken.path())).contains("aed0001", "aed0002", "© OpenStreetMap contributors");
        assertThat(export.locator(".export-said")).containsText("sanfen-town-points-internal.geojson");
    }
}
