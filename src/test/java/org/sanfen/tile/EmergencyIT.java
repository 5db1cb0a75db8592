package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Geolocation;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From one tap to the nearest usable point on foot, on a Sunday at noon, by somebody on Rue Longue. */
@BrowserTest
class EmergencyIT {

    private static final Date SUNDAY_NOON = Date.from(Instant.parse("2026-11-22T11:00:00Z"));

    @Autowired
    JdbcClient database;

    @BeforeEach
    void drawTheTown() {
        Quay.draw(database);
    }

    @Test
    void theNearestIsTheOneSoonestReachedOnFootNotTheNearestAsTheCrowFlies(Browser browser) {
        Page page = tapAed(browser, "en");

        assertThat(row(page, 0)).containsText("Along");
        assertThat(row(page, 0)).containsText("Floor 2 · Left of the lift");
        assertThat(row(page, 0)).containsText("To open: Pull the handle");
        assertThat(row(page, 0).locator(".row-distance")).hasText(Pattern.compile("3 min\\s+250 m"));
        assertThat(row(page, 1)).containsText("Across");
        assertThat(row(page, 1)).containsText("Hours unknown");
        assertThat(row(page, 1).locator(".row-distance")).hasText(Pattern.compile("13 min\\s+1.1 km"));
        assertThat(page.locator(".route-line")).hasCount(1);
        assertThat(page.locator("#said")).containsText("Nearest usable: Along, 3 min on foot");
    }

    @Test
    void aClosedOneIsGreyedWithWhenItOpens(Browser browser) {
        Page page = tapAed(browser, "en");

        Locator shop = page.locator(".row[data-unusable]");
        assertThat(shop).hasCount(1);
        assertThat(shop).containsText("Shop");
        assertThat(shop).containsText(Pattern.compile("Closed now\\s+opens Mon 08:00"));
        assertThat(shop.locator(".row-distance")).containsText("1 min");
    }

    @Test
    void whatSavesLivesStandsFirstWithTheNumberAndTheAddressToReadOut(Browser browser) {
        Page page = tapAed(browser, "en");

        Locator advice = page.locator(".advice");
        assertThat(advice.locator("a")).hasAttribute("href", "tel:15");
        assertThat(advice.locator("li")).hasText(new String[] {
            "Call 15 first", "Start chest compressions: hard, fast", "Send someone else for the AED"
        });
        assertThat(advice.locator(".advice-say")).containsText("near Rue Longue 12");
        assertThat(advice).isInViewport();
        assertThat(row(page, 0)).isInViewport();
        assertThat(browser.requests()).noneMatch(url -> url.toLowerCase().contains("longue"));
    }

    @Test
    void inAFireTheFireBrigadeComesFirst(Browser browser) {
        Page page = open(browser, "en");
        page.locator(".big").nth(2).click();

        assertThat(page.locator(".advice a")).hasAttribute("href", "tel:18");
        assertThat(page.locator(".advice")).containsText("Smoke? Leave");
        assertThat(page.locator(".advice")).containsText("No extinguisher");
        assertThat(row(page, 0)).containsText("Harbour station");
    }

    @Test
    void theWayIsDrawnAndToldInWords(Browser browser) {
        Page page = tapAed(browser, "en");
        row(page, 1).click();

        assertThat(page.locator(".details-distance")).containsText(Pattern.compile("13 min on foot"));
        assertThat(page.locator(".turn")).hasText(new Pattern[] {
            Pattern.compile("Walk along Rue Longue, 480 m"),
            Pattern.compile("Take the stairs of Escalier Vert, 110 m"),
            Pattern.compile("Turn left into Rue Haute, 490 m"),
            Pattern.compile("You are there")
        });
        assertThat(page.locator(".route-line")).hasCount(1);
        assertThat(page.locator(".route-leg")).hasCount(2);
        assertThat(page.locator(".details .call-pill")).hasAttribute("href", "tel:15");
    }

    @Test
    void theWayIsToldInChineseToo(Browser browser) {
        Page page = tapAed(browser, "zh-Hans");
        assertThat(page.locator(".advice")).containsText("先打 15");
        row(page, 1).click();

        assertThat(page.locator(".turn").nth(0)).hasText("沿长街走480米");
        assertThat(page.locator(".turn").nth(2)).hasText("左转进入Rue Haute，走490米");
        assertThat(page.locator(".details-distance")).containsText(Pattern.compile("步行13分钟"));
    }

    @Test
    void afterLocatingNothingIsAskedForWhateverIsChosen(Browser browser) {
        Page page = tapAed(browser, "en");
        assertThat(page.locator(".advice-say")).containsText("Rue Longue 12");
        browser.forgetRequests();
        for (int i = 0; i < 4; i++) {
            row(page, i).click();
            assertThat(page.locator(".details-distance")).isVisible();
            page.locator(".back").click();
        }

        // Chromium asks for the page's icon each time the hash changes.
        assertThat(browser.requests()).allMatch(url -> url.endsWith("/favicon.svg"));
        assertThat(page.url()).doesNotContain("7.42").doesNotContain("43.7");
    }

