package org.sanfen.staff;

import java.util.List;
import org.sanfen.web.SiteRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The operator's own identity provider (OpenID Connect), if there is one: {@code SANFEN_OIDC_…}. */
@Component
class OidcSettings {

    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final String loginClaim;
    private final String name;
    private final boolean createsViewers;

    OidcSettings(
            @Value("${sanfen.oidc.issuer:}") String issuer,
            @Value("${sanfen.oidc.client-id:}") String clientId,
            @Value("${sanfen.oidc.client-secret:}") String clientSecret,
            @Value("${sanfen.oidc.login-claim:preferred_username}") String loginClaim,
            @Value("${sanfen.oidc.name:}") String name,
            @Value("${sanfen.oidc.unknown:refuse}") String unknown) {
        this.issuer = issuer.strip();
        this.clientId = clientId.strip();
        this.clientSecret = clientSecret.strip();
        this.loginClaim = loginClaim.strip();
        this.name = name.strip();
        this.createsViewers = unknown.strip().equals("viewer");
        long missing = List.of(this.issuer, this.clientId, this.clientSecret).stream()
                .filter(String::isEmpty)
                .count();
        if (missing == 1 || missing == 2) {
            throw new SiteRefused("Signing in through an identity provider needs SANFEN_OIDC_ISSUER,"
                    + " SANFEN_OIDC_CLIENT_ID and SANFEN_OIDC_CLIENT_SECRET together; set all three or none.");
        }
        if (!createsViewers && !unknown.strip().equals("refuse")) {
            throw new SiteRefused("SANFEN_OIDC_UNKNOWN is \"" + unknown + "\"; it should be refuse or viewer.");
        }
    }

    boolean isOn() {
        return !issuer.isEmpty();
    }

    String issuer() {
        return issuer;
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }

    /** Which of the provider's claims is the login of an account here. */
    String loginClaim() {
        return loginClaim;
    }

    /** What the provider is called on the sign-in page; empty for nothing particular. */
    String name() {
        return name;
    }

    /** Whether somebody whom no account fits gets one that may look. */
    boolean createsViewers() {
        return createsViewers;
    }
}
