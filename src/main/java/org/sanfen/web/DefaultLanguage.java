package org.sanfen.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells {@link PageLanguage} what the operator chose for browsers that ask for no language of ours. */
@Component
@Order(RequestLog.ORDER + 2)
class DefaultLanguage extends OncePerRequestFilter {

    private final String operators;

    DefaultLanguage(Site site) {
        this.operators = site.defaultLanguage();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (operators != null) {
            request.setAttribute(PageLanguage.DEFAULT, operators);
        }
        chain.doFilter(request, response);
    }
}
