package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sanfen.testing.AxeViolations;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** axe-core finds nothing in the main states, on phone and desk, light and dark, in both languages. */
@BrowserTest
class PublicMapAccessibilityIT {

    /** All that is there to be pressed and narrower or lower than 44 px; links within a sentence are let off. */
    private static final String TOO_SMALL = """
            () => [...document.querySelectorAll('button, summary, select, input, a.way, a.call, a[hreflang], [role=button],'
                + ' .leaflet-bar a, .foot-links a, .details-links a')]
              .filter(one => one.checkVisibility({ visibilityProperty: true }))
              .map(one => [one, (one.matches('[type=radio], [type=checkbox]') ? one.closest('label') : one)
                .getBoundingClientRect()])
              .filter(([one, box]) => box.width < 43.5 || box.height < (one.matches('.sheet-handle') ? 28 : 43.5))
              .map(([one, box]) => `${one.outerHTML.slice(0, 100)}: ${box.width} x ${box.height}`)
            """;

    private static final String FOCUSED = """
            () => {
              const at = document.activeElement;
              const framed = at.matches('.search input') ? at.closest('.search') : at;
              const { outlineStyle, outlineWidth } = getComputedStyle(framed);
              const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
              return (seen || at === document.body ? '' : 'not seen: ') + at.localName + ' ' + at.className;
            }""";

    @Autowired
    JdbcClient database;

    @BeforeEach
    void drawTheTown() {
        Town.draw(database);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({"phone, LIGHT, en", "phone, DARK, zh-Hans", "desk, LIGHT, zh-Hans", "desk, DARK, en"})
    void mainStatesHaveNoViolation(String device, ColorScheme scheme, String language, Browser browser) {
        NewContextOptions options = device.equals("phone") ? Browser.phone() : Browser.desktop();
        Page page = browser.open("/?place=town&lang=" + language, options.setColorScheme(scheme));
        assertThat(page.locator(".point-icon, .cluster-icon").first()).isVisible();
        assertThat(AxeViolations.of(page)).as("start").isEmpty();
        assertThat(tooSmall(page)).as("start").isEmpty();

        page.locator(".big").first().click();
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        assertThat(AxeViolations.of(page)).as("list, position denied").isEmpty();
        assertThat(tooSmall(page)).as("list, position denied").isEmpty();

        page.locator(".row").first().click();
        assertThat(page.locator(".details")).isVisible();
        assertThat(AxeViolations.of(page)).as("details").isEmpty();
        page.locator(".handoff summary").click();
        page.locator(".device-menu summary").click();
        assertThat(tooSmall(page)).as("details").isEmpty();
        page.keyboard().press("Escape");

        page.getByRole(AriaRole.SEARCHBOX).fill("grimaldi");
        assertThat(page.locator(".row-pin").first()).isVisible();
        assertThat(AxeViolations.of(page)).as("search").isEmpty();

        page.navigate(browser.url("/privacy?lang=" + language));
        assertThat(AxeViolations.of(page)).as("privacy").isEmpty();
    }

    @Test
    void whoeverGoesByKeyboardSeesWhereTheFocusIs(Browser browser) {
        Page page = browser.openDesktop("/?place=town&lang=en");
        assertThat(page.locator(".row")).hasCount(7);
        assertThat(page.locator(".point-icon, .cluster-icon").first()).isVisible();
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            reached.add((String) page.evaluate(FOCUSED));
        }

        assertThat(reached).noneMatch(at -> at.startsWith("not seen"));
        for (String part : List.of("input", "big", "call", "chip", "row", "legend", "leaflet-control-zoom-in")) {
            assertThat(reached)
                    .as(part)
                    .anyMatch(at -> at.contains(part) || part.equals("legend") && at.startsWith("summary"));
        }
    }

    @ParameterizedTest
    @EnumSource(ReducedMotion.class)
    void nothingMovesForWhoeverWantsNoMotion(ReducedMotion wish, Browser browser) {
        Page page = browser.open("/privacy", Browser.phone().setReducedMotion(wish));
        page.addInitScript("Geolocation.prototype.getCurrentPosition = () => {}");
        page.navigate(browser.url("/?place=town&lang=en"));
        page.locator(".big").first().click();
        assertThat(page.locator(".spot-asking")).isVisible();

        int moving = (int) page.evaluate("document.getAnimations().length");
        if (wish == ReducedMotion.REDUCE) {
            assertThat(moving).isZero();
        } else {
            assertThat(moving).isPositive();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> tooSmall(Page page) {
        return (List<String>) page.evaluate(TOO_SMALL);
    }
}
