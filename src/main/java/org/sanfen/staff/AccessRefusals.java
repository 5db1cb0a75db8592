package org.sanfen.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Says no: problem+json to the API, the sign-in page to a browser that is not signed in. */
class AccessRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String SIGN_IN_PAGE = "/admin/login";
    private static final String SECOND_FACTOR_PAGE = "/admin/second-factor";

    private final HandlerExceptionResolver problems;

    AccessRefusals(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        notSignedIn(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        boolean staleToken = denied instanceof CsrfException;
        if (staleToken && isFormOfSignInPage(request)) {
            // The page stood open until its session ended: a new one, with a word why.
            response.sendRedirect(SIGN_IN_PAGE + "?again");
        } else if (!isSignedIn()) {
            notSignedIn(request, response);
        } else if (lacksSecondFactor() && !staleToken) {
            leadToSecondFactor(request, response);
        } else {
            String key = staleToken ? "problem.stale_page" : "problem.forbidden";
            answer(request, response, ApiProblem.worded(ErrorCode.FORBIDDEN, key));
        }
    }

    private void notSignedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/admin/api")
                || !request.getMethod().equals("GET")) {
            answer(request, response, ApiProblem.worded(ErrorCode.NOT_SIGNED_IN, "problem.not_signed_in"));
        } else {
            response.sendRedirect(SIGN_IN_PAGE + CarriedQuery.of(request));
        }
    }

    private void leadToSecondFactor(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/admin/api")
                || !request.getMethod().equals("GET")) {
            answer(request, response, ApiProblem.worded(ErrorCode.FORBIDDEN, "problem.second_factor_first"));
        } else {
            response.sendRedirect(SECOND_FACTOR_PAGE + CarriedQuery.of(request));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, ApiProblem problem) {
        problems.resolveException(request, response, null, problem);
    }

    private static boolean isFormOfSignInPage(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getRequestURI().startsWith("/admin/log")
                && type != null
                && type.startsWith("application/x-www-form-urlencoded");
    }

    private static boolean lacksSecondFactor() {
        return SecurityContextHolder.getContext().getAuthentication().getAuthorities().stream()
                .anyMatch(one -> StaffSessions.SECOND_FACTOR_MISSING.equals(one.getAuthority()));
    }

    private static boolean isSignedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
    }
}
