package org.sanfen.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Where the operator asks administrators for a second factor, and wants every editor reviewed. */
@DatabaseTest
@TestPropertySource(properties = {"sanfen.require-second-factor=administrators", "sanfen.review=editors"})
class SecondFactorIT {

    private static final Pattern SECRET = Pattern.compile("class=\"password\">([A-Z2-7 ]+)</code>");
    private static final Pattern RECOVERY = Pattern.compile("<li><code>([a-z2-9-]+)</code></li>");

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    @Autowired
    Passwords passwords;

    private String password;
    private StaffClient administrator;

    @BeforeEach
    void anAdministratorWithoutOne() {
        Emptied.ofStaff(database);
        password = first.createIfNone().orElseThrow();
        administrator = new StaffClient(port);
        administrator.open("/admin/login");
        assertThat(administrator.submitLogin("admin", password).statusCode()).isEqualTo(303);
    }

    /** A secret and the recovery codes that came with it. */
    private record Shared(byte[] secret, List<String> recovery) {

        String code(long stepsFromNow) {
            return Totp.code(secret, Totp.stepAt(Instant.now().getEpochSecond()) + stepsFromNow);
        }
    }

    private Shared turnOn() {
        Matcher offered = SECRET.matcher(
                administrator.open("/admin/second-factor?lang=en").body());
        assertThat(offered.find()).isTrue();
        byte[] secret = new Base32().decode(offered.group(1).replace(" ", ""));
        HttpResponse<String> shown = administrator.submit(
                "/admin/second-factor?lang=en",
                "password",
                password,
                "code",
                Totp.code(secret, Totp.stepAt(Instant.now().getEpochSecond())));
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        List<String> recovery = new ArrayList<>();
        Matcher codes = RECOVERY.matcher(shown.body());
        while (codes.find()) {
            recovery.add(codes.group(1));
        }
        // As if it had been turned on long ago, so that this half-minute's code is free again.
        database.sql("UPDATE second_factor SET last_step = 0").update();
        return new Shared(secret, recovery);
    }

    private StaffClient atTheCode() {
        StaffClient client = new StaffClient(port);
        client.open("/admin/login");
        HttpResponse<String> answer = client.submitLogin("?place=monaco", "admin", password);
        assertThat(answer.headers().firstValue("Location")).hasValue("/admin/login/code?place=monaco");
        client.open("/admin/login/code?place=monaco");
        return client;
    }

    @Test
    void anAdministratorWithoutOneSetsItUpBeforeAnythingElse() {
        HttpResponse<String> page = administrator.get("/admin?place=monaco");
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/admin/second-factor?place=monaco");
        administrator.open("/admin/second-factor");
        HttpResponse<String> api = administrator.get("/admin/api/staff");
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(json(api).get("detail").stringValue()).contains("second factor");
        assertThat(administrator.send("POST", "/admin/api/me/password", "{}").statusCode())
                .isEqualTo(403);
        assertThat(administrator.get("/admin/report").statusCode()).isEqualTo(302);

        Shared shared = turnOn();
        assertThat(shared.recovery()).hasSize(10).doesNotHaveDuplicates();
        assertThat(administrator.open("/admin").statusCode()).isEqualTo(200);
        assertThat(administrator.get("/admin/api/staff").statusCode()).isEqualTo(200);
        assertThat(administrator.open("/admin/second-factor").body())
                .as("never shown again")
                .doesNotContain(
                        "<svg", new Base32().encodeToString(shared.secret()).substring(0, 4) + " ");
        HttpResponse<String> off = administrator.submit("/admin/second-factor/off", "code", shared.code(0));
        assertThat(off.statusCode()).isEqualTo(403);
    }

