package org.sanfen.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Signing in through the operator's identity provider: the authorization code flow of OpenID Connect, under {@code /admin}
 * alone. The provider is first asked when somebody signs in by it, so that a start neither waits for it nor fails by it; its
 * tokens are looked at once and kept nowhere.
 */
@Component
@ConditionalOnWebApplication
class OidcSignIn {

    private static final String START = "/admin/oidc/to";
    private static final String REGISTRATION = "sign-in";

    /** Where the sign-in page's link leads. */
    static final String PATH = START + "/" + REGISTRATION;

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final String CALLBACK = "/admin/oidc/callback";

    /** Attribute of the session on its way to the provider and back. */
    private static final String CARRIED = "oidc_carried_query";

    private final OidcSettings settings;
    private final OidcAccounts accounts;
    private final SecondFactors factors;
    private final StaffSessions sessions;
    private final Audit audit;
    private final String publicUrl;
    private final OidcDiscovery provider = new OidcDiscovery(this::askProvider, System::nanoTime);

    OidcSignIn(
            OidcSettings settings,
            OidcAccounts accounts,
            SecondFactors factors,
            StaffSessions sessions,
            Audit audit,
            @Value("${sanfen.public-url}") String publicUrl) {
        this.settings = settings;
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.audit = audit;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    void addTo(HttpSecurity http) {
        http.oauth2Login(login -> login.loginPage("/admin/login")
                .clientRegistrationRepository(this::findRegistration)
                .authorizedClientRepository(new NothingKept())
                .authorizationEndpoint(start -> start.authorizationRequestResolver(new OneWayOnly()))
                .redirectionEndpoint(end -> end.baseUri(CALLBACK))
                .successHandler(this::entered)
                .failureHandler(this::failed)
                .withObjectPostProcessor(new FailuresToTheSignInPage()));
    }

    private ClientRegistration findRegistration(String id) {
        return id.equals(REGISTRATION) ? provider.get() : null;
    }

    private ClientRegistration askProvider() {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope("openid", "profile")
                .redirectUri((publicUrl.isEmpty() ? "{baseUrl}" : publicUrl) + CALLBACK)
                .build();
    }

    private void entered(HttpServletRequest request, HttpServletResponse response, Authentication from)
            throws IOException {
        OidcUser user = (OidcUser) from.getPrincipal();
        SecurityContextHolder.clearContext();
        String carried = carried(request);
        Optional<StaffAccount> account = accounts.findAccount(
                user.getIssuer() + " " + user.getSubject(),
                user.getClaimAsString(settings.loginClaim()),
                user.getFullName());
        if (account.isEmpty()) {
            audit.record(null, Audit.Action.SIGN_IN_FAILED, null);
            response.sendRedirect("/admin/login" + CarriedQuery.and(carried, "oidc=unknown"));
        } else if (factors.isOn(account.get())) {
            sessions.await(account.get(), request, response);
            response.sendRedirect("/admin/login/code" + carried);
        } else {
            sessions.begin(account.get(), request, response);
            audit.record(account.get().id(), Audit.Action.SIGNED_IN, null);
            response.sendRedirect("/admin" + carried);
        }
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn(
                "Signing in through the identity provider failed: {}",
                failure.getClass().getSimpleName());
        response.sendRedirect("/admin/login" + CarriedQuery.and(carried(request), "oidc=failed"));
    }

    private static String carried(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(CARRIED) instanceof String query ? query : "";
    }

    /** Leads to the provider from {@link #PATH} alone; any other address there is one where nothing is. */
    private final class OneWayOnly implements OAuth2AuthorizationRequestResolver {

        private final OAuth2AuthorizationRequestResolver way =
                new DefaultOAuth2AuthorizationRequestResolver(OidcSignIn.this::findRegistration, START);

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            if (!request.getRequestURI().equals(PATH)) {
                return null;
            }
            request.getSession().setAttribute(CARRIED, CarriedQuery.of(request));
            return way.resolve(request);
        }

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
            return way.resolve(request, id);
        }
    }

    /** Without it, whoever sets out while the provider is away reads "internal server error". */
    private final class FailuresToTheSignInPage
            implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T settingOut) {
            settingOut.setAuthenticationFailureHandler(OidcSignIn.this::failed);
            return settingOut;
        }
    }

    /** The provider's tokens are for knowing who it is, and for nothing afterwards. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String id, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Kept nowhere.
        }

        @Override
        public void removeAuthorizedClient(
                String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {
            // Nothing to remove.
        }
    }
}
