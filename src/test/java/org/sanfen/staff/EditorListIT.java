package org.sanfen.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list and the map of the editor: filters, many points changed at once, undo, work that a reload does not lose. */
@BrowserTest
class EditorListIT {

    private static final String PLACE = """
            INSERT INTO place (id, name, zone, country, bounds)
            VALUES ('town', 'Town', 'Europe/Monaco', 'MC', ST_MakeEnvelope(7.40, 43.72, 7.44, 43.76, 4326))
            """;

    private static final String POINTS = """
            INSERT INTO point (id, place_id, kind, name, geom, operator, opening_hours, source, change_number)
            SELECT 'aaaaa' || lpad(n::text, 2, '0'), 'town', CASE WHEN n % 2 = 0 THEN 'aed' ELSE 'fire_hose' END,
                   'Point ' || n, ST_SetSRID(ST_MakePoint(7.402 + n * 0.0009, 43.73 + n % 7 * 0.003), 4326),
                   CASE WHEN n < 10 THEN 'Ville' END, '24/7', 'staff', next.number
            FROM generate_series(1, 40) AS n, (SELECT next_change_number('town', 'points') AS number) AS next
            """;

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    private String password;

    @BeforeEach
    void aTownOfFortyPoints() {
        Emptied.ofPlacesAndStaff(database);
        database.sql(PLACE).update();
        database.sql(POINTS).update();
        password = first.createIfNone().orElseThrow();
    }

    private List<String> operators() {
        return database.sql("SELECT coalesce(operator, '-') FROM point WHERE kind = 'aed' ORDER BY id")
                .query(String.class)
                .list();
    }

    @Test
    void whatIsFilteredIsChangedAtOnceWithAPreviewAndTakenBackAlsoAfterAReload(Browser browser) {
        Page page = browser.signIn("admin", password);
        List<String> before = operators();
        page.locator(".tools > select").first().selectOption("aed");
        assertThat(page.locator(".count")).hasText("20 points");
        page.locator("button.more").click();
        page.locator(".add-condition").click();
        page.locator(".condition select").first().selectOption("operator");
        page.locator(".condition select").nth(1).selectOption("empty");
        assertThat(page.locator(".count")).hasText("16 points");
        page.keyboard().press("Escape");

        page.locator("tr[data-at='0']").focus();
        page.keyboard().press("Control+a");
        assertThat(page.locator(".selection-bar")).containsText("16 selected");
        page.locator("button.bulk").click();
        page.selectOption(".bulk-field", "operator");
        page.fill(".bulk-value", "Red Cross");
        page.locator("dialog[open] .primary").click();
        assertThat(page.locator(".bulk-dialog tbody tr")).hasCount(16);
        assertThat(page.locator(".bulk-dialog tbody tr").first().locator("ins")).hasText("Red Cross");
        assertThat(operators()).as("a preview writes nothing").isEqualTo(before);

        database.sql("UPDATE point SET revision = 2, operator = 'SNCF' WHERE id = 'aaaaa20'")
                .update();
        page.locator("dialog[open] .apply").click();
        assertThat(page.locator(".bulk-refusals li")).hasCount(1);
        assertThat(operators()).as("one conflict stops all").doesNotContain("Red Cross");
        page.locator(".leave-out").click();
        assertThat(page.locator(".bulk-dialog tbody tr")).hasCount(15);
        page.locator("dialog[open] .apply").click();
        assertThat(page.locator(".toast")).containsText("15 points changed");
        assertThat(operators().stream().filter("Red Cross"::equals)).hasSize(15);

        page.reload();
        page.locator("tr[data-id]").first().waitFor();
        page.locator("button.undo").click();
        assertThat(page.locator(".toast")).containsText("Undone");
        assertThat(operators()).doesNotContain("Red Cross").contains("SNCF");
        page.locator("button.redo").click();
        assertThat(page.locator(".toast")).containsText("Done again");
        database.sql("UPDATE point SET revision = revision + 1, operator = 'CHPG' WHERE id = 'aaaaa30'")
                .update();
        page.locator("button.undo").click();
        assertThat(page.locator(".toast")).containsText("Point 30 has been changed since");
        assertThat(operators()).as("nothing half undone").contains("CHPG", "Red Cross");
    }

