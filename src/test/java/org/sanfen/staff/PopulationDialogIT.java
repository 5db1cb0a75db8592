package org.sanfen.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Residents as staff give them in the editor: from a file that is shown first, or area by area (coverage.md section 1). */
@BrowserTest
class PopulationDialogIT {

    @LocalServerPort
    int port;

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

    private Map<String, Long> residents() {
        Map<String, Long> residents = new HashMap<>();
        json(new StaffClient(port).get("/api/areas?place=town")).get("features").forEach(area -> {
            var known = area.get("properties").get("residents");
            if (known != null && known.isNumber()) {
                residents.put(area.get("id").stringValue(), known.longValue());
            }
        });
        return residents;
    }

    private static Locator row(Locator dialog, String id) {
        return dialog.locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(dialog.page()
                                .locator("small")
                                .getByText(id, new Locator.GetByTextOptions().setExact(true))));
    }

    @Test
    void aFileIsShownBeforeItIsTakenOverAndOneAreaCanBeSetAndTakenBack(Browser browser) {
        Page page = browser.signIn("admin", password);
        Locator dialog = Browser.pick(page, "Residents");
        assertThat(row(dialog, "town.west")).hasCount(1);
        Map<String, Long> before = residents();

        byte[] file = "区域编号,常住人口\ntown.west,1200\ntown.east,many\ntown.north,7\n".getBytes(Charset.forName("GB18030"));
        dialog.locator("input[type=file]").setInputFiles(new FilePayload("residents.csv", "text/csv", file));
        Locator preview = dialog.locator(".population-preview");
        assertThat(preview.locator(".field-error")).hasCount(2);
        assertThat(preview.locator(".field-error").first()).containsText("3");
        assertThat(preview.locator(".field-error").last()).containsText("town.north");
        assertThat(residents()).as("only shown so far").isEqualTo(before);

        preview.locator("button.primary").click();
        assertThat(row(dialog, "town.west").locator("input")).hasValue("1200");
        assertThat(preview).hasCount(0);
        assertThat(residents()).containsEntry("town.west", 1200L);

        Locator east = row(dialog, "town.east");
        east.locator("input").fill("8 00");
        east.locator("form button").click();
        assertThat(dialog.locator("[role=status]")).isVisible();
        assertThat(residents()).containsEntry("town.east", 800L);

        east.locator("input").fill("some");
        east.locator("form button").click();
        assertThat(dialog.locator("[role=status]")).containsText("number");
        assertThat(east.locator("input")).hasValue("some");
        assertThat(residents()).containsEntry("town.east", 800L);

        row(dialog, "town.west").locator("td button").last().click();
        assertThat(row(dialog, "town.west").locator("input")).hasValue("");
        assertThat(residents()).doesNotContainKey("town.west");
    }
}
