package org.sanfen.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The station editor as staff use it, from signing in to bringing back what was removed. */
@BrowserTest
class EditorIT {

    private static final String PLACE = """
            INSERT INTO place (id, name, zone, country, bounds)
            VALUES ('town', 'Town', 'Europe/Monaco', 'MC', ST_MakeEnvelope(7.40, 43.72, 7.44, 43.76, 4326))
            """;

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    private StaffClient visitor;
    private String password;

    @BeforeEach
    void anEmptyTownAndAnAdministrator() {
        Emptied.ofPlacesAndStaff(database);
        database.sql(PLACE).update();
        password = first.createIfNone().orElseThrow();
        visitor = new StaffClient(port);
    }

    @Test
    void aStationAddedByAClickIsPublicAtOnceAndCanBeRemovedAndBroughtBack(Browser browser) {
        Page page = browser.signIn("admin", password);
        String id = addStation(page, "Station Larvotto");

        assertThat(publicNames()).containsExactly("Station Larvotto");
        assertThat(publicPoint(id).at("/properties/kind").stringValue()).isEqualTo("micro_fire_station");
        double lon = publicPoint(id).at("/geometry/coordinates/0").doubleValue();
        assertThat(lon).as("east of the map's left edge, where it was clicked").isBetween(7.40, 7.44);

        page.locator(".deeds .danger").click();
        page.locator("dialog[open] .danger").click();
        assertThat(page.locator(".toast")).containsText("removed");
        assertThat(publicNames()).isEmpty();

        page.locator(".toast button").first().click();
        assertThat(page.locator(".toast")).containsText("Undone");
        assertThat(publicNames()).containsExactly("Station Larvotto");
    }

    @Test
    void anAddressOfAPlaceThatCannotBeOpenedIsToldAndLeadsToOneThatCan(Browser browser) {
        Page page = browser.signIn("admin", password);
        page.navigate(browser.url("/admin?place=nowhere&lang=zh-Hans"));

        assertThat(page.locator(".toast")).containsText("“nowhere”不是您能打开的地区；现在显示的是");
        assertThat(page).hasURL(browser.url("/admin?place=town&lang=zh-Hans"));
    }

    @Test
    void twoEditorsOnOnePointBothKeepWhatTheyTyped(Browser browser) {
        Page one = browser.signIn("admin", password);
        String id = addStation(one, "Station");
        Page two = browser.signIn("wang.li", makeEditor());
        two.locator("tr[data-id='" + id + "']").click();
        two.fill("#field-phone", "93 15 30 15");
        two.fill("#field-name", "Station of Wang Li");

        one.fill("#field-name", "Station of the administrator");
        one.fill("#field-level", "0");
        save(one);

        two.locator(".drawer-foot .primary").click();
        Locator conflict = two.locator(".conflict");
        assertThat(conflict).containsText("Administrator saved a change");
        assertThat(conflict.locator("tr.clash")).hasCount(1);
        assertThat(conflict.locator("tr.clash")).containsText("Station of the administrator");
        conflict.locator(".primary").click();
        assertThat(two.locator(".toast")).containsText(": saved");

        JsonNode merged = publicPoint(id).get("properties");
        assertThat(merged.get("name").stringValue()).isEqualTo("Station of Wang Li");
        assertThat(merged.get("phone").stringValue()).isEqualTo("93 15 30 15");
        assertThat(merged.get("level").stringValue())
                .as("the other's own field")
                .isEqualTo("0");
    }

    @Test
    void anEarlierStateCanBeHadBackFromTheHistory(Browser browser) {
        Page page = browser.signIn("admin", password);
        String id = addStation(page, "First name");
        page.fill("#field-name", "Second name");
        save(page);

        page.locator("[role=tab]").nth(1).click();
        Locator newest = page.locator(".history > li").first();
        assertThat(newest.locator("del")).hasText("First name");
        assertThat(newest.locator("ins")).hasText("Second name");
        page.locator(".history > li").nth(1).locator("button").click();
        assertThat(page.locator(".toast")).containsText("back to the earlier state");
        assertThat(publicPoint(id).at("/properties/name").stringValue()).isEqualTo("First name");
    }

    @Test
    void draggingTheSignMovesThePointOnceItIsSaved(Browser browser) {
        Page page = browser.signIn("admin", password);
        String id = addStation(page, "Station");
        double before = publicPoint(id).at("/geometry/coordinates/0").doubleValue();

        BoundingBox sign = page.locator(".point-icon-selected").boundingBox();
        page.mouse().move(sign.x + 22, sign.y + 22);
        page.mouse().down();
        page.mouse().move(sign.x + 122, sign.y + 22, steps());
        page.mouse().up();
        assertThat(page.locator(".toast")).containsText("not saved yet");
        assertThat(publicPoint(id).at("/geometry/coordinates/0").doubleValue()).isEqualTo(before);
        save(page);
        assertThat(publicPoint(id).at("/geometry/coordinates/0").doubleValue()).isGreaterThan(before);
    }