    @Test
    void thePointIsToldWhole(Browser browser) {
        Page page = tapAed(browser, "en");
        row(page, 0).click();

        Locator details = page.locator(".details");
        assertThat(details.locator(".where-exactly")).hasText("Floor 2 · Left of the lift");
        assertThat(details).containsText("Pull the handle");
        assertThat(details).containsText("Always open");
        assertThat(details).containsText("1 Oct 2026");
        assertThat(details.locator(".steps li")).hasCount(6);
        assertThat(details.locator(".steps li .how-to svg")).hasCount(6);
        assertThat(details.locator(".steps li .how-to svg").nth(2)).isVisible();
        assertThat(details.locator("a", hasText("Print a sign"))).hasAttribute("href", "/p/aaaaaa2/sign?lang=en");
        assertThat(details.locator("a", hasText("Something is wrong here")))
                .hasAttribute("href", "/p/aaaaaa2/reports?lang=en");
        details.locator("button", hasText("Harbour station")).click();
        assertThat(page.locator(".details h2")).hasText("Harbour station");
        page.getByText("Something is wrong here").click();
        assertThat(page.locator("form.problem textarea")).isVisible();
        assertThat(page.locator("body")).containsText("Harbour station");
    }

    @Test
    void onWhatAnExtinguisherMustNotBeUsedAndWhomToCallIsSeenAtOnce(Browser browser) {
        database.sql("""
                        UPDATE point
                        SET kind = 'fire_extinguisher', attributes = '{"agent": "water"}', phone = '+377 93 15 31 19'
                        WHERE id = 'aaaaaa2'
                        """).update();
        Page page = open(browser, "en");
        page.locator(".big").nth(1).click();

        assertThat(row(page, 0)).containsText("Water");
        assertThat(row(page, 0)).containsText("Careful: Never on live electrical equipment or burning fat");
        row(page, 0).click();
        assertThat(page.locator(".details [role=note]"))
                .hasText("Careful: Never on live electrical equipment or burning fat");
        assertThat(page.locator(".details a.call-duty")).hasAttribute("href", "tel:+37793153119");
        assertThat(page.locator(".details a.call-duty")).containsText("Call the duty line +377 93 15 31 19");
    }

    @Test
    void withoutWorkersTheWayIsFoundOnThePagesOwnThread(Browser browser) {
        Page page = browser.open("/privacy", here(), "delete window.Worker; delete window.SharedWorker;");
        page.clock().setFixedTime(SUNDAY_NOON);
        page.navigate(browser.url("/?place=quay&lang=en"));
        page.locator(".big").first().click();

        assertThat(page.locator(".route-line")).hasCount(1);
        assertThat(row(page, 0)).containsText("Along");
        assertThat(row(page, 0).locator(".row-distance")).hasText(Pattern.compile("3 min\\s+250 m"));
        row(page, 1).click();
        assertThat(page.locator(".turn")).hasCount(4);
    }

    @Test
    void hoursAreToldInWordsOfTheDay(Browser browser) {
        Page page = tapAed(browser, "en");
        page.clock().setFixedTime(Date.from(Instant.parse("2026-11-23T09:00:00Z")));
        page.navigate(browser.url("/privacy"));
        page.navigate(browser.url("/?place=quay&lang=en#point=aaaaaa3"));

        assertThat(page.locator(".details .facts")).containsText("Today 08:00–18:00");
        assertThat(page.locator(".details-state")).containsText("until 18:00");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gone", "error", "cut off", "garbage"})
    void withoutTheStreetsDistancesAreStraightAndSaySo(String trouble, Browser browser) {
        Page page = browser.open("/privacy", here());
        page.route("**/api/walk-pack?**", route -> spoil(trouble, route));
        page.navigate(browser.url("/?place=quay&lang=en"));
        page.locator(".big").first().click();

        assertThat(page.locator(".walk-note")).containsText("Distances are straight lines");
        assertThat(row(page, 0).locator(".row-distance")).hasText(Pattern.compile("\\d+ m\\s+straight"));
        assertThat(row(page, 0)).containsText("Across");
        assertThat(page.locator(".spot-line")).hasCount(1);
        assertThat(page.locator(".advice-say")).containsText("near Rue Longue 12");
    }

    private static void spoil(String trouble, Route route) {
        switch (trouble) {
            case "gone" -> route.abort();
            case "error" -> route.fulfill(new Route.FulfillOptions().setStatus(500));
            case "cut off" -> {
                byte[] whole = route.fetch().body();
                route.fulfill(
                        new Route.FulfillOptions().setBodyBytes(java.util.Arrays.copyOf(whole, whole.length / 2)));
            }
            default -> route.fulfill(new Route.FulfillOptions().setBody("no pack at all"));
        }
    }

    private static NewContextOptions here() {
        return Browser.phone()
                .setPermissions(List.of("geolocation"))
                .setGeolocation(new Geolocation(Quay.LAT, Quay.LON).setAccuracy(10));
    }

    private static Page open(Browser browser, String language) {
        Page page = browser.open("/privacy", here());
        page.clock().setFixedTime(SUNDAY_NOON);
        page.navigate(browser.url("/?place=quay&lang=" + language));
        return page;
    }

    private static Page tapAed(Browser browser, String language) {
        Page page = open(browser, language);
        page.locator(".big").first().click();
        assertThat(page.locator(".route-line")).hasCount(1);
        return page;
    }

    private static Locator row(Page page, int index) {
        return page.locator(".row").nth(index);
    }

    private static Locator.LocatorOptions hasText(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }
}
