package org.sanfen.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Standards as staff see them in the editor, and as administrators add versions (coverage.md section 1). */
@BrowserTest
class StandardsDialogIT {

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    private String password;

    @BeforeEach
    void anAdministrator() {
        Emptied.ofPlacesAndStaff(database);
        password = first.createIfNone().orElseThrow();
    }

    @AfterEach
    void takeNewVersionsAway() {
        database.sql("ALTER TABLE standard DISABLE TRIGGER standard_never_changes")
                .update();
        database.sql("DELETE FROM standard WHERE created_by IS NOT NULL").update();
        database.sql("ALTER TABLE standard ENABLE TRIGGER standard_never_changes")
                .update();
    }

    private static Locator open(Page page) {
        Locator dialog = Browser.pick(page, "Standards");
        assertThat(dialog.locator("tbody tr").first()).isVisible();
        return dialog;
    }

    private static Locator row(Locator dialog, String id) {
        return dialog.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(id));
    }

    @Test
    void anAdministratorIsToldAtTheBadFieldLosesNothingAndAddsTheNextVersion(Browser browser) {
        Page page = browser.signIn("admin", password);
        Locator dialog = open(page);
        row(dialog, "aed-100m").locator("button").click();
        Locator form = dialog.locator("form");
        form.locator("[name=limit]").fill("a hundred");
        form.locator("[name=source]").fill("A circular of 2026, clause 4");
        form.locator("button.primary").click();

        Locator limit = form.locator("fieldset", new Locator.LocatorOptions().setHas(page.locator("[name=limit]")));
        assertThat(limit.locator(".field-error")).isVisible();
        assertThat(limit.locator(".field-error").textContent()).endsWith(".");
        assertThat(form.locator("[name=limit]")).hasAttribute("aria-invalid", "true");
        assertThat(form.locator("[name=limit]")).isFocused();
        assertThat(form.locator("[name=limit]")).hasValue("a hundred");
        assertThat(form.locator("[name=source]")).hasValue("A circular of 2026, clause 4");

        form.locator("[name=limit]").fill("120");
        form.locator("button.primary").click();
        assertThat(dialog.locator("[role=status]")).containsText("aed-100m");
        assertThat(row(dialog, "aed-100m")).hasCount(2);
        assertThat(row(dialog, "aed-100m").first()).containsText("120 m");
        assertThat(row(dialog, "aed-100m").first()).containsText("A circular of 2026, clause 4");
        assertThat(new StaffClient(port).get("/api/standards").body()).contains("A circular of 2026, clause 4");
    }

    @Test
    void anEditorReadsEveryVersionAndCanAddNone(Browser browser) {
        StaffClient administrator = new StaffClient(port).signIn("admin", password);
        String secret = json(administrator.send(
                        "POST",
                        "/admin/api/staff",
                        "{\"login\":\"wang.li\",\"display_name\":\"Wang Li\",\"role\":\"editor\"}"))
                .get("password")
                .stringValue();

        Locator dialog = open(browser.signIn("wang.li", secret));

        assertThat(row(dialog, "aed-100m").first()).containsText("100 m");
        assertThat(dialog.locator("tbody button")).hasCount(0);
        assertThat(dialog.locator("button.primary")).hasCount(0);
        assertThat(List.of(new StaffClient(port)
                        .signIn("wang.li", secret)
                        .send("POST", "/admin/api/standards", "{}")
                        .statusCode()))
                .as("nor without the dialog")
                .containsExactly(403);
    }
}
