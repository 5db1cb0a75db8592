package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
class PointPageIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private DirectoryScene scene;

    @BeforeEach
    void aTownWithAnAed() {
        scene = new DirectoryScene(database).town();
        scene.point("hhhhhh1", "kind", "micro_fire_station", "name", "Port station", "phone", "+377 93 15 31 19");
        scene.point(
                "aaaaaa1",
                "name",
                "Gare de Monaco",
                "names",
                Map.of("zh-Hans", "摩纳哥火车站"),
                "address",
                "Place Sainte-Dévote 2",
                "placement",
                Map.of("en", "1/F, right of the main door", "zh-Hans", "一楼，正门右侧"),
                "how_to_open",
                Map.of("en", "Turn the handle; an alarm sounds", "zh-Hans", "转动把手，会响起警报"),
                "level",
                "1",
                "indoor",
                true,
                "locked",
                false,
                "access",
                "yes",
                "opening_hours",
                "24/7",
                "phone",
                "+377 93 15 30 15",
                "verified_on",
                "2026-11-01",
                "parent_id",
                "hhhhhh1",
                "equipment",
                List.of(Map.of("item", "Scissors", "count", 1), Map.of("item", "Pads", "expires_on", "2028-05-31")),
                "attributes",
                Map.of("brand", "Zoll", "adult_pads_expire_on", "2028-05-31", "child_pads", true),
                "licence",
                "ODbL-1.0");
    }

    private HttpResponse<String> get(String path) {
        return new StaffClient(port).get(path, "Accept", "text/html");
    }

    @Test
    void sayEverythingInBothLanguagesWithoutScriptOrCookie() {
        HttpResponse<String> english = get("/p/aaaaaa1?lang=en");
        HttpResponse<String> chinese = get("/p/aaaaaa1?lang=zh-Hans");

        assertThat(english.statusCode()).isEqualTo(200);
        assertThat(english.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(english.body())
                .doesNotContain("noindex", "style=")
                .containsOnlyOnce("<script") // what the visitor chose for this device; the page is whole without it
                .contains("<html lang=\"en\">")
                .contains("Gare de Monaco", "AED (defibrillator)", "Open now")
                .contains("1/F, right of the main door", "Place Sainte-Dévote 2", "Indoors")
                .contains("Turn the handle; an alarm sounds", "Not locked", "Everybody")
                .contains("Open day and night, every day")
                .contains("Scissors × 1", "Pads · good until May 31, 2028")
                .contains("Switch the AED on and do what it says.", "/how-to/aed-pads.svg", "press the button")
                .contains("Phone of the station", "href=\"tel:+37793153119\"")
                .contains("Something is wrong here", "action=\"/p/aaaaaa1/reports?lang=en\"")
                .contains("href=\"tel:+37793153015\"", "href=\"tel:18\"", "href=\"tel:15\"")
                .contains("href=\"/p/hhhhhh1?lang=en\"", "Port station")
                .contains("November 1, 2026", "© OpenStreetMap contributors", "ODbL-1.0")
                .contains("This site never receives your position.")
                .contains("href=\"/?place=town&amp;lang=en#point=aaaaaa1\"")
                .contains("href=\"?lang=zh-Hans\"", "href=\"?lang=ja\"");
        assertThat(chinese.body())
                .contains("<html lang=\"zh-Hans\">", "摩纳哥火车站", "正在开放", "一楼，正门右侧", "转动把手，会响起警报", "每天24小时开放")
                .contains("打开AED电源，按语音提示操作。", "2026年11月1日", "本站不接收您的位置。");
        assertThat(english.body().indexOf("Ambulance"))
                .as("for an AED the ambulance is the first number")
                .isLessThan(english.body().indexOf("<span>Fire</span>"));
    }

    @Test
    void whatIsTypedIsShownAsTextAndNeverAsMarkup() {
        scene.point("aaaaaa2", "name", "<script>alert(1)</script>", "operator", "<b>A & B</b>");

        assertThat(get("/p/aaaaaa2?lang=en").body())
                .doesNotContain("<script>alert", "<b>A")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void aFloorIsCalledAsPeopleCallIt() {
        scene.point("aaaaaa2", "level", "0");
        scene.point("aaaaaa3", "level", "-2");

        assertThat(get("/p/aaaaaa2?lang=zh-Hans").body()).contains("地面层");
        assertThat(get("/p/aaaaaa3?lang=zh-Hans").body()).contains("地下2层");
        assertThat(get("/p/aaaaaa3?lang=en").body()).contains("Basement 2");
    }

    @Test
    void anExtinguisherSaysAtOnceWhatItMustNotBeUsedOn() {
        scene.point("aaaaaa2", "kind", "fire_extinguisher", "attributes", Map.of("agent", "water", "content_l", 6));

        assertThat(get("/p/aaaaaa2?lang=en").body())
                .contains("Careful: Never on live electrical equipment or burning fat", "6 L", "Fire extinguisher");
    }

    @Test
    void aPointOutOfServiceOrExpiredSaysSoInsteadOfItsHours() {
        scene.point("aaaaaa2", "status", "out_of_service", "status_reason", "internal note", "opening_hours", "24/7");
        scene.point("aaaaaa3", "serviceable", "expired", "opening_hours", "24/7");

        assertThat(get("/p/aaaaaa2?lang=en").body())
                .contains("Out of service")
                .doesNotContain("Open now", "internal note");
        assertThat(get("/p/aaaaaa3?lang=en").body())
                .contains("The device has expired: use another one")
                .doesNotContain("Open now");
    }

    @Test
    void whereThePlaceHasACalendarAHolidayIsKept() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Monaco"));
        scene.point("aaaaaa2", "opening_hours", "24/7; PH off");
        scene.holiday(today.plusDays(200), "public");

        assertThat(get("/p/aaaaaa2?lang=en").body())
                .as("a calendar that ends next year says nothing of this one, if today is in another year")
                .contains("Open now", "Public holidays: closed");

        scene.holiday(today, "public");

        assertThat(get("/p/aaaaaa2?lang=en").body())
                .contains("Closed now", "Today is a public holiday")
                .doesNotContain("doesn&#39;t know the holidays", "doesn't know the holidays");
    }

    @Test
    void rulesForHolidaysStandBesideTheHoursAsLongAsNobodyKnowsTheHolidays() throws Exception {
        scene.point("aaaaaa2", "opening_hours", "24/7; PH off");
        scene.point("aaaaaa3", "opening_hours", "24/7");

        assertThat(get("/p/aaaaaa2?lang=en").body()).contains("Open now", "Public holidays: closed");
        assertThat(get("/p/aaaaaa3?lang=en").body()).doesNotContain("holidays");
    }

    @Test
    void hoursThatCannotBeReadAreGivenAsTheyAreAndNeverAsOpen() {
        scene.point("aaaaaa2", "opening_hours", "ask at the desk");
        scene.point("aaaaaa3");

        assertThat(get("/p/aaaaaa2?lang=en").body())
                .contains("Hours unknown", "As recorded: ask at the desk")
                .doesNotContain("Open now");
        assertThat(get("/p/aaaaaa3?lang=en").body()).contains("Hours unknown");
        scene.point("hhhhhh2", "kind", "fire_hydrant");
        assertThat(get("/p/hhhhhh2?lang=en").body())
                .as("nobody records a hydrant's hours")
                .doesNotContain("Hours unknown", "Opening hours", "Open now");
    }

    @Test
    void aRemovedPointSaysThatItIsGoneSinceWhen() {
        database.sql("""
                        UPDATE point
                        SET status = 'removed', status_reason = 'secret', revision = 2, change_number = 9
                        WHERE id = 'aaaaaa1'
                        """).update();

        HttpResponse<String> gone = get("/p/aaaaaa1?lang=en");

        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body())
                .containsPattern("Gare de Monaco was taken out of the directory on \\w+ \\d+, 20\\d\\d")
                .contains("noindex", "href=\"/?lang=en\"")
                .doesNotContain("secret", "Place Sainte");
    }

    @Test
    void anUnknownOrInternalPointIsAFriendly404() {
        scene.point("aaaaaa2", "visibility", "internal", "name", "Hidden");
        scene.point("aaaaaa3", "visibility", "internal", "status", "removed", "status_reason", "x", "name", "Hidden");
        scene.point("aaaaaa4", "parent_id", "aaaaaa2");

        for (String id : List.of("zzzzzzz", "aaaaaa2", "aaaaaa3", "%3Cb%3E")) {
            HttpResponse<String> none = get("/p/" + id + "?lang=en");
            assertThat(none.statusCode()).isEqualTo(404);
            assertThat(none.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(none.body()).contains("No such number", "noindex").doesNotContain("Hidden", "<b>");
        }
        assertThat(get("/p/aaaaaa4?lang=en").body()).doesNotContain("aaaaaa2", "Hidden");
    }

    @Test
    void aSchematicPlaceSaysSoAndIsNotIndexed() {
        database.sql("UPDATE place SET schematic = true").update();

        assertThat(get("/p/aaaaaa1?lang=en").body())
                .contains("Schematic demonstration data, not real locations", "name=\"robots\" content=\"noindex\"");
    }

    @Test
    void theLanguageFollowsTheBrowserUntilTheLinkIsUsed() {
        assertThat(new StaffClient(port)
                        .get("/p/aaaaaa1", "Accept-Language", "zh-CN")
                        .body())
                .contains("<html lang=\"zh-Hans\">");
        assertThat(new StaffClient(port)
                        .get("/p/aaaaaa1", "Accept-Language", "fr")
                        .body())
                .contains("<html lang=\"en\">");
    }

    @Test
    void fitsAPhoneAndADeskInBothLanguagesAndColourSchemes(Browser browser) {
        scene.point(
                "aaaaaa5",
                "kind",
                "fire_extinguisher",
                "opening_hours",
                "Mo-Fr 08:00-12:00,14:00-18:00; Sa off",
                "attributes",
                Map.of("agent", "co2"));
        for (String id : List.of("aaaaaa1", "aaaaaa5", "zzzzzzz")) {
            for (String language : List.of("en", "zh-Hans")) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    for (NewContextOptions device : List.of(Browser.phone(), Browser.desktop())) {
                        Page page = browser.open(
                                "/p/" + id + "?lang=" + language,
                                device.setColorScheme(scheme).setJavaScriptEnabled(false));
                        page.screenshot(new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(Path.of(
                                        "target",
                                        "browser",
                                        "point-" + id + "-" + language + "-" + scheme + "-" + page.viewportSize().width
                                                + ".png")));
                        assertThat(page.locator("h1").boundingBox().width)
                                .isLessThanOrEqualTo(page.viewportSize().width);
                        assertThat(page.locator("html").boundingBox().width)
                                .as("nothing sticks out sideways")
                                .isLessThanOrEqualTo(page.viewportSize().width);
                        page.context().close();
                    }
                }
            }
        }
        assertThat(browser.requests())
                .as("the page asks for its style, its sign and its pictures, nothing else")
                .allMatch(url -> url.contains("/p/")
                        || url.contains("/assets/point-")
                        || url.contains("/icons/")
                        || url.contains("/how-to/")
                        || url.endsWith("/favicon.svg"));
    }
}
