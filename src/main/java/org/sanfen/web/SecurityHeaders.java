package org.sanfen.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers of every response, errors and files too: nothing from a third party runs or is asked, no page is framed, no
 * address is passed on. Only the page itself may ask the browser for a position, and only where the operator offers an
 * online layer may the map show that layer's pictures.
 */
@Component
@Order(RequestLog.ORDER + 1)
class SecurityHeaders extends OncePerRequestFilter {

    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "font-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    static final String PERMISSIONS_POLICY = "geolocation=(self), accelerometer=(), autoplay=(),"
            + " browsing-topics=(), camera=(), display-capture=(), gyroscope=(), hid=(), idle-detection=(),"
            + " local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(),"
            + " xr-spatial-tracking=()";

    private final boolean tls;
    private final String mapPolicy;

    SecurityHeaders(@Value("${sanfen.public-url}") String publicUrl, Site site) {
        this.tls = publicUrl.startsWith("https:");
        this.mapPolicy = site.baseLayer() == null
                ? CONTENT_SECURITY_POLICY
                : CONTENT_SECURITY_POLICY.replace(
                        "img-src 'self'",
                        "img-src 'self' " + String.join(" ", site.baseLayer().hosts()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean map = request.getRequestURI().equals("/");
        response.setHeader("Content-Security-Policy", map ? mapPolicy : CONTENT_SECURITY_POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (tls) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (request.getRequestURI().startsWith("/admin")) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }
}
