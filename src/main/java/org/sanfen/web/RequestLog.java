package org.sanfen.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One line a request: method, route template, status, milliseconds. Never an address, a path's values, a query or a
 * browser's name: nobody's way over the map can be read from the log.
 */
@Component
@Order(RequestLog.ORDER)
class RequestLog extends OncePerRequestFilter {

    static final int ORDER = Ordered.HIGHEST_PRECEDENCE;

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Stands for requests that no route took: their path could hold anything. */
    private static final String NO_ROUTE = "(no route)";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } catch (Exception unexpected) {
            answer(unexpected, response);
        } finally {
            Object template = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            LOG.info(
                    "{} {} {} {} ms",
                    METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER",
                    template == null ? NO_ROUTE : template,
                    response.getStatus(),
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    /** What no controller's advice saw, such as a template that fails: caught here, before the server logs it whole. */
    private static void answer(Exception unexpected, HttpServletResponse response) throws IOException {
        if (MessageFreeTrace.isLostConnection(unexpected)) {
            return;
        }
        LOG.error("Unexpected error outside of a controller\n{}", MessageFreeTrace.of(unexpected));
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }
}
