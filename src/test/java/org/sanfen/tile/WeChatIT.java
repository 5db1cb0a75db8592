package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Inside WeChat, where most people in China open a sign's code: its user agent, no service worker, no install prompt, no
 * storage beyond the page, no position, no download.
 */
@BrowserTest
class WeChatIT {

    private static final String USER_AGENT = "Mozilla/5.0 (Linux; Android 14; V2324A Build/UP1A; wv) AppleWebKit/537.36"
            + " (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.188 Mobile Safari/537.36 XWEB/1260117"
            + " MMWEBSDK/20240501 MicroMessenger/8.0.50.2701(0x28003253) WeChat/arm64 Weixin NetType/4G Language/zh_CN";

    private static final String LACKS = """
            delete Navigator.prototype.serviceWorker;
            delete Navigator.prototype.geolocation;
            delete Navigator.prototype.share;
            delete window.onbeforeinstallprompt;
            Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'SecurityError'); }});
            Object.defineProperty(window, 'indexedDB', {value: undefined});
            Object.defineProperty(window, 'caches', {value: undefined});
            """;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void drawTheTown() {
        Town.draw(database);
    }

    private static NewContextOptions phone() {
        return Browser.phone().setLocale("zh-CN").setUserAgent(USER_AGENT).setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    }

    @Test
    void theNearestIsFoundByATapOnTheMapWhereThereIsNoPosition(Browser browser) {
        Page page = browser.open("/?place=town", phone(), LACKS);
        page.locator(".big").first().click();

        assertThat(page.locator("#panel-body")).containsText("在地图上");
        page.getByText("在地图上选点").first().click();
        page.locator("#map").click();

        assertThat(page.locator(".row").first()).containsText("直线"); // the town's streets lead nowhere near
        assertThat(page.locator("html")).hasAttribute("lang", "zh-Hans");
    }

    @Test
    void aFileIsNotFetchedInVainButTheWayToItIsSaid(Browser browser) {
        Page page = browser.open("/?place=town", phone(), LACKS);
        page.locator(".big").first().click();
        page.locator("a[download]").first().dispatchEvent("click");

        assertThat(page.locator(".open-outside")).containsText("在浏览器打开");
        assertThat(browser.requests()).noneMatch(url -> url.contains("/points."));
    }

    @Test
    void aSignsPageIsWholeThere(Browser browser) {
        Page page = browser.open("/p/aaaaaa1", phone(), LACKS);

        assertThat(page.locator("h1")).containsText("Town hall");
        assertThat(page.locator(".device-menu")).isVisible();
        page.locator(".device-menu summary").click();
        page.locator("[data-type-size]").click();
        assertThat(page.locator("html")).hasAttribute("data-type", "large");
    }

    @Test
    void elsewhereTheSameLinkSimplyDownloads(Browser browser) {
        Page page = browser.openPhone("/?place=town&lang=en");
        page.locator(".big").first().click();

        assertThat(page.waitForDownload(
                                () -> page.locator("a[download]").first().dispatchEvent("click"))
                        .suggestedFilename())
                .endsWith(".geojson");
    }
}
