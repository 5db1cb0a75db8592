package org.sanfen.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.AxeViolations;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts and the review as people meet them: invited, proposed, reviewed, published. */
@BrowserTest
class StaffInTheBrowserIT {

    private static final String PASSWORD = "four calm green doors";

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    private String password;

    @BeforeEach
    void aTownWithAPointAndAnAdministrator() {
        Emptied.ofPlacesAndStaff(database);
        database.sql("""
                        INSERT INTO place (id, name, zone, country, bounds)
                        VALUES ('town', 'Town', 'Europe/Monaco', 'MC', ST_MakeEnvelope(7.40, 43.72, 7.44, 43.76, 4326))
                        """).update();
        password = first.createIfNone().orElseThrow();
        new StaffClient(port)
                .signIn("admin", password)
                .send(
                        "POST",
                        "/admin/api/points",
                        "{\"place\":\"town\",\"kind\":\"aed\",\"lon\":7.42,\"lat\":43.74,\"name\":\"Old name\"}");
    }

    @Test
    void anInvitedEditorProposesAndTheAdministratorPublishes(Browser browser) {
        Page administrator = browser.signIn("admin", password);
        administrator.locator(".topbar .menu summary").click();
        administrator.locator(".topbar .menu-items button:text-is('Accounts')").click();
        Locator form = administrator.locator("sanfen-accounts .new-account");
        form.locator("[name=login]").fill("li.na");
        form.locator("[name=display_name]").fill("Li Na");
        form.locator("[name=needs_review]").check();
        form.locator("button.primary").click();
        Locator link = administrator.locator("sanfen-accounts code.password");
        assertThat(link).containsText("/admin/invitation/");
        assertThat(administrator.locator("sanfen-accounts tbody tr", new Page.LocatorOptions().setHasText("li.na")))
                .containsText("reviewed");
        assertThat(AxeViolations.of(administrator)).isEmpty();
        assertThat(AxeViolations.ofDarkPhone(administrator)).isEmpty();
        Locator row = administrator.locator("sanfen-accounts tbody tr", new Page.LocatorOptions().setHasText("li.na"));
        row.locator("button").click();
        form.locator("[name=role]").selectOption("inspector");
        administrator.locator(".account-deeds button:text-is('New password')").click();
        Locator question = administrator.locator("dialog[open]:not(:has(.account-deeds))");
        assertThat(question).containsText("every session ends");
        question.locator("button:text-is('Cancel')").click();
        assertThat(administrator.locator("sanfen-accounts code.password")).hasCount(0);
        administrator
                .locator(".account-deeds button:text-is('Invitation link')")
                .click();
        assertThat(link).containsText("/admin/invitation/");
        assertThat(form.locator("[name=role]")).hasValue("inspector"); // chosen, and not saved by another deed
        String path = link.textContent().replaceFirst("^https?://[^/]+", "");
        administrator.locator("sanfen-accounts .icon-button").first().click();
        assertThat(administrator.locator(".topbar .menu summary")).isFocused();

        Page editor = browser.openDesktop(path + "?lang=en");
        assertThat(editor.locator("main")).containsText("li.na");
        editor.fill("#password", PASSWORD);
        editor.locator("button[type=submit]").click();
        assertThat(editor.locator(".notice")).containsText("Your password is set");
        editor.fill("#login", "li.na");
        editor.fill("#password", PASSWORD);
        editor.locator("button[type=submit]").click();
        editor.locator(".points tr[data-id] input[type=checkbox]").first().check();
        assertThat(editor.locator(".selection-bar")).containsText("Show on the map");
        assertThat(editor.locator(".selection-bar .bulk")).hasCount(0);
        editor.locator(".points tr[data-id]").first().click();
        assertThat(editor.locator(".drawer-foot .primary")).containsText("Send for review");
        editor.fill("#field-name", "New name");
        editor.locator(".drawer-foot .primary").click();
        assertThat(editor.locator(".toast")).containsText("Sent for review");
        assertThat(name()).isEqualTo("Old name");
        assertThat(editor.locator(".waiting ins")).hasText("New name");
        assertThat(AxeViolations.of(editor)).isEmpty();

        editor.fill("#field-level", "2");
        editor.fill(".review-note input", "Seen on the spot");
        editor.locator(".drawer-foot .primary").click();
        assertThat(editor.locator(".waiting ins")).hasText(new String[] {"New name", "2"});

        administrator.reload();
        administrator.locator("button:has-text('1 to review')").click();
        Locator card = administrator.locator("sanfen-proposal");
        assertThat(card.locator("tr[data-key=name]")).containsText("Old name");
        assertThat(card.locator("tr[data-key=name] ins")).hasText("New name");
        assertThat(card.locator("tr[data-key=level] ins")).hasText("2");
        assertThat(card).containsText("Seen on the spot");
        assertThat(AxeViolations.of(administrator)).isEmpty();
        assertThat(AxeViolations.ofDarkPhone(administrator)).isEmpty();
        card.locator(".primary").click();
        assertThat(administrator.locator("sanfen-review .notice[role=status]")).hasText("Published.");
        assertThat(name()).isEqualTo("New name");
        administrator.locator("sanfen-review .icon-button").first().click();

        administrator.locator(".topbar .menu summary").click();
        administrator
                .locator(".topbar .menu-items button:text-is('Staff activity')")
                .click();
        Locator activity = administrator.locator("sanfen-staff-activity tbody");
        assertThat(activity).containsText("Published a proposed change");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void severalProposalsArePublishedTogetherButTheOneWhosePointMovedMeanwhile(Browser browser) {
        StaffClient administrator = new StaffClient(port).signIn("admin", password);
        StaffClient editor = new StaffClient(port)
                .signIn(
                        "li",
                        json(administrator.send(
                                        "POST",
                                        "/admin/api/staff",
                                        "{\"login\":\"li\",\"display_name\":\"Li\",\"role\":\"editor\",\"needs_review\":true}"))
                                .get("password")
                                .stringValue());
        String still = made(administrator, "Still");
        String moved = made(administrator, "Moved");
        String clashing = made(administrator, "Clashing");
        for (String point : List.of(still, moved, clashing)) {
            propose(editor, "\"point\":\"" + point + "\",\"revision\":1,\"values\":{\"name\":\"Proposed\"}");
        }
        propose(
                editor,
                "\"place\":\"town\",\"values\":{\"kind\":\"aed\",\"lon\":7.43,\"lat\":43.75,\"name\":\"Fresh\"}");
        rename(administrator, clashing, "Renamed before");

        Page page = browser.signIn("admin", password);
        page.locator("button:has-text('4 to review')").click();
        Locator review = page.locator("sanfen-review");
        assertThat(review.locator("sanfen-proposal tr.clash")).hasCount(1);
        assertThat(review.locator(".publish-all")).hasText("Publish all 3 without a conflict");
        review.locator(".publish-all").click();
        Locator question = page.locator("dialog[open]:has(button:text-is('Publish')):not(:has(sanfen-proposal))");
        assertThat(question).containsText("Publishes 3 proposals as they were proposed");
        assertThat(question).containsText("stay: 1");
        assertThat(AxeViolations.of(page)).isEmpty();
        rename(administrator, moved, "Renamed meanwhile");
        question.locator("button:text-is('Publish')").click();

        assertThat(review.locator("> dialog > .notice[role=status]")).hasText("Published: 2. Not published: 1.");
        assertThat(review.locator("sanfen-publish-all [role=alert] li")).hasCount(1);
        assertThat(review.locator("sanfen-proposal")).hasCount(2);
        assertThat(review.locator("sanfen-proposal tr.clash")).hasCount(2);
        assertThat(review.locator(".publish-all")).hasCount(0);
        assertThat(AxeViolations.of(page)).isEmpty();
        assertThat(AxeViolations.ofDarkPhone(page)).isEmpty();
        assertThat(names()).containsExactly("Fresh", "Old name", "Proposed", "Renamed before", "Renamed meanwhile");
        assertThat(browser.complaints()).isEmpty();
    }

    private static String made(StaffClient staff, String name) {
        return json(staff.send(
                        "POST",
                        "/admin/api/points",
                        "{\"place\":\"town\",\"kind\":\"aed\",\"lon\":7.41,\"lat\":43.73,\"name\":\"" + name + "\"}"))
                .get("id")
                .stringValue();
    }

    private static void propose(StaffClient editor, String body) {
        HttpResponse<String> sent = editor.send("POST", "/admin/api/proposals", "{" + body + "}");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
    }

    private static void rename(StaffClient staff, String point, String name) {
        HttpResponse<String> done =
                staff.send("PATCH", "/admin/api/points/" + point, "{\"revision\":1,\"name\":\"" + name + "\"}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    }

    private List<String> names() {
        return database.sql("SELECT name FROM point ORDER BY name COLLATE \"C\"")
                .query(String.class)
                .list();
    }

    @Test
    void aViewerSeesNoButtonThatWouldBeRefused(Browser browser) {
        new StaffClient(port)
                .signIn("admin", password)
                .send(
                        "POST",
                        "/admin/api/staff",
                        "{\"login\":\"gu\",\"display_name\":\"Gu\",\"role\":\"viewer\",\"invite\":false}");
        StaffClient administrator = new StaffClient(port).signIn("admin", password);
        String id = database.sql("SELECT id::text FROM staff_account WHERE login = 'gu'")
                .query(String.class)
                .single();
        String given = json(administrator.send("PATCH", "/admin/api/staff/" + id, "{\"reset_password\":true}"))
                .get("password")
                .stringValue();
        Page viewer = browser.signIn("gu", given);
        viewer.locator(".points tr[data-id]").first().click();
        assertThat(viewer.locator(".drawer h2")).hasText("Old name");
        assertThat(viewer.locator(".drawer-foot")).hasCount(0);
        assertThat(viewer.locator(".deeds")).hasCount(0);
        assertThat(viewer.locator(".add:visible")).hasCount(0);
        assertThat(viewer.locator("sanfen-point-photos fieldset")).hasCount(0);
        viewer.locator("[role=tab]").nth(1).click();
        assertThat(viewer.locator(".history > li")).hasCount(1);
        viewer.keyboard().press("Escape");
        viewer.locator(".topbar .menu summary").click();
        assertThat(viewer.locator(".topbar .menu-items")).not().containsText("Accounts");
        assertThat(viewer.locator(".topbar .menu-items")).not().containsText("Import");
        viewer.locator(".topbar .menu-items button:text-is('Areas')").click();
        assertThat(viewer.locator(".areas-dialog .area-tools button")).hasCount(1);
        assertThat(viewer.locator(".areas-dialog .area-tools")).containsText("Find overlaps");
        viewer.locator(".areas-dialog [aria-label=Close]").click();
        viewer.locator(".topbar .menu summary").click();
        viewer.locator(".topbar .menu-items button:text-is('Your account')").click();
        assertThat(viewer.locator("sanfen-accounts .sessions li")).containsText("This one.");
        assertThat(browser.complaints()).isEmpty();
    }

    private String name() {
        return database.sql("SELECT name FROM point").query(String.class).single();
    }
}
