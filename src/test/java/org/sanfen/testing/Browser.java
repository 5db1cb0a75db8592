package org.sanfen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A visitor's browser in one test: pages on the running server, and a record of every request that they made. Not
 * thread-safe; use it from the test's own thread.
 */
public final class Browser {

    private static final double PATIENCE_MS = 15_000;

    private final com.microsoft.playwright.Browser process;
    private String origin;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private StandIn standIn;
    private String elsewhere;
    private Page lastPage;

    Browser(com.microsoft.playwright.Browser process, String origin) {
        this.process = process;
        this.origin = origin;
    }

    /** A page of 1280 x 800 px, in English, of a visitor who was never here. */
    public Page openDesktop(String path) {
        return open(path, desktop());
    }

    /** The editor in English on a desktop, signed in; its list is there. */
    public Page signIn(String login, String password) {
        return signIn(openDesktop("/admin/login?lang=en"), login, password);
    }

    /** From the page to sign in to the editor, whose list is there. */
    public static Page signIn(Page page, String login, String password) {
        page.fill("#login", login);
        page.fill("#password", password);
        page.locator("button[type=submit]").click();
        page.locator(".points, .empty, .pane-head .notice").first().waitFor();
        return page;
    }

    /** Opens what the editor's menu calls so; the dialog that comes. */
    public static Locator pick(Page page, String entry) {
        page.locator(".topbar .menu summary").click();
        page.locator(".topbar .menu-items button:text-is('" + entry + "')").click();
        return page.locator("dialog[open]");
    }

    /** A touch page of 390 x 844 px, in English, of a visitor who was never here. */
    public Page openPhone(String path) {
        return open(path, phone());
    }

    /** A page as described by the options; start from {@link #desktop()} or {@link #phone()}. */
    public Page open(String path, NewContextOptions options) {
        return open(path, options, "");
    }

    /** @param before script that each page runs before its own, such as to take away what an app's browser lacks */
    public Page open(String path, NewContextOptions options, String before) {
        BrowserContext context = process.newContext(options);
        context.addInitScript(before);
        contexts.add(context);
        if (standIn != null) {
            context.route(standIn.addresses().asMatchPredicate(), standIn::answer);
        }
        context.setDefaultTimeout(PATIENCE_MS);
        context.onRequest(request -> {
            requests.add(request.url());
            Map<String, String> headers = new HashMap<>(request.headers());
            headers.values().removeIf(String::isEmpty); // a referrer that is withheld
            sent.add(new Sent(request.method(), request.url(), headers, request.postData()));
        });
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        lastPage = context.newPage();
        lastPage.navigate(url(path));
        return lastPage;
    }

    /** Without a service worker, as in a private window: the network that a test sees is then the page's own. */
    public static NewContextOptions desktop() {
        return new NewContextOptions()
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
                .setViewportSize(1280, 800)
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    public static NewContextOptions phone() {
        return desktop()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setHasTouch(true)
                .setIsMobile(true);
    }

    /** From now on the visitor reaches the server over this line. */
    public void over(Line line) {
        origin = line.origin();
    }

    /** Somebody else's server that a visitor may choose to ask: from now on the test answers for it, and nothing leaves. */
    public void standInFor(Pattern addresses, String contentType, byte[] answer) {
        standIn = new StandIn(addresses, contentType, answer);
    }

    /** Another server of the operator's, to which pages may lead. */
    public void mayGoTo(String otherOrigin) {
        elsewhere = otherOrigin;
    }

    private record StandIn(Pattern addresses, String contentType, byte[] bytes) {

        void answer(Route route) {
            route.fulfill(new Route.FulfillOptions().setContentType(contentType).setBodyBytes(bytes));
        }
    }

    /** The full address of a path on the server under test. */
    public String url(String path) {
        return origin + path;
    }

    /** Every address asked for so far, in order, by all pages of this test. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /**
     * All that one request said.
     *
     * @param headers by lower-case name
     * @param body null for none
     */
    public record Sent(String method, String url, Map<String, String> headers, String body) {}

    /** Every request so far with all that it said, in order. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Starts the record anew, to look at one step only. */
    public void forgetRequests() {
        requests.clear();
        sent.clear();
    }

    /** Requests that went where neither the server under test nor one that the test knows of is. */
    public List<String> thirdPartyRequests() {
        return requests.stream()
                .filter(url -> url.startsWith("http") || url.startsWith("ws"))
                .filter(url -> !url.startsWith(origin + "/"))
                .filter(url -> elsewhere == null || !url.startsWith(elsewhere + "/"))
                .filter(url ->
                        standIn == null || !standIn.addresses().matcher(url).matches())
                .toList();
    }

    /** Uncaught script errors, and what the Content-Security-Policy refused. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    void requireNothingUntoward() {
        assertThat(thirdPartyRequests())
                .as("no page asks another origin for anything")
                .isEmpty();
        assertThat(complaints())
                .as("no script error, nothing refused by the Content-Security-Policy")
                .isEmpty();
    }

    void photograph(Path file) {
        if (lastPage != null && !lastPage.isClosed()) {
            lastPage.screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }

    void close() {
        contexts.forEach(BrowserContext::close);
    }
}