    @Test
    void listAndMapStayInStepAndUnsavedWorkSurvivesAReload(Browser browser) {
        Page page = browser.signIn("admin", password);
        page.locator("tr[data-id='aaaaa01']").hover();
        assertThat(page.locator(".hover-ring")).isVisible();
        BoundingBox ring = page.locator(".hover-ring").boundingBox();
        page.mouse().move(ring.x + 22, ring.y + 22);
        assertThat(page.locator("tr[data-id='aaaaa01']")).hasClass("is-hovered");
        page.mouse().click(ring.x + 22, ring.y + 22);
        assertThat(page.locator(".drawer h2")).hasText("Point 1");
        assertThat(page.locator(".drawer h2")).isFocused();

        page.fill("#field-name", "Typed and not saved");
        page.reload();
        assertThat(page.locator("#field-name")).hasValue("Typed and not saved");
        database.sql("UPDATE point SET revision = 2, level = '3', change_number = next_change_number('town', 'points') "
                        + "WHERE id = 'aaaaa01'")
                .update();
        page.reload();
        Locator merge = page.locator(".conflict");
        assertThat(merge.locator("tr")).containsText(new String[] {"", "3", "Typed and not saved"});
        merge.locator(".primary").click();
        assertThat(page.locator(".toast")).containsText("saved");
        assertThat(database.sql("SELECT name || ' ' || level FROM point WHERE id = 'aaaaa01'")
                        .query(String.class)
                        .single())
                .isEqualTo("Typed and not saved 3");
        page.keyboard().press("Escape");

        page.locator(".in-view input").check();
        assertThat(page.locator(".count")).not().hasText("40 points");
        page.locator(".in-view input").uncheck();
        assertThat(page.locator(".count")).hasText("40 points");
        page.keyboard().press("Escape");
        page.locator(".count").click();
        page.keyboard().press("?");
        assertThat(page.locator("dialog.shortcuts")).isVisible();
        page.keyboard().press("Escape");
        escapeClosesOneThingAtATime(page);
        lettersCanBeTurnedOff(page);

        page.locator(".add").click();
        page.locator(".other-ways").click();
        page.fill(".add-coordinates", "7°25'12\" 43°44'24\"");
        page.locator(".swap").click();
        page.locator(".add-point .primary").click();
        assertThat(page.locator("#field-lat")).hasValue("43.74");
        assertThat(page.locator("#field-lon")).hasValue("7.42");
    }

    @Test
    void theListIsSortedAndAskedByAreaDueDateAndWhatIsWrong(Browser browser) {
        database.sql("""
                        INSERT INTO area (id, place_id, layer, name, geom, area_m2, source, content_hash, valid_from)
                        VALUES ('town.west', 'town', 'drawn', 'West',
                                ST_Multi(ST_MakeEnvelope(7.40, 43.72, 7.4025 + 9 * 0.0009, 43.76, 4326)), 1, 'test',
                                gen_random_uuid(), 1)
                        """).update();
        database.sql("UPDATE point SET next_check_due = current_date - 9 WHERE id IN ('aaaaa03', 'aaaaa30')")
                .update();
        database.sql("UPDATE point SET locked = true WHERE id = 'aaaaa03'").update();
        Page page = browser.signIn("admin", password);
        Locator table = page.locator("table[aria-rowcount]");
        assertThat(table).hasAttribute("aria-rowcount", "41");
        assertThat(page.locator("tr[data-at='39']")).hasCount(0); // only what is in view is in the page
        page.locator("th.col-name button").click();
        assertThat(page.locator("th.col-name")).hasAttribute("aria-sort", "descending");
        assertThat(page.locator("tr[data-at='0']")).containsText("Point 40");
        page.locator(".table-scroll").evaluate("box => box.scrollTo(0, box.scrollHeight)");
        assertThat(page.locator("tr[data-at='39']")).containsText("Point 1");

        page.locator("button.more").click();
        page.locator(".filter-due select").selectOption("check_overdue");
        assertThat(page.locator(".count")).hasText("2 points");
        page.locator(".filter-area select").selectOption("town.west");
        assertThat(page.locator(".count")).hasText("1 point");
        assertThat(page.locator("tr[data-id='aaaaa03']")).isVisible();
        page.locator(".filter-due select").selectOption("");
        assertThat(page.locator(".count")).hasText("9 points");
        page.locator(".filter-problem select").selectOption("locked");
        assertThat(page.locator(".count")).hasText("1 point");
        assertThat(page.locator("button.more .figure")).hasText("2");
        page.locator(".filter-actions button").last().click();
        assertThat(page.locator(".count")).hasText("40 points");
    }

