package org.sanfen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class EmbedAncestorsTest {

    @Test
    void theOperatorsSitesMayFrameAndNothingElseOfThePolicyChanges() {
        var answer = new MockHttpServletResponse();

        new EmbedAncestors("https://www.example.gov.cn https://*.example.org").open(answer);

        assertThat(answer.getHeader("Content-Security-Policy"))
                .isEqualTo(SecurityHeaders.CONTENT_SECURITY_POLICY.replace(
                        "frame-ancestors 'none'", "frame-ancestors https://www.example.gov.cn https://*.example.org"));
        assertThat(answer.getHeader("Permissions-Policy")).startsWith("geolocation=(),");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*; script-src *", "https://a.example, https://b.example", "*\r\nX: y"})
    void whatWouldEndTheDirectiveIsRefused(String sources) {
        assertThatThrownBy(() -> new EmbedAncestors(sources)).hasMessageContaining("SANFEN_EMBED_ANCESTORS");
    }
}
