package org.sanfen.tile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sanfen.exchange.FirstRun;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody can take the town of the first start for a real one, wherever he looks at it. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchematicLabelIT {

    private static final String LABEL = "Schematic demonstration data, not real locations";

    @Autowired
    FirstRun firstRun;

    @Autowired
    JdbcClient database;

    @BeforeAll
    void firstContent() {
        firstRun.loadIfEmpty(new PrintStream(OutputStream.nullOutputStream()));
    }

    private static String robots(Page page) {
        return page.locator("meta[name=robots]").getAttribute("content");
    }

    @Test
    void theMapOpensWithTheTownAndSaysWhatItIsOnAPhone(Browser browser) {
        Page page = browser.openPhone("/");

        page.locator(".schematic").waitFor();
        assertThat(page.locator(".schematic").isVisible()).isTrue();
        assertThat(page.locator(".schematic").textContent()).isEqualTo(LABEL);
        assertThat(page.locator(".schematic").boundingBox().y)
                .as("without scrolling")
                .isLessThan(844);
        assertThat(page.title()).contains("Yantian (schematic)");
        assertThat(robots(page)).isEqualTo("noindex");
    }

    @Test
    void theMapSaysItInChineseToo(Browser browser) {
        Page page = browser.open("/", Browser.desktop().setLocale("zh-CN"));

        page.locator(".schematic").waitFor();
        assertThat(page.locator(".schematic").textContent()).isEqualTo("示意性演示数据，非真实位置");
    }

    @Test
    void everyReportPageSaysIt(Browser browser) {
        for (String path : new String[] {
            "/report", "/report?standard=yantian-urban-village", "/report/yantian.440308002?standard=aed-fetch-4min"
        }) {
            Page page = browser.openDesktop(path);
            assertThat(page.locator(".schematic").isVisible()).as(path).isTrue();
            assertThat(page.locator(".schematic").textContent()).isEqualTo(LABEL);
            assertThat(robots(page)).isEqualTo("noindex");
        }
    }

    @Test
    void theReportShowsTheVillagesBesideTheirTarget(Browser browser) {
        Page page = browser.openDesktop("/report?standard=yantian-urban-village");

        assertThat(page.locator("main").innerText().replaceAll("[\\s\\h]+", " "))
                .contains("0.28 km²", "Tianxin Village", "Xiaomeisha Village", "Shalanxia Village");
    }

    @Test
    void everyPointsOwnPageSaysIt(Browser browser) {
        String id = database.sql("SELECT id FROM point WHERE place_id = 'yantian' AND kind = 'aed' ORDER BY id LIMIT 1")
                .query(String.class)
                .single();

        Page page = browser.openPhone("/p/" + id);

        assertThat(page.locator(".schematic").textContent()).isEqualTo(LABEL);
        assertThat(robots(page)).isEqualTo("noindex");
        assertThat(page.content()).doesNotContain("OpenStreetMap");
    }
}
