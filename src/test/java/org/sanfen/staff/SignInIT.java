package org.sanfen.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class SignInIT {

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    private String password;

    @BeforeEach
    void oneAdministrator() {
        Emptied.ofStaff(database);
        password = first.createIfNone().orElseThrow();
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndOnlyItsHashIsStored() {
        assertThat(first.createIfNone()).isEmpty();
        String hash = database.sql("SELECT password_hash FROM staff_account WHERE login = 'admin'")
                .query(String.class)
                .single();
        assertThat(hash).matches("\\{bcrypt}\\$2[aby]\\$1[0-9]\\$.{53}").doesNotContain(password);
    }

    @Test
    void theCookieIsForAdminOnlyAndOutOfReachOfScriptsAndOtherSites() {
        HttpResponse<String> page = new StaffClient(port).open("/admin/login");
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.split("; "))
                        .anyMatch(part -> part.startsWith("sanfen_staff="))
                        .contains("Path=/admin", "HttpOnly", "SameSite=Strict")
                        .doesNotContain("Secure"));
    }

    @Test
    void signingInChangesTheSessionAndOpensTheEditor() {
        StaffClient staff = new StaffClient(port);
        staff.open("/admin/login");
        String before = staff.cookie();
        assertThat(staff.submitLogin(" Admin ", password).statusCode()).isEqualTo(303);
        assertThat(staff.cookie()).isNotEqualTo(before);
        assertThat(staff.open("/admin").statusCode()).isEqualTo(200);
        assertThat(json(staff.get("/admin/api/me")).get("role").stringValue()).isEqualTo("administrator");

        StaffClient fixated = new StaffClient(port);
        assertThat(fixated.get("/admin/api/me", "Cookie", "sanfen_staff=" + before)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void withoutSignInTheApiSays401AndThePageLeadsToSignIn() {
        StaffClient stranger = new StaffClient(port);
        HttpResponse<String> api = stranger.get("/admin/api/points?place=monaco");
        assertThat(api.statusCode()).isEqualTo(401);
        assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(api).get("code").stringValue()).isEqualTo("not_signed_in");
        HttpResponse<String> page = stranger.get("/admin");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/admin/login");
    }

    @Test
    void theSignInPageCarriesThePlaceAndPointThatWereAskedFor() {
        StaffClient staff = new StaffClient(port);
        HttpResponse<String> page = staff.get("/admin?place=monaco&point=0y7vyap&next=//elsewhere.example");
        assertThat(page.headers().firstValue("Location").orElseThrow())
                .endsWith("/admin/login?place=monaco&point=0y7vyap");
        assertThat(staff.open("/admin/login?place=monaco&point=0y7vyap").body())
                .contains("action=\"/admin/login?place=monaco&amp;point=0y7vyap\"");
        HttpResponse<String> entered = staff.submitLogin("?place=monaco&point=0y7vyap", "admin", password);
        assertThat(entered.headers().firstValue("Location").orElseThrow())
                .endsWith("/admin?place=monaco&point=0y7vyap");
    }

    @Test
    void aChangeWithoutThePagesTokenIsRefused() {
        StaffClient staff = new StaffClient(port).signIn("admin", password);
        String account = "{\"login\":\"li\",\"display_name\":\"Li\",\"role\":\"editor\"}";
        staff.loseToken();
        HttpResponse<String> refused = staff.send("POST", "/admin/api/staff", account);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(json(refused).get("code").stringValue()).isEqualTo("forbidden");
        staff.open("/admin");
        assertThat(staff.send("POST", "/admin/api/staff", account).statusCode()).isEqualTo(201);
    }

    @Test
    void aSignInFromAnotherSiteIsRefusedForWantOfAToken() {
        StaffClient forged = new StaffClient(port);
        HttpResponse<String> answer = forged.submitLogin("admin", password);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/admin/login?again");
        assertThat(forged.get("/admin/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        StaffClient staff = new StaffClient(port).signIn("admin", password);
        String cookie = staff.cookie();
        assertThat(staff.send("POST", "/admin/logout", "").statusCode()).isEqualTo(204);
        assertThat(new StaffClient(port)
                        .get("/admin/api/me", "Cookie", "sanfen_staff=" + cookie)
                        .statusCode())
                .isEqualTo(401);
        assertThat(database.sql("SELECT action FROM staff_audit ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("account_created", "signed_in", "signed_out");
    }

    @Test
    void wrongPasswordsWaitLongerAndLongerWhetherOrNotTheNameExists() {
        for (String login : new String[] {"admin", "nobody"}) {
            StaffClient guesser = new StaffClient(port);
            guesser.open("/admin/login");
            for (int i = 0; i < 3; i++) {
                assertThat(jsonLogin(guesser, login, "wrong").statusCode())
                        .as(login)
                        .isEqualTo(401);
            }
            HttpResponse<String> slowed = jsonLogin(guesser, login, password);
            assertThat(slowed.statusCode()).as(login).isEqualTo(429);
            assertThat(json(slowed).get("code").stringValue()).isEqualTo("slow_down");
            assertThat(json(slowed).get("retry_after_s").intValue()).isBetween(1, 2);
            assertThat(slowed.headers().firstValue("Retry-After")).isPresent();

            database.sql("UPDATE login_throttle SET not_before = now(), failures = 7 WHERE login = :login")
                    .param("login", login)
                    .update();
            assertThat(jsonLogin(guesser, login, "wrong").statusCode()).isEqualTo(401);
            assertThat(json(jsonLogin(guesser, login, "wrong"))
                            .get("retry_after_s")
                            .intValue())
                    .as("2 to the 6th after the eighth wrong one")
                    .isBetween(60, 64);
        }
    }

    @Test
    void theRightPasswordTakesTheCountBack() {
        StaffClient staff = new StaffClient(port);
        staff.open("/admin/login");
        staff.submitLogin("admin", "wrong");
        assertThat(staff.submitLogin("admin", password).statusCode()).isEqualTo(303);
        assertThat(database.sql("SELECT count(*) FROM login_throttle")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void guessesAtTheSameMomentDoNotSlipPastTheThrottle() throws Exception {
        StaffClient guesser = new StaffClient(port);
        guesser.open("/admin/login");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> guess = () -> jsonLogin(guesser, "admin", "wrong").statusCode();
            var answers =
                    pool.invokeAll(IntStream.range(0, 12).mapToObj(i -> guess).toList());
            long looked = 0;
            for (Future<Integer> answer : answers) {
                looked += answer.get() == 401 ? 1 : 0;
            }
            assertThat(looked).as("passwords that were compared at all").isLessThanOrEqualTo(4);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aNameThatNobodyCanHaveLeavesNothingInTheDatabase() {
        StaffClient slip = new StaffClient(port);
        slip.open("/admin/login");
        assertThat(slip.submitLogin("My Secret Passw0rd!", "").statusCode()).isEqualTo(401);
        assertThat(database.sql("SELECT login FROM login_throttle")
                        .query(String.class)
                        .list())
                .containsExactly("?");
    }

    private static HttpResponse<String> jsonLogin(StaffClient client, String login, String password) {
        return client.send("POST", "/admin/login", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
    }
}
