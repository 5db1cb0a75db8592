package org.sanfen.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.IdentityProvider.Person;
import org.sanfen.testing.Browser;
import org.sanfen.testing.BrowserTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Where the operator has an identity provider and lets people whom no account fits look. */
@BrowserTest
class OidcIT {

    private static final IdentityProvider PROVIDER = new IdentityProvider();

    @LocalServerPort
    int port;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    private StaffClient administrator;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("sanfen.oidc.issuer", PROVIDER::issuer);
        registry.add("sanfen.oidc.client-id", () -> IdentityProvider.CLIENT);
        registry.add("sanfen.oidc.client-secret", () -> IdentityProvider.SECRET);
        registry.add("sanfen.oidc.unknown", () -> "viewer");
        registry.add("sanfen.oidc.name", () -> "City Hall");
    }

    @AfterAll
    static void stopTheProvider() {
        PROVIDER.close();
    }

    @BeforeEach
    void anEditorWhoWasMadeByAnAdministrator() {
        Emptied.ofStaff(database);
        administrator =
                new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
        administrator.send(
                "POST",
                "/admin/api/staff",
                "{\"login\":\"wang.li\",\"display_name\":\"王丽\",\"role\":\"editor\",\"invite\":true}");
    }

    /** Goes to the provider and back, as a browser does; the answer to its last step. */
    private HttpResponse<String> enter(StaffClient client, Person person) {
        PROVIDER.signsIn(person);
        String toProvider = location(client.get("/admin/oidc/to/sign-in"));
        assertThat(toProvider).startsWith(PROVIDER.issuer() + "/authorize?");
        return client.get(IdentityProvider.pathOf(location(ask(toProvider))));
    }

    private static HttpResponse<String> ask(String address) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void theLoginClaimFindsTheAccountOnceAndThePersonAlwaysAfterwards() {
        StaffClient client = new StaffClient(port);
        assertThat(client.open("/admin/login?lang=en").body()).contains("Sign in through City Hall");
        assertThat(location(enter(client, new Person("7", "Wang.Li", "Wang Li"))))
                .endsWith("/admin");
        assertThat(json(client.get("/admin/api/me")).get("role").stringValue()).isEqualTo("editor");

        StaffClient renamed = new StaffClient(port);
        enter(renamed, new Person("7", "wang.li2", "Wang Li"));
        assertThat(json(renamed.get("/admin/api/me")).get("login").stringValue())
                .as("the same person under a new name")
                .isEqualTo("wang.li");
        StaffClient heir = new StaffClient(port);
        assertThat(location(enter(heir, new Person("8", "wang.li", "Somebody else"))))
                .as("another person under the old name")
                .endsWith("/admin/login?oidc=unknown");
        assertThat(heir.get("/admin/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aBrowserComesBackFromTheOtherSiteIntoTheEditor(Browser browser) {
        PROVIDER.signsIn(new Person("7", "wang.li", "Wang Li"));
        browser.mayGoTo(PROVIDER.issuer());
        Page page = browser.openPhone("/admin?place=town&lang=en");
        page.getByText("中文").click();
        page.getByText("使用City Hall登录").click();

        page.locator(".pane-head .notice").waitFor();
        assertThat(page.url())
                .as("the place and the language that it set out with")
                .endsWith("/admin?place=town&lang=zh-Hans");
        page.reload();
        page.locator(".pane-head .notice").waitFor();
    }

    @Test
    void somebodyWhomNoAccountFitsMayLookWhereTheOperatorSaysSo() {
        StaffClient client = new StaffClient(port);
        enter(client, new Person("9", "new.one", "新人"));
        assertThat(json(client.get("/admin/api/me")).get("role").stringValue()).isEqualTo("viewer");
        assertThat(json(client.get("/admin/api/me")).get("display_name").stringValue())
                .isEqualTo("新人");
    }

    @Test
    void aResetOrAnUntyingEndsWhatThePersonOfTheProviderMayDo() {
        Person taker = new Person("8", "wang.li", "Somebody else");
        Person rightful = new Person("7", "wang.li", "Wang Li");
        StaffClient client = new StaffClient(port);
        enter(client, taker);
        JsonNode account = account("wang.li");
        assertThat(account.get("tied_to_provider").booleanValue()).isTrue();
        String path = "/admin/api/staff/" + account.get("id").longValue();
        assertThat(administrator.send("PATCH", path, "{\"untie\":true}").statusCode())
                .isEqualTo(200);
        assertThat(client.get("/admin/api/me").statusCode()).isEqualTo(401);
        assertThat(account("wang.li").get("tied_to_provider").booleanValue()).isFalse();
        enter(client, rightful);
        assertThat(json(client.get("/admin/api/me")).get("login").stringValue()).isEqualTo("wang.li");
        assertThat(location(enter(new StaffClient(port), taker))).endsWith("oidc=unknown");

        administrator.send("PATCH", path, "{\"reset_password\":true}");
        assertThat(account("wang.li").get("tied_to_provider").booleanValue()).isFalse();
        enter(client, rightful);
        first.resetPassword("wang.li");
        assertThat(client.get("/admin/api/me").statusCode()).isEqualTo(401);
        assertThat(account("wang.li").get("tied_to_provider").booleanValue()).isFalse();
        assertThat(database.sql("SELECT detail FROM staff_audit WHERE action = 'provider_untied'")
                        .query(String.class)
                        .list())
                .containsExactly("wang.li");
    }

    private JsonNode account(String login) {
        for (JsonNode one : json(administrator.get("/admin/api/staff")).get("staff")) {
            if (one.get("login").stringValue().equals(login)) {
                return one;
            }
        }
        throw new AssertionError("No account " + login);
    }

    @Test
    void noOtherProviderIsLedTo() {
        for (String path : new String[] {"/admin/oidc/to/another", "/admin/oidc/to/", "/admin/oidc/to/a/b"}) {
            HttpResponse<String> answer = new StaffClient(port).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theSecondFactorIsAskedForAllTheSame() {
        database.sql("""
                        INSERT INTO second_factor (staff_id, secret, last_step)
                        SELECT id, :secret, 0 FROM staff_account WHERE login = 'wang.li'
                        """).param("secret", new byte[20]).update();
        StaffClient client = new StaffClient(port);
        assertThat(location(enter(client, new Person("7", "wang.li", "Wang Li"))))
                .endsWith("/admin/login/code");
        assertThat(client.get("/admin/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aDisabledAccountStaysOutAndAForgedReturnOpensNothing() {
        enter(new StaffClient(port), new Person("7", "wang.li", "Wang Li"));
        database.sql("UPDATE staff_account SET disabled_at = now() WHERE login = 'wang.li'")
                .update();
        StaffClient client = new StaffClient(port);
        assertThat(location(enter(client, new Person("7", "wang.li", "Wang Li"))))
                .endsWith("oidc=unknown");
        StaffClient forger = new StaffClient(port);
        assertThat(location(forger.get("/admin/oidc/callback?code=x&state=y"))).endsWith("oidc=failed");
        assertThat(forger.get("/admin/api/me").statusCode()).isEqualTo(401);
        assertThat(database.sql(
                                "SELECT count(*) FROM spring_session_attributes WHERE attribute_name LIKE '%AUTHORIZED%'")
                        .query(Integer.class)
                        .single())
                .as("the provider's tokens are kept nowhere")
                .isZero();
    }

    @Test
    void publicPagesStayWithoutCookieAndThePasswordStillOpens() {
        for (String page : new String[] {"/", "/report", "/api/places"}) {
            assertThat(new StaffClient(port).get(page).headers().allValues("Set-Cookie"))
                    .as(page)
                    .isEmpty();
        }
        assertThat(new StaffClient(port)
                        .open("/admin/login")
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow())
                .contains("Path=/admin", "SameSite=Lax", "HttpOnly");
        assertThat(new StaffClient(port)
                        .signIn("admin", first.resetPassword("admin").orElseThrow())
                        .get("/admin/api/me")
                        .statusCode())
                .isEqualTo(200);
    }
}