    @Test
    void afterThePasswordTheSessionIsNobodysUntilTheCodeFits() {
        Shared shared = turnOn();
        StaffClient client = atTheCode();
        assertThat(client.get("/admin/api/me").statusCode()).isEqualTo(401);
        HttpResponse<String> wrong = client.submit("/admin/login/code?lang=en", "code", shared.code(900));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("This code does not fit");
        String before = client.cookie();
        HttpResponse<String> right = client.submit("/admin/login/code?place=monaco", "code", shared.code(0));
        assertThat(right.headers().firstValue("Location")).hasValue("/admin?place=monaco");
        assertThat(client.cookie()).isNotEqualTo(before);
        assertThat(client.get("/admin/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aCodeCountsOnceAndARecoveryCodeToo() {
        Shared shared = turnOn();
        String code = shared.code(0);
        assertThat(atTheCode().submit("/admin/login/code", "code", code).statusCode())
                .isEqualTo(303);
        assertThat(atTheCode().submit("/admin/login/code", "code", code).statusCode())
                .isEqualTo(401);
        String spare = shared.recovery().get(3);
        assertThat(atTheCode()
                        .submit("/admin/login/code", "code", spare.toUpperCase().replace('-', ' '))
                        .statusCode())
                .isEqualTo(303);
        assertThat(atTheCode().submit("/admin/login/code", "code", spare).statusCode())
                .isEqualTo(401);
        assertThat(database.sql("SELECT count(*) FROM recovery_code")
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
    }

    @Test
    void wrongCodesWaitLongerAndLongerWhateverThePassword() {
        Shared shared = turnOn();
        StaffClient client = atTheCode();
        client.submit("/admin/login/code", "code", shared.code(900));
        atTheCode().submit("/admin/login/code", "code", shared.code(901));
        client.submit("/admin/login/code", "code", shared.code(902));
        HttpResponse<String> slowed = client.submit("/admin/login/code", "code", shared.code(0));
        assertThat(slowed.statusCode()).as("the right one too").isEqualTo(429);
        assertThat(slowed.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
    }

    @Test
    void theOpenEditorAsksForTheCodeAsJson() {
        Shared shared = turnOn();
        StaffClient client = new StaffClient(port);
        client.open("/admin/login");
        HttpResponse<String> half =
                client.send("POST", "/admin/login", "{\"login\":\"admin\",\"password\":\"" + password + "\"}");
        assertThat(json(half).get("second_factor").booleanValue()).isTrue();
        HttpResponse<String> done = client.send("POST", "/admin/login/code", "{\"code\":\"" + shared.code(0) + "\"}");
        assertThat(json(done).get("login").stringValue()).isEqualTo("admin");
        assertThat(client.get("/admin/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void everyEditorIsReviewedThoughNoAccountSaysSo() {
        database.sql("""
                        INSERT INTO staff_account (login, display_name, role, password_hash)
                        VALUES ('wang', 'Wang', 'editor', :hash)
                        """).param("hash", passwords.hash("four calm green doors")).update();
        StaffClient editor = new StaffClient(port).signIn("wang", "four calm green doors");
        assertThat(json(editor.get("/admin/api/me")).get("rights").toString())
                .contains("propose_points")
                .doesNotContain("edit_points");
        turnOn();
        JsonNode list = json(administrator.get("/admin/api/staff"));
        assertThat(list.get("editors_reviewed").booleanValue()).isTrue();
        assertThat(list.get("staff").get(1).get("needs_review").booleanValue())
                .as("by its own account")
                .isFalse();
    }

    @Test
    void whoeverSignsInAtTheSameDeskIsOfferedASecretOfTheirOwn() {
        String words = "four calm green doors";
        database.sql("""
                        INSERT INTO staff_account (login, display_name, role, password_hash)
                        VALUES ('li', 'Li', 'administrator', :hash)
                        """).param("hash", passwords.hash(words)).update();
        Matcher first =
                SECRET.matcher(administrator.open("/admin/second-factor").body());
        assertThat(first.find()).isTrue();
        administrator.open("/admin/login");
        assertThat(administrator.submitLogin("li", words).statusCode()).isEqualTo(303);
        String page = administrator.open("/admin/second-factor").body();
        assertThat(SECRET.matcher(page).find()).isTrue();
        assertThat(page).contains("li").doesNotContain(first.group(1));
    }

    @Test
    void turningItOnNeedsThePasswordAndTheAppsCode() {
        Matcher offered =
                SECRET.matcher(administrator.open("/admin/second-factor").body());
        assertThat(offered.find()).isTrue();
        byte[] secret = new Base32().decode(offered.group(1).replace(" ", ""));
        String code = Totp.code(secret, Totp.stepAt(Instant.now().getEpochSecond()));
        assertThat(administrator
                        .submit("/admin/second-factor", "password", "another", "code", code)
                        .statusCode())
                .isEqualTo(400);
        assertThat(administrator
                        .submit("/admin/second-factor", "password", password, "code", "000000x")
                        .statusCode())
                .isEqualTo(400);
        assertThat(database.sql("SELECT count(*) FROM second_factor")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aLostOneIsTakenOffByAnAdministratorOrFromTheShell() {
        turnOn();
        administrator.open("/admin");
        String made = json(administrator.send(
                        "POST",
                        "/admin/api/staff",
                        "{\"login\":\"li\",\"display_name\":\"Li\",\"role\":\"administrator\"}"))
                .get("account")
                .get("id")
                .asString();
        database.sql("INSERT INTO second_factor (staff_id, secret, last_step) VALUES (:id, :secret, 0)")
                .param("id", Long.parseLong(made))
                .param("secret", new byte[20])
                .update();
        assertThat(hasSecondFactor("li")).isTrue();
        assertThat(administrator
                        .send("PATCH", "/admin/api/staff/" + made, "{\"remove_second_factor\":true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(hasSecondFactor("li")).isFalse();

        String fromShell = first.resetPassword("admin").orElseThrow();
        StaffClient back = new StaffClient(port);
        back.open("/admin/login");
        assertThat(back.submitLogin("admin", fromShell).headers().firstValue("Location"))
                .hasValue("/admin");
        assertThat(database.sql("SELECT detail FROM staff_audit WHERE action = 'second_factor_removed' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("li", "admin");
    }

    private boolean hasSecondFactor(String login) {
        for (var one : json(administrator.get("/admin/api/staff")).get("staff")) {
            if (one.get("login").stringValue().equals(login)) {
                return one.get("second_factor").booleanValue();
            }
        }
        throw new AssertionError("No account " + login);
    }
}
