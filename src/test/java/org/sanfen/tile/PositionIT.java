package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Geolocation;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Saying where one is: by the device, by the map, by a street; and what happens when the device won't. */
@BrowserTest
class PositionIT {

    @Autowired
    JdbcClient database;

    @BeforeEach
    void drawTheTown() {
        Quay.draw(database);
    }

    @Test
    void nothingIsAskedOfTheDeviceBeforeATap(Browser browser) {
        Page page = withLocating(browser, "window.asked = (window.asked ?? 0) + 1");
        assertThat(page.locator(".start-note")).containsText("Your position stays on this device");
        assertThat(page.locator(".big").first()).isVisible();
        assertThat(page.evaluate("window.asked ?? 0")).isEqualTo(0);
        page.locator(".big").first().click();

        assertThat(page.locator(".notice-asking")).containsText("The answer stays on this device");
        assertThat(page.evaluate("window.asked")).isEqualTo(1);
        assertThat(button(page, "Choose on the map")).isVisible();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({"1, did not allow", "2, can't tell", "3, took too long"})
    void aRefusalLeavesTheMapAndTheStreet(int code, String words, Browser browser) {
        Page page = withLocating(
                browser, "setTimeout(() => failed({code: %d, PERMISSION_DENIED: 1, TIMEOUT: 3}))".formatted(code));
        page.locator(".big").first().click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText(words);
        assertThat(page.locator(".advice a")).hasAttribute("href", "tel:15");
        assertThat(page.locator(".row").first()).isVisible();
        button(page, "Type an address").click();
        assertThat(page.getByRole(AriaRole.SEARCHBOX)).isFocused();
        page.keyboard().type("longue 12");
        page.keyboard().press("Enter");
        assertThat(page.locator(".row-distance").first()).containsText("min");
        assertThat(page.locator(".origin")).containsText("From Rue Longue 12");
        assertThat(browser.requests()).noneMatch(url -> url.toLowerCase().contains("longue"));
    }

    @Test
    void withoutGeolocationAtAllTheOtherWaysStay(Browser browser) {
        Page page = browser.openPhone("/privacy");
        page.addInitScript("Object.defineProperty(Navigator.prototype, 'geolocation', {get: () => undefined})");
        page.navigate(browser.url("/?place=quay"));
        page.locator(".big").first().click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("can't tell its position");
        button(page, "Choose on the map").click();
        page.locator("#map").tap();
        assertThat(page.locator(".row-distance").first()).isVisible();
    }

    @Test
    void thePositionIsChosenWithTheKeyboardAlone(Browser browser) {
        Page page = browser.openDesktop("/?place=quay");
        page.locator(".big").first().press("Enter");
        button(page, "Choose on the map").press("Enter");
        assertThat(page.locator("#map")).isFocused();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("Enter");

        assertThat(page.locator(".origin")).containsText("From the spot you chose");
        assertThat(page.locator(".row-distance").first()).isVisible();
    }

    @Test
    void aPositionGoodToTwoKilometresIsDoubted(Browser browser) {
        Page page = locatedAt(browser, new Geolocation(Quay.LAT, Quay.LON).setAccuracy(2000));

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("only known to within 2 km");
        assertThat(page.locator(".row-distance").first()).isVisible();
        button(page, "Choose on the map").click();
        button(page, "Use the cross in the middle").click();
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    }

    @Test
    void somebodyThirtyKilometresAwayIsToldSo(Browser browser) {
        Page page = locatedAt(browser, new Geolocation(Quay.LAT + 0.3, Quay.LON));

        assertThat(page.getByRole(AriaRole.ALERT)).containsText(Pattern.compile("You are 3\\d km away from Quay"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("112");
        assertThat(page.locator(".row-distance").first()).containsText("straight");
        assertThat(page.locator(".point-icon, .cluster-icon").first()).isInViewport();
        assertThat(browser.requests()).noneMatch(url -> url.matches(".*/tiles/basemap/quay/\\d+/13/\\d+/29[67]\\d"));
    }

    @Test
    void farFromEveryStreetLinesAreStraight(Browser browser) {
        Page page = locatedAt(browser, new Geolocation(43.7450, 7.4150));

        assertThat(page.locator(".walk-note")).containsText("No street on record is near you");
        assertThat(page.locator(".row-distance").first()).containsText("straight");
        assertThat(page.locator(".advice-say")).containsText("43.7450, 7.4150");
    }

    private static Page locatedAt(Browser browser, Geolocation position) {
        Page page = browser.open(
                "/?place=quay",
                Browser.phone().setPermissions(List.of("geolocation")).setGeolocation(position));
        page.locator(".big").first().click();
        return page;
    }

    /** @param answer run instead of asking the device, with its callbacks found and failed */
    private static Page withLocating(Browser browser, String answer) {
        Page page = browser.openPhone("/privacy");
        page.addInitScript(
                "Geolocation.prototype.getCurrentPosition = function (found, failed) { %s }".formatted(answer));
        page.navigate(browser.url("/?place=quay&lang=en"));
        return page;
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
