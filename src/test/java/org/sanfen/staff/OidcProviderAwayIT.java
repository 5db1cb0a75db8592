package org.sanfen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.DatabaseTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Where the operator's identity provider does not answer. */
@DatabaseTest
class OidcProviderAwayIT {

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void aProviderThatWasStopped(DynamicPropertyRegistry registry) {
        IdentityProvider stopped = new IdentityProvider();
        String issuer = stopped.issuer();
        stopped.close();
        registry.add("sanfen.oidc.issuer", () -> issuer);
        registry.add("sanfen.oidc.client-id", () -> IdentityProvider.CLIENT);
        registry.add("sanfen.oidc.client-secret", () -> IdentityProvider.SECRET);
    }

    @Test
    void whoeverSetsOutIsBackAtTheSignInPageWithAWordWhy() {
        StaffClient client = new StaffClient(port);
        HttpResponse<String> answer = client.get(OidcSignIn.PATH);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/admin/login?oidc=failed");
        assertThat(client.open("/admin/login?oidc=failed&lang=en").body()).contains("sign in by password");
    }
}
