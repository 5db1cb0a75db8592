package org.sanfen.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

class OidcDiscoveryTest {

    private long now;
    private boolean away = true;
    private int asked;

    private final OidcDiscovery discovery = new OidcDiscovery(this::ask, () -> now);

    private ClientRegistration ask() {
        asked++;
        if (away) {
            throw new IllegalArgumentException("Unable to resolve Configuration");
        }
        return ClientRegistration.withRegistrationId("sign-in")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientId("sanfen")
                .tokenUri("https://provider.example/token")
                .build();
    }

    @Test
    void aProviderThatDidNotAnswerIsLeftAloneForAWhileAndThenAskedAgain() {
        for (int click = 0; click < 3; click++) {
            assertThatThrownBy(discovery::get).isInstanceOf(OAuth2AuthenticationException.class);
        }
        assertThat(asked).isEqualTo(1);
        away = false;
        now += OidcDiscovery.PAUSE.toNanos() - 1;
        assertThatThrownBy(discovery::get).isInstanceOf(OAuth2AuthenticationException.class);
        now += 1;
        assertThat(discovery.get().getClientId()).isEqualTo("sanfen");
        assertThat(discovery.get()).isSameAs(discovery.get());
        assertThat(asked).isEqualTo(2);
    }
}
