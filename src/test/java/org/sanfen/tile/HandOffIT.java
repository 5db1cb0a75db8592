package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Handing a point on: to another app in the coordinates that it draws in, to other people without one's own position. */
@BrowserTest
class HandOffIT {

    @Autowired
    JdbcClient database;

    @BeforeEach
    void drawTheTown() {
        Quay.draw(database);
    }

    @Test
    void outsideChinaEveryAppGetsThePositionAsItIs(Browser browser) {
        Page page = openPoint(browser);
        page.locator(".handoff summary").click();

        assertThat(page.locator(".handoff")).containsText("The other app may record where you go");
        assertThat(link(page, "geo")).hasAttribute("href", "geo:43.734100,7.425000?q=43.734100,7.425000(Along)");
        assertThat(link(page, "google"))
                .hasAttribute(
                        "href",
                        "https://www.google.com/maps/dir/?api=1&destination=43.734100%2C7.425000&travelmode=walking");
        for (String app : List.of("amap", "baidu", "tencent", "apple")) {
            assertThat(link(page, app).getAttribute("href"))
                    .as(app)
                    .containsPattern("7\\.425000,43\\.734100|43\\.734100,7\\.425000");
            assertThat(link(page, app)).hasAttribute("rel", "noopener noreferrer");
        }
    }

    @Test
    void inMainlandChinaEachGetsItsOwnCoordinates(Browser browser) {
        database.sql("UPDATE place SET country = 'CN'").update();
        database.sql("UPDATE point SET geom = ST_SetSRID(ST_Point(114.27, 22.575), 4326) WHERE id = 'aaaaaa2'")
                .update();
        Page page = openPoint(browser);
        page.locator(".handoff summary").click();

        assertThat(link(page, "amap").getAttribute("href")).contains("to=114.274821,22.572145,Along");
        assertThat(link(page, "tencent").getAttribute("href")).contains("tocoord=22.572145,114.274821");
        assertThat(link(page, "baidu").getAttribute("href")).contains("location=22.578062,114.281349");
        assertThat(link(page, "apple").getAttribute("href")).contains("daddr=22.572145,114.274821");
        assertThat(link(page, "geo").getAttribute("href")).startsWith("geo:22.575000,114.270000?");
    }

    @Test
    void aSchematicPlaceSendsNobodyAnywhere(Browser browser) {
        database.sql("UPDATE place SET schematic = true").update();
        Page page = openPoint(browser);

        assertThat(page.locator(".point-links")).isVisible();
        assertThat(page.locator(".handoff")).hasCount(0);
        assertThat(page.locator("a[href^='geo:']")).hasCount(0);
        assertThat(page.locator("a[href*='/reports']")).hasCount(0); // of what is made up nothing can be wrong
    }

    @Test
    void whatIsSharedSaysWhichPointAndNotWhereOneIs(Browser browser) {
        Page page = openPoint(browser);
        page.locator(".point-links button").first().click();

        String shared = page.locator(".shared input").inputValue();
        assertThat(shared).isEqualTo(browser.url("/p/aaaaaa2?lang=en"));
    }

    private static Page openPoint(Browser browser) {
        Page page = browser.openDesktop("/?place=quay&lang=en#point=aaaaaa2");
        assertThat(page.locator(".details h2")).hasText("Along");
        return page;
    }

    private static Locator link(Page page, String app) {
        return page.locator(".handoff a[data-app='" + app + "']");
    }
}
