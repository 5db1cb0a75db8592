package org.sanfen.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.exchange.FirstRun;
import org.sanfen.testing.AxeViolations;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every page a visitor can reach, in both themes and both sizes of type, in all four languages. */
@BrowserTest
class EveryPageAccessibilityIT {

    private static final String LARGE =
            "try { localStorage.setItem('sanfen.type-size', 'large') } catch { /* a page without an origin */ }";
    private static final String TOO_WIDE =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    @Autowired
    FirstRun firstRun;

    @Autowired
    JdbcTemplate database;

    @ParameterizedTest(name = "{0}, large type {1}, {2}")
    @CsvSource({"LIGHT, false, zh-Hant", "DARK, false, ja", "LIGHT, true, zh-Hans", "DARK, true, en"})
    void noPageHasAViolation(ColorScheme scheme, boolean large, String language, Browser browser) {
        SoftAssertions found = new SoftAssertions();
        Page page = null;
        for (String path : EveryPage.load(firstRun, database)) {
            String url = path + "&lang=" + language;
            page = page == null ? browser.open(url, Browser.phone().setColorScheme(scheme), large ? LARGE : "") : page;
            page.navigate(browser.url(url));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            found.assertThat(AxeViolations.of(page)).as(url).isEmpty();
            found.assertThat(page.evaluate("document.documentElement.dataset.type === 'large'"))
                    .as(url + " in large type")
                    .isEqualTo(large && !path.startsWith("/embed"));
        }
        found.assertAll();
    }

    @Test
    void largeTypeAtTwoHundredPerCentNeedsNoScrollingToTheSide(Browser browser) {
        SoftAssertions found = new SoftAssertions();
        Page page = browser.open("/privacy", Browser.phone().setViewportSize(390, 844), LARGE);
        for (String path : EveryPage.load(firstRun, database)) {
            for (int width : new int[] {390, 320}) { // 320 px: a desk's 640 px at 200 %
                page.setViewportSize(width, 640);
                page.navigate(browser.url(path + "&lang=en"));
                page.waitForLoadState(LoadState.NETWORKIDLE);
                found.assertThat(((Number) page.evaluate(TOO_WIDE)).intValue())
                        .as(path + " at " + width)
                        .isLessThanOrEqualTo(0);
            }
        }
        found.assertAll();
    }

    @Test
    void theSwitchOfLargeTypeWorksByKeyboardAndIsRememberedOnThisDeviceOnly(Browser browser) {
        EveryPage.load(firstRun, database);
        Page page = browser.openPhone("/privacy?lang=en");
        page.locator(".device-menu summary").focus();
        page.keyboard().press("Enter");
        page.locator("[data-type-size]").focus();
        page.keyboard().press("Space");

        assertThat(page.locator("[data-type-size]").getAttribute("aria-pressed"))
                .isEqualTo("true");
        page.keyboard().press("Escape");
        assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("SUMMARY");
        page.navigate(browser.url("/?place=monaco&lang=en"));
        assertThat(page.evaluate("getComputedStyle(document.documentElement).fontSize"))
                .isEqualTo("22px");
        assertThat(page.evaluate("Object.keys(localStorage).join()")).isEqualTo("sanfen.type-size");
    }

    @Test
    void theChosenLanguageIsRememberedOnThisDeviceAndWinsOverTheBrowsers(Browser browser) {
        EveryPage.load(firstRun, database);
        Page page = browser.openPhone("/privacy");
        page.locator(".device-menu summary").click();
        page.locator("a[hreflang=ja]").click();
        page.waitForURL("**lang=ja");
        page.navigate(browser.url("/?place=monaco"));
        page.waitForURL("**lang=ja**");

        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ja");
        assertThat(page.locator(".big-buttons").textContent()).contains("消火器");
    }
}
