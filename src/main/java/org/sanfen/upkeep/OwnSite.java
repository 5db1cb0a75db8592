package org.sanfen.upkeep;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a form was sent from a page of this site, without cookie or token: browsers say so in Sec-Fetch-Site, which no
 * page can forge. Older ones name the origin; under this site's referrer policy it is "null", which proves nothing and is
 * let through, because a forged report would carry nobody's rights. Thread-safe.
 */
@Component
class OwnSite {

    private final String publicUrl;

    OwnSite(@Value("${sanfen.public-url}") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    boolean sent(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null
                || origin.equals("null")
                || Arrays.asList(request.getHeader("Host"), authority(publicUrl))
                        .contains(authority(origin));
    }

    private static String authority(String address) {
        try {
            return Objects.requireNonNullElse(URI.create(address).getAuthority(), "");
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }
}
