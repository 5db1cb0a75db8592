package org.sanfen.directory;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.photo.Pictures;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A point's form as staff use it: hours, photos, station in charge, history, and the feed of what was done. */
@BrowserTest
class PointFormIT {

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    private String password;

    @BeforeEach
    void aTownWithAnAedAndTwoStations() {
        Emptied.ofStaff(database);
        DirectoryScene scene = new DirectoryScene(database).town();
        scene.point("aed0000", "name", "Gare", "phone", "93 15 30 15");
        scene.point("near000", "kind", "micro_fire_station", "name", "Poste du port", "lon", 7.421);
        scene.point("far0000", "kind", "micro_fire_station", "name", "Poste du rocher", "lon", 7.435);
        password = first.createIfNone().orElseThrow();
    }

    private JsonNode properties() {
        return json(new StaffClient(port).get("/api/points/aed0000")).get("properties");
    }

    private Page openAed(Browser browser) {
        Page page = browser.signIn("admin", password);
        page.locator("tr[data-id='aed0000']").click();
        assertThat(page.locator(".drawer h2")).hasText("Gare");
        return page;
    }

    private static void drag(Page page, String from, String to) {
        Locator start = page.locator(from);
        start.scrollIntoViewIfNeeded();
        BoundingBox begin = start.boundingBox();
        BoundingBox end = page.locator(to).boundingBox();
        page.mouse().move(begin.x + begin.width / 2, begin.y + begin.height / 2);
        page.mouse().down();
        page.mouse().move(end.x + end.width / 2, end.y + end.height / 2);
        page.mouse().up();
    }

    @Test
    void hoursArePaintedTypedAndReadBackInBothLanguages(Browser browser) {
        Page page = openAed(browser);
        Locator text = page.locator("#field-opening_hours");
        page.locator(".hours-choice button").nth(2).click();

        drag(page, "tr[data-row='0'] td[data-slot='16']", "tr[data-row='0'] td[data-slot='23']");
        assertThat(text).hasValue("Mo 08:00-12:00");
        page.locator(".hours-times button").getByText("Copy to Mon–Fri").click();
        assertThat(text).hasValue("Mo-Fr 08:00-12:00");
        page.locator("tr[data-row='5'] td[data-slot='40']").click();
        assertThat(text).hasValue("Mo-Fr 08:00-12:00; Sa 20:00-20:30");
        for (int step = 0; step < 7; step++) {
            page.keyboard().press("Shift+ArrowRight");
        }
        assertThat(text).hasValue("Mo-Fr 08:00-12:00; Sa 20:00-24:00");
        page.locator(".hours-span input").nth(1).fill("02:30");
        page.locator(".hours-span input").nth(1).blur();
        assertThat(text).hasValue("Mo-Fr 08:00-12:00; Sa 20:00-02:30");
        assertThat(page.locator("tr[data-row='6'] td[data-slot='2']")).hasClass("is-night");

        text.fill("Mo-Fr 08:00-12:00; Dec 25 off");
        assertThat(page.locator(".hours-rest code")).hasText("Dec 25 off");
        page.locator("tr[data-row='7'] th button").click();
        page.locator(".hours-times .hours-choice button").nth(1).click();
        assertThat(text).hasValue("Mo-Fr 08:00-12:00; PH off; Dec 25 off");
        assertThat(page.locator(".hours-words [lang=en]")).containsText("08:00–12:00");
        assertThat(page.locator(".hours-words [lang=zh-Hans]")).containsText("不开放");

        page.locator(".drawer-foot .primary").click();
        assertThat(page.locator(".toast")).containsText(": saved");
        assertThat(properties().get("opening_hours").stringValue()).isEqualTo("Mo-Fr 08:00-12:00; PH off; Dec 25 off");
    }

    @Test
    void aFieldThatIsRefusedComesIntoSightInTheDrawerAndThePageStaysWhereItIs(Browser browser) {
        Page page = openAed(browser);
        page.fill("#field-phone", "+377 6 12 34 56 78");
        page.locator(".drawer-foot .primary").click();
        assertThat(page.locator("[data-key='phone'] .field-error")).isVisible();
        assertThat(page.locator("#field-phone")).isFocused();
        assertThat(page.evaluate("() => document.body.scrollTop + document.scrollingElement.scrollTop"))
                .isEqualTo(0);
    }

