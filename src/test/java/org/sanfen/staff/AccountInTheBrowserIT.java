package org.sanfen.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.AxeViolations;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One's own account, and another's that is set right: sessions, password, second factor, areas. */
@BrowserTest
class AccountInTheBrowserIT {

    private static final String WORDS = "four calm green doors";

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    private String password;

    @BeforeEach
    void aTownAndAnAdministrator() {
        Emptied.ofPlacesAndStaff(database);
        database.sql("""
                        INSERT INTO place (id, name, zone, country, bounds)
                        VALUES ('town', 'Town', 'Europe/Monaco', 'MC', ST_MakeEnvelope(7.40, 43.72, 7.44, 43.76, 4326))
                        """).update();
        password = first.createIfNone().orElseThrow();
    }

    private static Page submit(Page page, String login, String secret) {
        page.fill("#login", login);
        page.fill("#password", secret);
        page.locator("button[type=submit]").click();
        return page;
    }

    private static Locator open(Page page, String entry) {
        Browser.pick(page, entry);
        return page.locator("sanfen-accounts");
    }

    @Test
    void anotherSessionIsEndedThePasswordChangedAndASecondFactorTurnedOn(Browser browser) {
        Page elsewhere = browser.signIn("admin", password);
        Page page = browser.signIn("admin", password);
        Locator own = open(page, "Your account");
        assertThat(own.locator(".sessions li")).hasCount(2);
        own.locator(".sessions li:not(:has(strong)) button").click();
        assertThat(own.locator(".sessions li")).hasCount(1);
        elsewhere.reload();
        assertThat(elsewhere.locator("#login")).isVisible();

        own.locator("[name=current_password]").fill(password);
        own.locator("[name=new_password]").fill(WORDS);
        own.locator("button.primary").click();
        assertThat(own.locator(".notice")).containsText("password");
        own.locator("a[href^='/admin/second-factor']").click();

        String secret = page.locator("code.password").textContent().replace(" ", "");
        assertThat(page.locator(".factor-qr svg path")).hasCount(2);
        assertThat(AxeViolations.of(page)).isEmpty();
        page.fill("#password", WORDS);
        page.fill("#code", code(secret));
        page.locator("button[type=submit]").click();
        assertThat(page.locator(".recovery-codes li")).hasCount(10);
        String spare = page.locator(".recovery-codes li").first().textContent();
        database.sql("UPDATE second_factor SET last_step = 0").update(); // as if turned on long ago

        submit(elsewhere, "admin", WORDS);
        elsewhere.fill("#code", "000000");
        elsewhere.locator("button[type=submit]").click();
        assertThat(elsewhere.locator(".notice")).containsText("does not fit");
        elsewhere.fill("#code", code(secret));
        elsewhere.locator("button[type=submit]").click();
        elsewhere.locator(".points").waitFor();

        Page withSpare = submit(browser.openPhone("/admin/login?lang=en"), "admin", WORDS);
        withSpare.fill("#code", spare);
        withSpare.locator("button[type=submit]").click();
        withSpare.locator(".points").waitFor();
    }

    private static String code(String secret) {
        return Totp.code(new Base32().decode(secret), Totp.stepAt(Instant.now().getEpochSecond()));
    }

