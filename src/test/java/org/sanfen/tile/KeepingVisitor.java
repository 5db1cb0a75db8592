package org.sanfen.tile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.sanfen.testing.Browser;
import org.sanfen.testing.Line;

/** A visitor on a phone with a service worker, who reaches the server over a line that a test can cut. */
final class KeepingVisitor {

    static final String TOWN = "/?place=town&lang=en";

    /** The app and a town are fetched and written after all that a visitor waits for. */
    private static final double PATIENCE_MS = 60_000;

    private static final String KEPT_AT = """
            async () => {
              const entry = await caches.match('/.kept/town');
              return entry ? (await entry.json()).keptAt : null;
            }""";

    final Page page;
    private final Browser browser;
    private final Line line;

    private KeepingVisitor(Page page, Browser browser, Line line) {
        this.page = page;
        this.browser = browser;
        this.line = line;
    }

    /** Opens the town, and stays until a visit's copy of it is whole. */
    static KeepingVisitor arrives(Browser browser, Line line) {
        return arrives(browser, line, phone());
    }

    static KeepingVisitor arrives(Browser browser, Line line, NewContextOptions device) {
        KeepingVisitor visitor = comes(browser, line, device);
        visitor.waitsForTheCopy();
        return visitor;
    }

    /** Stays until the town's copy is whole. */
    void waitsForTheCopy() {
        keptWords()
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(PATIENCE_MS));
    }

    /** Opens the town, whatever becomes of its copy. */
    static KeepingVisitor comes(Browser browser, Line line, NewContextOptions device) {
        browser.over(line);
        KeepingVisitor visitor = new KeepingVisitor(browser.open(TOWN, device), browser, line);
        visitor.seesTheTown();
        return visitor;
    }

    static NewContextOptions phone() {
        return Browser.phone().setServiceWorkers(ServiceWorkerPolicy.ALLOW);
    }

    Locator keptWords() {
        return page.locator(".offline-keep p", new Page.LocatorOptions().setHasText("on your phone, as of"));
    }

    Locator bar() {
        return page.locator(".offline-bar");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    void seesTheTown() {
        assertThat(page.locator(".row")).hasCount(7);
    }

    /** A page asks for a newer app once it is quiet, after five seconds at the latest. */
    void isToldOfANewVersion() {
        assertThat(page.getByText("There is a new version of this page."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
    }

    void entersFlightMode() {
        line.cut();
        page.context().setOffline(true);
    }

    void leavesFlightMode() {
        line.mend();
        page.context().setOffline(false);
    }

    void opens(String path) {
        page.navigate(browser.url(path));
    }

    /** Stays on the page until it has asked for all that it asks for. */
    void rests() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** Unfolds "Use without a network" and presses a button in it. */
    void pressesWithoutNetwork(String name) {
        Locator part = unfoldsWithoutNetwork(page);
        part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    /** Renews the town's copy, and stays until there is one of a later moment. */
    void renews() {
        Object before = page.evaluate(KEPT_AT);
        pressesWithoutNetwork("Renew it now");
        page.waitForFunction(
                "before => (" + KEPT_AT + ")().then(at => at !== before)",
                before,
                new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MS));
        assertThat(page.locator(".offline-keep progress")).hasCount(0);
    }

    static Locator unfoldsWithoutNetwork(Page page) {
        if ("peek".equals(page.locator("#sheet").getAttribute("data-height"))) {
            page.locator(".sheet-handle").click();
        }
        Locator part = page.locator(".offline-keep");
        if (part.getAttribute("open") == null) {
            part.locator("summary").click();
        }
        return part;
    }

    CDPSession devtools() {
        return page.context().newCDPSession(page);
    }

    /** Names of all caches. */
    @SuppressWarnings("unchecked")
    List<String> caches() {
        return (List<String>) page.evaluate("() => caches.keys()");
    }

    /** Addresses of everything that is kept, without the origin. */
    @SuppressWarnings("unchecked")
    List<String> keptAddresses() {
        return (List<String>) page.evaluate("""
                async () => {
                  const kept = [];
                  for (const name of await caches.keys()) {
                    const requests = await (await caches.open(name)).keys();
                    kept.push(...requests.map(one => one.url.slice(location.origin.length)));
                  }
                  return kept.sort();
                }""");
    }

    /** Changes a kept file as a failing store would, under all of its heads. */
    void spoils(String address) {
        page.evaluate("""
                async address => {
                  for (const name of await caches.keys()) {
                    const cache = await caches.open(name);
                    const file = await cache.match(address, {ignoreVary: true});
                    if (!file) continue;
                    const bytes = new Uint8Array(await file.arrayBuffer());
                    bytes[bytes.length >> 1] ^= 0x55;
                    await cache.put(address, new Response(bytes, {headers: file.headers}));
                    return;
                  }
                  throw new Error('not kept: ' + address);
                }""", address);
    }
}
