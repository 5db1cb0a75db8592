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
class InvitationsAndSessionsIT {

    private static final String CHOSEN = "four calm green doors";

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private StaffClient administrator;
    private long id;
    private String link;

    @BeforeEach
    void anAdministratorHasInvitedAnEditor() {
        Emptied.ofStaff(database);
        administrator =
                new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
        HttpResponse<String> made = administrator.send(
                "POST",
                "/admin/api/staff",
                "{\"login\":\"wang.li\",\"display_name\":\"王丽\",\"role\":\"editor\",\"invite\":true}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        id = json(made).get("account").get("id").longValue();
        link = json(made).get("link").stringValue();
        assertThat(json(made).path("password").isString()).isFalse();
        assertThat(json(made).get("account").get("invited_until").isString()).isTrue();
    }

    @Test
    void whoeverHoldsTheLinkChoosesThePasswordOnce() {
        assertThat(link).as("without SANFEN_PUBLIC_URL").startsWith("/admin/invitation/");
        String token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(database.sql("SELECT encode(token_hash, 'escape') FROM invitation")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
        StaffClient invited = new StaffClient(port);
        assertThat(invited.open(link + "?lang=en").body()).contains("wang.li", "Choose your password");
        HttpResponse<String> weak = invited.submit(link + "?lang=en", "password", "short");
        assertThat(weak.statusCode()).isEqualTo(400);
        HttpResponse<String> taken = invited.submit(link + "?lang=en", "password", CHOSEN);
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(taken.headers().firstValue("Location")).hasValue("/admin/login?welcome&lang=en");
        assertThat(invited.signIn("wang.li", CHOSEN).get("/admin/api/me").statusCode())
                .isEqualTo(200);

        StaffClient second = new StaffClient(port);
        HttpResponse<String> again = second.open(link + "?lang=en");
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("was used already");
        assertThat(second.submit(link, "password", "another good password").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOldALaterAndAWithdrawnLinkOpenNothing() {
        database.sql("UPDATE invitation SET expires_at = now()").update();
        assertThat(new StaffClient(port).open(link).statusCode()).isEqualTo(404);
        String later = json(administrator.send("PATCH", "/admin/api/staff/" + id, "{\"invite\":true}"))
                .get("link")
                .stringValue();
        assertThat(new StaffClient(port).open(link).statusCode()).isEqualTo(404);
        assertThat(new StaffClient(port).open(later).statusCode()).isEqualTo(200);
        administrator.send("PATCH", "/admin/api/staff/" + id, "{\"disabled\":true}");
        assertThat(new StaffClient(port).open(later).statusCode()).isEqualTo(404);
    }

    @Test
    void anInvitationTakenWhileItsAccountIsDisabledOpensNothing() {
        StaffClient invited = new StaffClient(port);
        invited.open(link);
        HttpResponse<String> taken = new Uncommitted(database, transactions)
                .during(
                        () -> database.sql("UPDATE staff_account SET disabled_at = now() WHERE id = :id")
                                .param("id", id)
                                .update(),
                        () -> database.sql("DELETE FROM invitation WHERE staff_id = :id")
                                .param("id", id)
                                .update(),
                        () -> invited.submit(link, "password", CHOSEN));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(404);
        assertThat(database.sql("""
                                SELECT disabled_at IS NOT NULL AND password_hash IS NULL
                                FROM staff_account
                                WHERE id = :id
                                """).param("id", id).query(Boolean.class).single())
                .isTrue();
    }

    @Test
    void aPasswordFromTheShellWithdrawsTheInvitation() {
        String fromShell = first.resetPassword("wang.li").orElseThrow();
        StaffClient invited = new StaffClient(port);
        assertThat(invited.open(link).statusCode()).isEqualTo(404);
        assertThat(new StaffClient(port)
                        .signIn("wang.li", fromShell)
                        .get("/admin/api/me")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodySignsInToAnAccountWithoutAPassword() {
        StaffClient guesser = new StaffClient(port);
        guesser.open("/admin/login");
        assertThat(guesser.submitLogin("wang.li", "").statusCode()).isEqualTo(401);
    }

    @Test
    void sessionsAreListedWithoutWhereTheyAreAndEndOnRequest() {
        StaffClient invited = new StaffClient(port);
        invited.open(link);
        invited.submit(link, "password", CHOSEN);
        StaffClient here = new StaffClient(port).signIn("wang.li", CHOSEN);
        StaffClient there = new StaffClient(port).signIn("wang.li", CHOSEN);
        JsonNode mine = json(here.get("/admin/api/me/sessions")).get("sessions");
        assertThat(mine.size()).isEqualTo(2);
        mine.forEach(one -> assertThat(one.propertyNames())
                .as("no address, no device")
                .containsExactlyInAnyOrder("id", "begun", "seen", "current"));
        JsonNode other = mine.get(0).get("current").booleanValue() ? mine.get(1) : mine.get(0);
        String otherId = other.get("id").stringValue();
        assertThat(here.send("DELETE", "/admin/api/me/sessions/" + otherId, "").statusCode())
                .isEqualTo(204);
        assertThat(there.get("/admin/api/me").statusCode()).isEqualTo(401);
        assertThat(here.send("DELETE", "/admin/api/me/sessions/" + otherId, "").statusCode())
                .isEqualTo(404);

        String last = json(administrator.get("/admin/api/staff/" + id + "/sessions"))
                .get("sessions")
                .get(0)
                .get("id")
                .stringValue();
        assertThat(here.send("DELETE", "/admin/api/me/sessions/" + adminsSession(), "")
                        .statusCode())
                .as("another's is none of one's own")
                .isEqualTo(404);
        assertThat(administrator
                        .send("DELETE", "/admin/api/staff/" + id + "/sessions/" + last, "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(here.get("/admin/api/me").statusCode()).isEqualTo(401);
    }

    private String adminsSession() {
        return json(administrator.get("/admin/api/me/sessions"))
                .get("sessions")
                .get(0)
                .get("id")
                .stringValue();
    }

    @Test
    void administratorsSeeWhatStaffDidByAccountActionAndTime() {
        administrator.send("PATCH", "/admin/api/staff/" + id, "{\"needs_review\":true}");
        JsonNode all = json(administrator.get("/admin/api/staff-activity")).get("entries");
        assertThat(all.get(0).get("action").stringValue()).isEqualTo("account_changed");
        assertThat(all.get(0).get("login").stringValue()).isEqualTo("admin");
        assertThat(all.get(0).get("changes").toString())
                .isEqualTo("[{\"field\":\"needs_review\",\"before\":\"false\",\"after\":\"true\"}]");
        assertThat(administrator
                        .get("/admin/api/staff-activity.csv?action=account_changed")
                        .body())
                .contains(",wang.li,,needs_review: false → true");
        JsonNode invited = json(administrator.get("/admin/api/staff-activity?account=wang.li&action=invited"));
        assertThat(invited.get("entries").size()).isEqualTo(1);
        assertThat(json(administrator.get("/admin/api/staff-activity?to=2020-01-01T00:00:00Z"))
                        .get("entries")
                        .size())
                .isZero();
        String key = all.get(0).get("key").stringValue();
        assertThat(json(administrator.get("/admin/api/staff-activity?before=" + key))
                        .get("entries")
                        .get(0)
                        .get("key"))
                .isEqualTo(all.get(1).get("key"));
        HttpResponse<String> bad = administrator.get("/admin/api/staff-activity?from=yesterday");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(json(bad).get("parameter").stringValue()).isEqualTo("from");

        HttpResponse<String> file = administrator.get("/admin/api/staff-activity.csv?action=invited");
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.body().lines()).hasSize(2).last().asString().endsWith(",admin,Administrator,invited,wang.li,,");
        database.sql("""
                        INSERT INTO staff_audit (action, detail)
                        SELECT 'invited', 'many' FROM generate_series(1, 2500)
                        """).update();
        assertThat(administrator
                        .get("/admin/api/staff-activity.csv?action=invited")
                        .body()
                        .lines())
                .as("all of them, however many")
                .hasSize(2502);
        StaffClient invitedClient = new StaffClient(port);
        invitedClient.open(link);
        invitedClient.submit(link, "password", CHOSEN);
        StaffClient editor = new StaffClient(port).signIn("wang.li", CHOSEN);
        assertThat(editor.get("/admin/api/staff-activity").statusCode()).isEqualTo(403);
        assertThat(editor.get("/admin/api/staff/" + id + "/sessions").statusCode())
                .isEqualTo(403);
    }
}
