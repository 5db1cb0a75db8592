package org.sanfen.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

@DatabaseTest
class AccountsIT {

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    @Autowired
    Passwords passwords;

    @Autowired
    PlatformTransactionManager transactions;

    private Uncommitted uncommitted;
    private StaffClient administrator;
    private String editorsPassword;
    private long editorsId;

    @BeforeEach
    void anAdministratorAndAnEditor() {
        uncommitted = new Uncommitted(database, transactions);
        Emptied.ofStaff(database);
        administrator =
                new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
        JsonNode made = json(administrator.send(
                "POST",
                "/admin/api/staff",
                "{\"login\":\"wang.li\",\"display_name\":\"王丽\",\"organisation\":\"沙头角街道\",\"role\":\"editor\"}"));
        editorsPassword = made.get("password").stringValue();
        editorsId = made.get("account").get("id").longValue();
    }

    @Test
    void anEditorMaySignInAndMayNotTouchAccounts() {
        StaffClient editor = new StaffClient(port).signIn("wang.li", editorsPassword);
        assertThat(editor.open("/admin").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = editor.get("/admin/api/staff");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).get("code").stringValue()).isEqualTo("forbidden");
        assertThat(editor.send("PATCH", "/admin/api/staff/" + editorsId, "{\"role\":\"administrator\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theListNeverHoldsAPasswordOrItsHash() {
        HttpResponse<String> list = administrator.get("/admin/api/staff");
        assertThat(list.body()).contains("wang.li", "沙头角街道").doesNotContain("bcrypt", "hash", editorsPassword);
    }

    @Test
    void disablingAnAccountEndsItsSessionsAtOnce() {
        StaffClient editor = new StaffClient(port).signIn("wang.li", editorsPassword);
        assertThat(administrator
                        .send("PATCH", "/admin/api/staff/" + editorsId, "{\"disabled\":true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(editor.get("/admin/api/me").statusCode()).isEqualTo(401);
        StaffClient again = new StaffClient(port);
        again.open("/admin/login");
        assertThat(again.submitLogin("wang.li", editorsPassword).statusCode()).isEqualTo(401);
    }

    @Test
    void aResetPasswordReplacesTheOldOneAndEndsOlderSessions() {
        StaffClient editor = new StaffClient(port).signIn("wang.li", editorsPassword);
        String reset = json(administrator.send("PATCH", "/admin/api/staff/" + editorsId, "{\"reset_password\":true}"))
                .get("password")
                .stringValue();
        assertThat(editor.get("/admin/api/me").statusCode()).isEqualTo(401);
        StaffClient old = new StaffClient(port);
        old.open("/admin/login");
        assertThat(old.submitLogin("wang.li", editorsPassword).statusCode()).isEqualTo(401);
        assertThat(new StaffClient(port)
                        .signIn("wang.li", reset)
                        .get("/admin/api/me")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void changingOnesOwnPasswordKeepsThisSessionAndEndsTheOthers() {
        StaffClient here = new StaffClient(port).signIn("wang.li", editorsPassword);
        StaffClient there = new StaffClient(port).signIn("wang.li", editorsPassword);
        String chosen = "four calm green doors";
        HttpResponse<String> wrong = here.send("POST", "/admin/api/me/password", passwords("not it", chosen));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong).get("parameter").stringValue()).isEqualTo("current_password");
        HttpResponse<String> weak = here.send("POST", "/admin/api/me/password", passwords(editorsPassword, "short"));
        assertThat(json(weak).get("parameter").stringValue()).isEqualTo("new_password");

        assertThat(here.send("POST", "/admin/api/me/password", passwords(editorsPassword, chosen))
                        .statusCode())
                .isEqualTo(204);
        assertThat(here.get("/admin/api/me").statusCode()).isEqualTo(200);
        assertThat(there.get("/admin/api/me").statusCode()).isEqualTo(401);
        assertThat(new StaffClient(port)
                        .signIn("wang.li", chosen)
                        .get("/admin/api/me")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aDisablingInFlightOutlastsAChangeOfPassword() {
        StaffClient editor = new StaffClient(port).signIn("wang.li", editorsPassword);
        HttpResponse<String> changed = uncommitted.during(
                () -> database.sql("UPDATE staff_account SET disabled_at = now(), role = 'viewer' WHERE id = :id")
                        .param("id", editorsId)
                        .update(),
                () -> {},
                () -> editor.send(
                        "POST", "/admin/api/me/password", passwords(editorsPassword, "four calm green doors")));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(401);
        assertThat(database.sql("""
                                SELECT role || ' ' || (disabled_at IS NOT NULL)
                                FROM staff_account
                                WHERE id = :id
                                """).param("id", editorsId).query(String.class).single())
                .isEqualTo("viewer true");
    }

    @Test
    void aPasswordChosenWhileAnAdministratorRenamesTheAccountStays() {
        StaffClient editor = new StaffClient(port).signIn("wang.li", editorsPassword);
        String chosen = "four calm green doors";
        HttpResponse<String> renamed = uncommitted.during(
                () -> database.sql("UPDATE staff_account SET password_hash = :hash WHERE id = :id")
                        .param("hash", passwords.hash(chosen))
                        .param("id", editorsId)
                        .update(),
                () -> {},
                () -> administrator.send(
                        "PATCH", "/admin/api/staff/" + editorsId, "{\"display_name\":\"Li\",\"role\":\"viewer\"}"));
        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
        assertThat(editor.open("/admin/login").statusCode()).isEqualTo(200);
        assertThat(editor.submitLogin("wang.li", chosen).statusCode()).isEqualTo(303);
    }

    @Test
    void theLastAdministratorStays() {
        long id = json(administrator.get("/admin/api/me")).get("id").longValue();
        for (String change : new String[] {"{\"disabled\":true}", "{\"role\":\"editor\"}"}) {
            HttpResponse<String> refused = administrator.send("PATCH", "/admin/api/staff/" + id, change);
            assertThat(refused.statusCode()).as(change).isEqualTo(400);
        }
        assertThat(administrator.get("/admin/api/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void anInvitedAdministratorCountsOnceTheyCanSignIn() {
        long own = json(administrator.get("/admin/api/me")).get("id").longValue();
        String link = json(administrator.send(
                        "POST",
                        "/admin/api/staff",
                        "{\"login\":\"chen\",\"display_name\":\"Chen\",\"role\":\"administrator\",\"invite\":true}"))
                .get("link")
                .stringValue();
        for (String change : new String[] {"{\"disabled\":true}", "{\"role\":\"editor\"}", "{\"invite\":true}"}) {
            HttpResponse<String> refused = administrator.send("PATCH", "/admin/api/staff/" + own, change);
            assertThat(refused.statusCode()).as(change).isEqualTo(400);
            assertThat(change).contains(json(refused).get("parameter").stringValue());
        }
        StaffClient chen = new StaffClient(port);
        chen.open(link);
        chen.submit(link, "password", "four calm green doors");
        assertThat(administrator
                        .send("PATCH", "/admin/api/staff/" + own, "{\"role\":\"editor\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBadFieldIsNamed() {
        HttpResponse<String> taken = administrator.send(
                "POST", "/admin/api/staff", "{\"login\":\"WANG.LI\",\"display_name\":\"Other\",\"role\":\"editor\"}");
        assertThat(taken.statusCode()).isEqualTo(400);
        assertThat(json(taken).get("parameter").stringValue()).isEqualTo("login");
        HttpResponse<String> role = administrator.send(
                "POST", "/admin/api/staff", "{\"login\":\"chen\",\"display_name\":\"Chen\",\"role\":\"king\"}");
        assertThat(json(role).get("parameter").stringValue()).isEqualTo("role");
        HttpResponse<String> turned =
                administrator.send("PATCH", "/admin/api/staff/" + editorsId, "{\"display_name\":\"\\u202enimda\"}");
        assertThat(json(turned).get("parameter").stringValue()).isEqualTo("display_name");
        assertThat(json(turned).get("detail").stringValue()).contains("invisible character");
        assertThat(administrator.send("PATCH", "/admin/api/staff/999999", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyChangeOfAnAccountIsWrittenDown() {
        administrator.send("PATCH", "/admin/api/staff/" + editorsId, "{\"disabled\":true}");
        administrator.send("PATCH", "/admin/api/staff/" + editorsId, "{\"disabled\":false}");
        administrator.send("PATCH", "/admin/api/staff/" + editorsId, "{\"reset_password\":true}");
        assertThat(database.sql("""
                                SELECT action || ' ' || detail
                                FROM staff_audit
                                WHERE staff_id IS NOT NULL AND detail IS NOT NULL
                                ORDER BY id
                                """).query(String.class).list())
                .containsExactly(
                        "account_created wang.li",
                        "account_disabled wang.li",
                        "account_enabled wang.li",
                        "password_reset wang.li");
    }

    @Test
    void theRecordTellsWhatOfAnAccountWasChanged() {
        administrator.send(
                "PATCH",
                "/admin/api/staff/" + editorsId,
                "{\"role\":\"inspector\",\"display_name\":\"王莉\",\"organisation\":\"\"}");
        administrator.send("PATCH", "/admin/api/staff/" + editorsId, "{\"role\":\"inspector\"}");

        JsonNode entries = json(administrator.get("/admin/api/staff-activity")).get("entries");
        assertThat(entries.get(0).get("changes").toString())
                .isEqualTo("[{\"field\":\"display_name\",\"before\":\"王丽\",\"after\":\"王莉\"},"
                        + "{\"field\":\"organisation\",\"before\":\"沙头角街道\"},"
                        + "{\"field\":\"role\",\"before\":\"editor\",\"after\":\"inspector\"}]");
        assertThat(entries.get(1).get("changes").toString())
                .as("nothing changed the second time; a new account's role is told")
                .isEqualTo("[{\"field\":\"role\",\"after\":\"editor\"}]");
    }

    private static String passwords(String current, String wanted) {
        return "{\"current_password\":\"" + current + "\",\"new_password\":\"" + wanted + "\"}";
    }
}
