package org.sanfen.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which sites may show a page of ours in a frame: those of {@code sanfen.embed.ancestors}, in the words of the
 * Content-Security-Policy's {@code frame-ancestors} ({@code *} for any, {@code 'none'} for none). Only a page made for it asks
 * here; all others stay unframed ({@link SecurityHeaders}). Thread-safe.
 */
@Component
public class EmbedAncestors {

    /** Origins, keywords and wildcards only: nothing that could end the directive and begin another. */
    private static final String SOURCES = "[A-Za-z0-9:/.*'_ \\-\\[\\]]+";

    private final String sources;

    EmbedAncestors(@Value("${sanfen.embed.ancestors:*}") String sources) {
        if (!sources.matches(SOURCES)) {
            throw new IllegalArgumentException("SANFEN_EMBED_ANCESTORS holds \"" + sources
                    + "\": write *, 'none', or origins with blanks between them, such as https://www.example.gov.cn.");
        }
        this.sources = sources;
    }

    /** Lets them frame the answer, which then may ask for no position. */
    public void open(HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                SecurityHeaders.CONTENT_SECURITY_POLICY.replace(
                        "frame-ancestors 'none'", "frame-ancestors " + sources));
        response.setHeader(
                "Permissions-Policy",
                SecurityHeaders.PERMISSIONS_POLICY.replace("geolocation=(self)", "geolocation=()"));
    }
}