    @Test
    void anEditorsPasswordIsResetAndWhatTheyMayChangeIsLimitedToAnArea(Browser browser) {
        database.sql("""
                        INSERT INTO area (id, place_id, layer, name, geom, area_m2, source, content_hash, valid_from)
                        VALUES ('town.west', 'town', 'drawn', 'West',
                                ST_Multi(ST_MakeEnvelope(7.40, 43.72, 7.42, 43.76, 4326)), 1, 'test', gen_random_uuid(), 1)
                        """).update();
        StaffClient administrator = new StaffClient(port).signIn("admin", password);
        for (double lon : new double[] {7.41, 7.43}) {
            administrator.send(
                    "POST",
                    "/admin/api/points",
                    "{\"place\":\"town\",\"kind\":\"aed\",\"lon\":%s,\"lat\":43.74,\"name\":\"At %s\"}"
                            .formatted(lon, lon));
        }
        administrator.send(
                "POST", "/admin/api/staff", "{\"login\":\"li\",\"display_name\":\"Li\",\"role\":\"editor\"}");
        Page page = browser.signIn("admin", password);
        Locator accounts = open(page, "Accounts");
        Locator row = accounts.locator("tbody tr", new Locator.LocatorOptions().setHasText("li"));
        row.last().locator("button").click();
        accounts.locator("sanfen-limits [name=area]").selectOption("town.west");
        accounts.locator(".limits-add button").click();
        assertThat(accounts.locator("sanfen-limits li")).containsText("West");
        accounts.locator(".new-account button.primary").click();
        assertThat(accounts.locator(".notice").first()).hasText("Saved.");
        accounts.locator(".account-deeds button:text-is('New password')").click();
        page.locator("dialog[open] .danger").last().click();
        String given = accounts.locator("code.password").textContent();

        Page editor = submit(browser.openDesktop("/admin/login?lang=en"), "li", given);
        editor.locator("tr[data-id]:has-text('At 7.41')").click();
        editor.fill("#field-level", "1");
        editor.locator(".drawer-foot .primary").click();
        assertThat(editor.locator(".toast")).containsText(": saved");
        editor.keyboard().press("Escape");
        editor.locator("tr[data-id]:has-text('At 7.43')").click();
        editor.fill("#field-level", "2");
        editor.locator(".drawer-foot .primary").click();
        assertThat(editor.locator(".drawer .notice[role=alert]")).containsText("limited to");
        assertThat(editor.locator("#field-level")).hasValue("2"); // what was typed stays
        assertThat(database.sql("SELECT level FROM point WHERE name = 'At 7.43'")
                        .query(String.class)
                        .list())
                .containsOnlyNulls();
    }

    @Test
    void whoseOnlyPlaceIsAHiddenDemonstrationIsToldSo(Browser browser) {
        database.sql("""
                        INSERT INTO place (id, name, zone, country, schematic, first_run)
                        VALUES ('demo', 'Demo', 'Europe/Monaco', 'MC', true, true)
                        """).update();
        database.sql("""
                        INSERT INTO area (id, place_id, layer, name, geom, area_m2, source, content_hash, valid_from)
                        VALUES ('demo', 'demo', 'administrative', 'Demo',
                                ST_Multi(ST_MakeEnvelope(7.40, 43.72, 7.42, 43.76, 4326)), 1, 'test', gen_random_uuid(), 1)
                        """).update();

        Page page = signInAs(browser, "\"role\":\"editor\",\"areas\":[\"demo\"]");

        assertThat(page.locator(".pane-head .notice[role=alert]"))
                .containsText("limited to demo, which isn't shown here");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", "no-place-1280.png")));
        assertThat(page.locator(".topbar select.place")).isHidden();
        assertThat(page.locator(".topbar .menu-items button"))
                .hasText(new String[] {"Standards", "Your account", "Sign out"});
    }

    @Test
    void theMenuOffersAViewerWhatTheyMayLookAt(Browser browser) {
        Page page = signInAs(browser, "\"role\":\"viewer\"");

        assertThat(page.locator(".topbar .menu-items")).containsText("Areas");
        assertThat(page.locator(".topbar .menu-items"))
                .not()
                .containsText(Pattern.compile("Import|Accounts|Review|What staff did"));
    }

    @Test
    void theFirstAccountIsCalledInThePagesLanguageUntilSomebodyNamesIt(Browser browser) {
        Page page = Browser.signIn(browser.openDesktop("/admin/login?lang=zh-Hans"), "admin", password);
        assertThat(page.locator(".topbar .menu summary")).hasText("管理员");

        database.sql("UPDATE staff_account SET display_name = '王丽'").update();
        Page named = Browser.signIn(browser.openDesktop("/admin/login?lang=zh-Hans"), "admin", password);
        assertThat(named.locator(".topbar .menu summary")).hasText("王丽");
    }

    private Page signInAs(Browser browser, String account) {
        String given = StaffClient.json(new StaffClient(port)
                        .signIn("admin", password)
                        .send("POST", "/admin/api/staff", "{\"login\":\"li\",\"display_name\":\"Li\"," + account + "}"))
                .get("password")
                .stringValue();
        return submit(browser.openDesktop("/admin/login?lang=en"), "li", given);
    }
}