    @Test
    void aPhoneHasRoomForTheRowsWhileFiltersAreOpenAndForTheMapWhenItIsAskedFor(Browser browser) {
        Page page = Browser.signIn(browser.openPhone("/admin/login?lang=en"), "admin", password);
        page.locator("button.more").click();
        page.locator("tr[data-at='0'] input").click();
        page.locator("tr[data-at='1'] input").click();
        assertThat(page.locator(".for-keys:visible")).hasCount(0);
        page.getByText("Show on the map").click();
        assertThat(page.locator("sanfen-filter-panel")).hasCount(0);
        page.waitForFunction("() => document.querySelector('.map-pane').clientHeight > 200");
    }

    @Test
    void theMenuLiesWhollyOnAPhonesScreenAlsoBesideTheLabelOfASchematicPlace(Browser browser) {
        for (boolean isSchematic : new boolean[] {false, true}) {
            database.sql("UPDATE place SET schematic = :is")
                    .param("is", isSchematic)
                    .update();
            Page page = Browser.signIn(browser.openPhone("/admin/login?lang=en"), "admin", password);
            page.locator(".topbar .menu summary").click();
            BoundingBox menu = page.locator(".topbar .menu-items").boundingBox();
            assertThat(menu.x).as("left, schematic " + isSchematic).isGreaterThanOrEqualTo(0);
            assertThat(menu.x + menu.width).as("right").isLessThanOrEqualTo(390);
        }
    }

    private static void escapeClosesOneThingAtATime(Page page) {
        Locator menu = page.locator(".column-menu .menu-items");
        page.locator("tr[data-at='0'] input").check();
        page.locator(".column-menu summary").click();
        assertThat(menu).isVisible();
        menu.locator("input").nth(1).focus();
        page.keyboard().press("Escape");
        assertThat(menu).isHidden();
        assertThat(page.locator(".column-menu summary")).isFocused();
        page.locator(".column-menu summary").click();
        page.locator(".count").click();
        assertThat(menu).isHidden();
        page.fill(".search", "Point");
        page.keyboard().press("Escape");
        assertThat(page.locator(".search")).hasValue("");
        assertThat(page.locator(".selection-bar")).isVisible();
        page.locator(".count").click();
        page.keyboard().press("Escape");
        assertThat(page.locator(".selection-bar")).hasCount(0);
    }

    private static void lettersCanBeTurnedOff(Page page) {
        Locator letters = page.locator("dialog.shortcuts [name=letters]");
        page.keyboard().press("?");
        letters.uncheck();
        page.keyboard().press("Escape");
        page.keyboard().press("n");
        page.keyboard().press("?");
        page.keyboard().press("Control+a");
        assertThat(page.locator(".selection-bar")).isVisible();
        assertThat(page.locator(".placing-bar")).hasCount(0);
        assertThat(letters).isHidden();
        page.keyboard().press("Escape");
        page.locator("button.help").click();
        letters.check();
        page.keyboard().press("Escape");
    }
}
