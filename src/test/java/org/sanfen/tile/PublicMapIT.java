package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a visitor does on the public map, at a desk and on a phone, in a town of seven points. */
@BrowserTest
class PublicMapIT {

    @Autowired
    JdbcClient database;

    @BeforeEach
    void drawTheTown() {
        Town.draw(database);
    }

    @Test
    void findsTheNearestUsableAedFromATappedSpot(Browser browser) {
        Page page = browser.openDesktop("/?place=town");
        button(page, "AED").first().click();
        assertThat(page.getByText("Show where you are on the map, or type a street"))
                .isVisible();
        button(page, "Choose on the map").click();
        page.locator("#map").click();

        assertThat(row(page, 0)).containsText("Town hall");
        assertThat(row(page, 0)).containsText("Always open");
        assertThat(row(page, 0).locator(".row-distance")).hasText(Pattern.compile("[12] min\\s+\\d+ m"));
        assertThat(row(page, 1)).containsText("Old port");
        assertThat(row(page, 1).locator(".row-distance")).containsText("straight");
        assertThat(row(page, 1)).containsText("Hours unknown");
        assertThat(page.locator(".row[data-unusable]")).hasCount(2);
        assertThat(page.locator(".route-line, .route-leg").first()).isAttached();
        assertThat(page.locator("#said")).containsText("Nearest usable: Town hall");
    }

    @Test
    void showsWhatAPointIsAndHowToReachIt(Browser browser) {
        Page page = browser.openDesktop("/?place=town#point=aaaaaa1");

        Locator details = page.locator(".details");
        assertThat(details).containsText("Ground floor, left of the lift");
        assertThat(details).containsText("1 Place de la Mairie");
        assertThat(details.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Page of this point")))
                .hasAttribute("href", "/p/aaaaaa1?lang=en");
        page.keyboard().press("Escape");
        assertThat(details).hasCount(0);
        assertThat(page.url()).doesNotContain("aaaaaa1");
    }

    @Test
    void filtersByKindAndByOpenNow(Browser browser) {
        Page page = browser.openDesktop("/?place=town");
        assertThat(page.locator(".row")).hasCount(7);

        page.locator(".chip", new Page.LocatorOptions().setHasText("AED")).click();
        assertThat(page.locator(".row")).hasCount(4);
        assertThat(page).hasURL(Pattern.compile("#kind=aed$"));

        button(page, "Open now").click();
        assertThat(page.locator(".row")).hasCount(1);
        assertThat(row(page, 0)).containsText("Town hall");
    }

    @Test
    void saysSoWhereTheTownHasNoneOfAKind(Browser browser) {
        Page page = browser.openDesktop("/?place=town");
        Locator station = page.locator(".big", new Page.LocatorOptions().setHasText("Micro fire station"));
        assertThat(station).containsText("None here");
        station.click();

        assertThat(page.locator(".empty")).containsText("Call the emergency number");
    }

    @Test
    void searchesStreetsAddressesAndNamesWithoutSendingThem(Browser browser) {
        Page page = browser.openDesktop("/?place=town");
        Locator search = page.getByRole(AriaRole.SEARCHBOX);
        search.fill("12 grimaldi");
        row(page, 0).click();

        assertThat(page.locator(".origin")).containsText("From Rue Grimaldi 12");
        assertThat(row(page, 0)).containsText("Old port");
        assertThat(row(page, 0)).containsText("near Grimaldi Street");
        search.fill("grimaldi street");
        assertThat(row(page, 0)).containsText("Rue Grimaldi");
        search.fill("caserne");
        search.press("Enter");
        assertThat(page.locator(".details")).containsText("Caserne");
        assertThat(browser.requests())
                .noneMatch(url -> url.toLowerCase().contains("grimaldi") || url.contains("caserne"));
    }

    @Test
    void changesTheLanguageAndRemembersItOnTheDeviceOnly(Browser browser) {
        Page page = browser.openDesktop("/?place=town");
        page.locator(".device-menu summary").click();
        page.locator(".device-menu a[hreflang='zh-Hans']").click();

        assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
        assertThat(page.locator(".chip").first()).containsText("正在开放");
        assertThat(page).hasTitle("三分 · 小镇");
        page.navigate(browser.url("/?place=town"));
        assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
        assertThat(page.evaluate("Object.keys(localStorage).join()")).isEqualTo("sanfen.language");
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void thePhonesSheetRisesByKeyboardAndShowsTheWholeList(Browser browser) {
        Page page = browser.openPhone("/?place=town");
        Locator sheet = page.locator("#sheet");
        assertThat(sheet).hasAttribute("data-height", "peek");
        assertThat(page.locator(".call").first()).hasAttribute("href", "tel:18");
        assertThat(page.locator(".call").first()).isInViewport();
        assertThat(page.locator(".row").first()).isHidden();

        page.locator(".sheet-handle").press("ArrowUp");
        assertThat(sheet).hasAttribute("data-height", "half");
        assertThat(page.locator(".row").first()).isVisible();
        page.locator(".sheet-handle").press("ArrowUp");
        assertThat(sheet).hasAttribute("data-height", "full");
        assertThat(page.locator(".row")).hasCount(7);
    }

    @Test
    void thePhonesSheetIsDragged(Browser browser) {
        Page page = browser.openPhone("/?place=town");
        var handle = page.locator(".sheet-handle").boundingBox();
        page.mouse().move(195, handle.y + 20);
        page.mouse().down();
        page.mouse().move(195, 420);
        page.mouse().move(195, 400);
        page.mouse().up();

        assertThat(page.locator("#sheet")).hasAttribute("data-height", "half");
    }

    @Test
    void aNameWithMarkupIsShownAsText(Browser browser) {
        Page page = browser.openDesktop("/?place=town#point=bbbbbb3");

        assertThat(page.locator(".details h2")).hasText("<b>Bold & brave</b>");
    }

    @Test
    void anAnswerThatFailsIsSaidAndAskedForAgain(Browser browser) {
        Page page = browser.openDesktop("/privacy");
        page.route("**/api/map-points?**", route -> route.abort());
        page.navigate(browser.url("/?place=town"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("No connection");

        page.unroute("**/api/map-points?**");
        button(page, "Try again").click();
        assertThat(page.locator(".row")).hasCount(7);
    }

    @Test
    void theMapIsDrawnFromTheTownsOwnTiles(Browser browser) {
        Page page = browser.openDesktop("/?place=town");
        page.waitForFunction("""
                () => [...document.querySelectorAll('.leaflet-tile')].some(tile => {
                  const pixels = tile.getContext('2d').getImageData(0, 0, tile.width, tile.height).data;
                  const colours = new Set();
                  for (let i = 0; i < pixels.length; i += 4) colours.add(pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]);
                  return colours.size > 2;
                })
                """);

        assertThat(browser.requests()).anyMatch(url -> url.matches(".*/tiles/basemap/town/\\d+/13/4264/2987"));
        assertThat(page.locator(".leaflet-control-attribution")).hasText("© OpenStreetMap contributors");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator row(Page page, int index) {
        return page.locator(".row").nth(index);
    }
}