    @Test
    void linesOfEquipmentAndTextsInEveryLanguageAreWhatTheKindAsksFor(Browser browser) {
        Page page = openAed(browser);
        assertThat(page.locator("[data-key='attributes.battery_expires_on']")).isVisible();
        assertThat(page.locator("[data-key='attributes.agent']")).hasCount(0); // that is an extinguisher's
        Locator lines = page.locator("sanfen-equipment-lines");
        lines.locator("button").last().click();
        lines.locator(".cell-item input").fill("Pads");
        lines.locator(".cell-count input").fill("2");
        lines.locator(".cell-expires_on input").fill("2020-05-06");
        assertThat(lines.locator(".age.is-passed")).isVisible();
        page.locator("[id='field-placement.en']").fill("Left of the lift");
        page.locator("[id='field-placement.zh-Hans']").fill("电梯左侧");
        page.selectOption(".add-language", "ja");
        page.locator("[id='field-placement.ja']").fill("エレベーターの左");
        page.locator("[id='field-attributes.battery_expires_on']").fill("2031-02-03");
        page.locator(".drawer-foot .primary").click();
        assertThat(page.locator(".toast")).containsText(": saved");

        assertThat(properties().get("equipment").toString())
                .isEqualTo("[{\"item\":\"Pads\",\"count\":2,\"expires_on\":\"2020-05-06\"}]");
        assertThat(properties().at("/placement/ja").stringValue()).isEqualTo("エレベーターの左");
        assertThat(properties().at("/placement/zh-Hans").stringValue()).isEqualTo("电梯左侧");
        assertThat(properties().at("/attributes/battery_expires_on").stringValue())
                .isEqualTo("2031-02-03");
    }

    @Test
    void photosStationAndHistoryAreWorkedInTheDrawerAndShownToVisitors(Browser browser) {
        Page page = openAed(browser);
        Locator photos = page.locator(".point-photos");
        Locator file = photos.locator("input[type=file]");
        byte[] heic = "\0\0\0\u0018ftypheic".getBytes(StandardCharsets.ISO_8859_1);
        file.setInputFiles(new FilePayload("photo.heic", "image/heic", heic));
        assertThat(photos.locator(".field-error")).containsText("HEIC");
        file.setInputFiles(new FilePayload("door.png", "image/png", Pictures.file("png", 800, 600)));
        assertThat(photos.locator("li img")).hasCount(1);
        photos.locator("li input[lang=en]").fill("Left of the door");
        photos.locator("li input[lang=en]").blur();
        assertThat(page.locator(".toast")).containsText("saved");
        assertThat(photos.locator("li input[lang=en]")).isEnabled();
        photos.locator(".photo-deeds button").last().click();
        assertThat(photos.locator("li")).hasCount(0);
        page.locator(".toast button").first().click();
        assertThat(photos.locator("li img")).hasCount(1);
        assertThat(photos.locator("li input[lang=en]")).hasValue("Left of the door");

        Locator station = page.locator("#field-parent");
        station.focus();
        assertThat(page.locator("[role=option]").first()).containsText("Poste du port");
        station.fill("rocher");
        assertThat(page.locator("[role=option]")).hasCount(1);
        page.keyboard().press("Enter");
        page.fill("#field-phone", "93 15 30 99");
        page.locator(".drawer-foot .primary").click();
        assertThat(page.locator(".toast")).containsText(": saved");
        assertThat(properties().get("parent").stringValue()).isEqualTo("far0000");

        page.locator("[role=tab]").getByText("History").click();
        Locator newest = page.locator(".history > li").first();
        newest.locator("tr[data-field='phone'] .take-back").click();
        assertThat(page.locator(".history > li").first().locator("tr[data-field='phone'] ins"))
                .hasText("93 15 30 15");
        assertThat(properties().get("parent").stringValue())
                .as("the other field stays")
                .isEqualTo("far0000");

        Browser.pick(page, "Activity");
        Locator feed = page.locator(".feed > li");
        assertThat(feed.first()).containsText("Administrator");
        assertThat(feed.first()).containsText("Gare");
        feed.last().locator(".link").click();
        assertThat(page.locator("dialog.activity")).isHidden();

        browser.forgetRequests();
        Page map = browser.openPhone("/?place=town&lang=en#point=aed0000");
        map.locator(".details .photos summary").waitFor();
        assertThat(browser.requests())
                .as("nobody is told which point is looked at")
                .noneMatch(path -> path.contains("/p/aed0000/photos/"));
        map.locator(".details .photos summary").click();
        Locator shown = map.locator(".details .photos img");
        assertThat(shown).hasAttribute("alt", "Left of the door");
        map.waitForFunction("() => document.querySelector('.details .photos img').naturalWidth === 640");
    }
}
