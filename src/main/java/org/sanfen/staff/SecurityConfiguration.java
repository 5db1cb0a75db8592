package org.sanfen.staff;

import java.util.Arrays;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Two chains: staff's, under {@code /admin}, with session and CSRF protection; and the public's, everything else, which
 * never makes a session, a cookie or a token. Response headers are {@code web}'s, for both.
 */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfiguration {

    /** Whoever is signed in and has the second factor that is asked of them. */
    private static final String[] STAFF =
            Arrays.stream(StaffRole.values()).map(StaffRole::name).toArray(String[]::new);

    /** A viewer changes nothing; what the others may change, {@link Permissions} says. */
    private static final String[] MAY_WRITE = Arrays.stream(StaffRole.values())
            .filter(role -> role != StaffRole.VIEWER)
            .map(StaffRole::name)
            .toArray(String[]::new);

    @Bean
    @Order(1)
    SecurityFilterChain staffChain(
            HttpSecurity http,
            StaffSessions sessions,
            OidcSettings oidc,
            OidcSignIn oidcSignIn,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        AccessRefusals refusals = new AccessRefusals(problems);
        bare(http)
                .securityMatcher("/admin", "/admin/**")
                .securityContext(context -> context.securityContextRepository(sessions))
                .csrf(csrf -> csrf.csrfTokenRepository(sessions.tokens()))
                .authorizeHttpRequests(rules -> rules.requestMatchers(
                                "/admin/login",
                                "/admin/login/code",
                                "/admin/logout",
                                "/admin/invitation/*",
                                "/admin/oidc/**")
                        .permitAll()
                        .requestMatchers("/admin/second-factor", "/admin/second-factor/*")
                        .authenticated()
                        .requestMatchers("/admin/api/staff", "/admin/api/staff/**")
                        .hasRole(StaffRole.ADMINISTRATOR.name())
                        .requestMatchers("/admin/api/me", "/admin/api/me/**")
                        .hasAnyRole(STAFF)
                        .requestMatchers(HttpMethod.GET, "/admin/api/**")
                        .hasAnyRole(STAFF)
                        .requestMatchers("/admin/api/**")
                        .hasAnyRole(MAY_WRITE)
                        .anyRequest()
                        .hasAnyRole(STAFF))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        if (oidc.isOn()) {
            oidcSignIn.addTo(http);
        }
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain publicChain(HttpSecurity http) {
        bare(http)
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll());
        return http.build();
    }

    @Bean
    DefaultCookieSerializerCustomizer cookieOnlyOverTls(
            @Value("${sanfen.public-url}") String publicUrl, OidcSettings oidc) {
        return cookie -> {
            cookie.setUseSecureCookie(publicUrl.startsWith("https:"));
            if (oidc.isOn()) {
                // Coming back from the provider is a navigation from another site, and must find its session.
                cookie.setSameSite("Lax");
            }
        };
    }

    private static HttpSecurity bare(HttpSecurity http) {
        return http.headers(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()));
    }
}
