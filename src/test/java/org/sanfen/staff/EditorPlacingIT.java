package org.sanfen.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Geolocation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a point stands: said by an address, by coordinates of any map, by the device itself; and what is odd about it. */
@BrowserTest
class EditorPlacingIT {

    private static final String CHINESE_TOWN = """
            INSERT INTO place (id, name, zone, country, bounds)
            VALUES ('futian', '福田', 'Asia/Shanghai', 'CN', ST_MakeEnvelope(114.0, 22.5, 114.1, 22.6, 4326))
            """;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcTemplate scene;

    private String password;

    @BeforeEach
    void aTownByTheSeaAndOneInChina() throws Exception {
        Emptied.ofPlacesAndStaff(database);
        scene.execute(new ClassPathResource("report/scene.sql").getContentAsString(StandardCharsets.UTF_8));
        database.sql(CHINESE_TOWN).update();
        password = first.createIfNone().orElseThrow();
    }

    private static Locator otherWays(Page page) {
        page.locator(".add").click();
        page.locator(".other-ways").click();
        Locator dialog = page.locator("dialog.add-point");
        assertThat(dialog.locator(".add-address")).isVisible();
        return dialog;
    }

    private static String create(Page page, String kind, String name) {
        page.selectOption("#new-kind", kind);
        page.fill("#field-name", name);
        page.locator(".drawer-foot .primary").click();
        return page.locator(".drawer-head code").textContent();
    }

    private Map<String, Object> point(String id) {
        return database.sql(
                        "SELECT ST_X(geom) AS lon, ST_Y(geom) AS lat, address, accuracy_m FROM point WHERE id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }

    private static double typed(Page page, String field) {
        return Double.parseDouble(page.locator("#field-" + field).inputValue());
    }

    @Test
    void aPointIsPlacedByAnAddressByWhatAChineseMapSaysOrWhereOneStands(Browser browser) {
        Page page = Browser.signIn(browser.openDesktop("/admin/login?place=town&lang=en"), "admin", password);
        Locator dialog = otherWays(page);
        dialog.locator(".add-address").fill("boulevard 33");
        assertThat(dialog.locator("[role=status]")).containsText("Nothing found for “boulevard 33”");
        dialog.locator(".add-address").fill("rue 3");
        dialog.locator(".add-hits button").first().click();
        assertThat(page.locator("#field-address")).hasValue("Rue 3");
        assertThat(point(create(page, "micro_fire_station", "By address")))
                .containsEntry("address", "Rue 3")
                .extractingByKey("lat")
                .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
                .as("on the third street from the south")
                .isCloseTo(43.7318, within(1e-4));

        page = Browser.signIn(browser.openDesktop("/admin/login?place=futian&lang=en"), "admin", password);
        dialog = otherWays(page);
        dialog.locator(".add-coordinates").fill("114.0579, 22.5431");
        assertThat(dialog.locator(".primary")).isDisabled(); // nobody has said which map they are from
        dialog.locator("input[value=gcj02]").check();
        dialog.locator(".primary").click();
        assertThat(typed(page, "lon")).as("as far west as AMap is off").isCloseTo(114.0528, within(3e-4));
        assertThat(typed(page, "lat")).isCloseTo(22.5458, within(3e-4));
        page.locator(".drawer-foot button").first().click();
        dialog = otherWays(page);
        dialog.locator(".add-coordinates").fill("22°32'35.16\"N 114°3'28.44\"E");
        dialog.locator("input[value=bd09]").check();
        dialog.locator(".primary").click();
        assertThat(typed(page, "lon")).as("Baidu is off twice").isCloseTo(114.0464, within(5e-4));
    }

    @Test
    void thePhoneOnTheSpotTellsNobodyWhereItIsBeforeThePointIsSaved(Browser browser) {
        NewContextOptions phone = Browser.phone()
                .setGeolocation(new Geolocation(43.73251, 7.42377).setAccuracy(12))
                .setPermissions(List.of("geolocation"));
        Page page = Browser.signIn(browser.open("/admin/login?place=town&lang=zh-Hans", phone), "admin", password);
        browser.forgetRequests();
        otherWays(page).locator(".locate").click();
        assertThat(page.locator("#field-lat")).hasValue("43.73251");
        assertThat(page.locator("#field-accuracy_m")).hasValue("12");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        page.selectOption("#new-kind", "aed");
        page.fill("#field-name", "门口");
        assertThat(browser.sent())
                .as("the device's position is in no request until somebody saves the point")
                .noneMatch(sent -> (sent.url() + sent.body()).contains("43.7325"));

        page.locator(".drawer-foot .primary").click();
        assertThat(point(page.locator(".drawer-head code").textContent()))
                .containsEntry("lon", 7.42377)
                .containsEntry("accuracy_m", 12.0);
    }

    @Test
    void whatIsOddOfASpotAndWhatItsCoverageWinsAndLosesIsSaidBeforeItIsSaved(Browser browser) {
        Page page = Browser.signIn(browser.openDesktop("/admin/login?place=town&lang=en"), "admin", password);
        page.locator("tr[data-id='aed0001']").click();
        Locator hints = page.locator(".position-hints");
        Locator live = page.locator(".live-coverage");
        assertThat(page.locator(".drawer h2")).hasText("Mairie");
        assertThat(hints).hasCount(0);
        assertThat(live).hasCount(0);

        BoundingBox sign = page.locator(".point-icon-selected").boundingBox();
        BoundingBox map = page.locator("#editor-map").boundingBox();
        page.mouse().move(sign.x + 22, sign.y + 22);
        page.mouse().down();
        page.mouse().move(sign.x + 22, map.y + map.height - 60, new Mouse.MoveOptions().setSteps(8));
        assertThat(live.locator("dd").first()).containsText("lost"); // the button is still down
        assertThat(live.locator("dt").first()).hasText("Villeneuve");
        assertThat(live).containsText(Pattern.compile("Streets: .* m won, [1-9].* m lost"));
        assertThat(page.locator("#editor-map")).isVisible();
        page.mouse().up();

        at(page, 7.4225, 43.7285);
        assertThat(hints).containsText("The map has water here.");
        assertThat(hints).containsText(Pattern.compile("The nearest street is 1[67]\\d m away."));
        at(page, 7.42755, 43.73183);
        assertThat(hints).containsText(Pattern.compile("Depot, of the same kind, is [89] m away."));
        assertThat(hints.locator("li")).hasCount(1);
        at(page, 7.46, 43.73183);
        assertThat(hints).containsText("This is outside every area of the place.");
        at(page, 7.4212427, 43.7318);
        assertThat(hints).hasCount(0);
        assertThat(live).hasCount(0);
        assertThat(database.sql("SELECT revision FROM point WHERE id = 'aed0001'")
                        .query(Integer.class)
                        .single())
                .as("all that was only asked about")
                .isEqualTo(1);
    }

    private static void at(Page page, double lon, double lat) {
        page.fill("#field-lon", String.valueOf(lon));
        page.fill("#field-lat", String.valueOf(lat));
    }
}
