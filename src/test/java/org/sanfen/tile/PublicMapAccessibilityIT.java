package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.testing.AxeViolations;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** axe-core finds nothing in the main states, on phone and desk, light and dark, in both languages. */
@BrowserTest
class PublicMapAccessibilityIT {

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

        page.locator(".big").first().click();
        assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        assertThat(AxeViolations.of(page)).as("list, position denied").isEmpty();

        page.locator(".row").first().click();
        assertThat(page.locator(".details")).isVisible();
        assertThat(AxeViolations.of(page)).as("details").isEmpty();

        page.getByRole(AriaRole.SEARCHBOX).fill("grimaldi");
        assertThat(page.locator(".row-pin").first()).isVisible();
        assertThat(AxeViolations.of(page)).as("search").isEmpty();

        page.navigate(browser.url("/privacy?lang=" + language));
        assertThat(AxeViolations.of(page)).as("privacy").isEmpty();
    }
}