    @Test
    void theSignIsMovedByKeysAndSetOntoTheStationThatItIsReleasedBeside(Browser browser) {
        Page page = browser.signIn("admin", password);
        String port = addStation(page, "Port");
        page.keyboard().press("Escape");
        String id = addStation(page, "Station");
        double lon = publicPoint(port).at("/geometry/coordinates/0").doubleValue();
        page.locator(".point-icon-selected").focus();
        for (int step = 0; step < 4; step++) {
            page.keyboard().press("Shift+ArrowRight");
        }
        page.keyboard().press("ArrowLeft");
        save(page);
        double moved = publicPoint(id).at("/geometry/coordinates/0").doubleValue() - lon;
        assertThat(moved * 111_195 * Math.cos(Math.toRadians(43.74)))
                .as("four steps of ten metres and one of one back, from where both were clicked")
                .isBetween(36.0, 42.0);

        BoundingBox sign = page.locator(".point-icon-selected").boundingBox();
        double metresAPixel = 156_543 * Math.cos(Math.toRadians(43.74)) / Math.pow(2, 17);
        page.mouse().move(sign.x + 22, sign.y + 22);
        page.mouse().down();
        page.mouse().move(sign.x + 22 - 37 / metresAPixel, sign.y + 22, steps());
        assertThat(page.locator(".snap-ring.is-close")).isVisible();
        page.mouse().up();
        assertThat(page.locator(".toast")).containsText("Set onto Port");
        assertThat(page.locator(".snap-ring")).hasCount(0);
        save(page);
        assertThat(publicPoint(id).get("geometry")).isEqualTo(publicPoint(port).get("geometry"));
    }

    private static Mouse.MoveOptions steps() {
        return new Mouse.MoveOptions().setSteps(5);
    }

    @Test
    void aRefusedFieldIsToldAtTheFieldAndNothingTypedIsLost(Browser browser) {
        Page page = browser.signIn("admin", password);
        addStation(page, "Station");
        page.fill("#field-address", "Quai Albert Ier");
        page.fill("#field-opening_hours", "whenever");
        page.locator(".drawer-foot .primary").click();
        assertThat(page.locator("[data-key=opening_hours] .field-error")).isVisible();
        assertThat(page.locator("#field-opening_hours")).isFocused();
        assertThat(page.locator("#field-address")).hasValue("Quai Albert Ier");

        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]")).containsText("unsaved changes");
        page.locator("dialog[open] button").first().click();
        assertThat(page.locator("#field-address")).hasValue("Quai Albert Ier");
    }

    @Test
    void theChineseEditorIsRefusedInChinese(Browser browser) {
        Page page = browser.signIn("admin", password);
        page.navigate("http://127.0.0.1:" + port + "/admin?lang=zh-Hans");
        addStation(page, "滨海站");
        page.fill("#field-opening_hours", "Mo-So 9-17");
        page.locator(".drawer-foot .primary").click();
        assertThat(page.locator("[data-key=opening_hours] .field-error")).hasText("开放时间的写法不够规范，请写成：Mo-Su 09:00-17:00。");

        page.locator(".menu summary").click();
        page.locator(".menu-items button", new Page.LocatorOptions().setHasText("我的账号"))
                .click();
        page.fill("[name=current_password]", password);
        page.fill("[name=new_password]", "short");
        page.locator("dialog[open] .primary").click();
        assertThat(page.locator("dialog[open] .field-error")).hasText("新密码至少 12 个字符，用几个词即可。");
    }

    @Test
    void anEndedSessionAsksToSignInAgainOverThePageAndTheSaveGoesOn(Browser browser) {
        Page page = browser.signIn("admin", password);
        String id = addStation(page, "Station");
        page.fill("#field-name", "Typed before the session ended");
        Emptied.of(database, "spring_session");

        page.locator(".drawer-foot .primary").click();
        page.fill("dialog[open] [name=password]", password);
        page.waitForResponse(
                answer -> answer.request().method().equals("PATCH") && answer.ok(),
                () -> page.locator("dialog[open] .primary").click());
        assertThat(page.locator(".toast")).containsText(": saved");
        assertThat(publicPoint(id).at("/properties/name").stringValue()).isEqualTo("Typed before the session ended");
    }

    @Test
    void theListIsWorkedByKeyboardAlone(Browser browser) {
        Page page = browser.signIn("admin", password);
        addStation(page, "Alpha");
        page.keyboard().press("Escape");
        addStation(page, "Beta");
        page.keyboard().press("Escape");
        page.locator("tr[data-at='0']").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator(".drawer h2")).hasText("Beta");
        assertThat(page.locator(".drawer h2")).isFocused();

        page.locator(".deeds .danger").click();
        page.locator("dialog[open] .danger").click();
        assertThat(page.locator(".toast")).containsText("removed");
        page.keyboard().press("Escape");
        assertThat(page.locator("tr[data-id]")).isFocused(); // the other one: what was removed is listed no more
        page.keyboard().press("n");
        page.locator("#editor-map").click();
        assertThat(page.locator("#new-kind")).isFocused();
        page.locator(".drawer-foot button").first().click();
        assertThat(page.locator("tr[data-id]")).isFocused();
    }

    /** Adds a micro fire station by a click on the map; its public id. */
    private String addStation(Page page, String name) {
        page.locator(".add").click();
        page.locator("#editor-map").click();
        page.selectOption("#new-kind", "micro_fire_station");
        page.fill("#field-name", name);
        page.locator(".drawer-foot .primary").click();
        return page.locator(".drawer-head code").textContent();
    }

    private static void save(Page page) {
        page.locator(".drawer-foot .primary").click();
        assertThat(page.locator(".toast")).containsText(": saved");
    }

    private String makeEditor() {
        StaffClient administrator = new StaffClient(port).signIn("admin", password);
        return json(administrator.send(
                        "POST",
                        "/admin/api/staff",
                        "{\"login\":\"wang.li\",\"display_name\":\"Wang Li\",\"role\":\"editor\"}"))
                .get("password")
                .stringValue();
    }

    private JsonNode publicPoint(String id) {
        return json(visitor.get("/api/points/" + id));
    }

    private List<String> publicNames() {
        JsonNode features = json(visitor.get("/api/points?place=town")).get("features");
        return StreamSupport.stream(features.spliterator(), false)
                .map(feature -> feature.at("/properties/name").stringValue())
                .toList();
    }
}
