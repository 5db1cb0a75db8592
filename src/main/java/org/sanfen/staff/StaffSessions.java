package org.sanfen.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Ties a session to an account. The session, which lies in the database, holds no more than the account's id: each
 * request reads the account anew, so that a changed role or a disabled account counts at once and everywhere.
 */
@Component
class StaffSessions implements SecurityContextRepository {

    /** Whoever only looks at the sign-in page is forgotten after a quarter of an hour. */
    private static final int ANONYMOUS_S = 15 * 60;

    private static final int SIGNED_IN_S = 8 * 60 * 60;
    /** Between the password and the code. */
    private static final int AWAITED_S = 5 * 60;

    /** Authority of somebody who has to set a second factor up and may do nothing else. */
    static final String SECOND_FACTOR_MISSING = "SECOND_FACTOR_MISSING";

    private static final String AWAITED_ID = "awaited_account_id";
    private static final String AWAITED_UNTIL = "awaited_until_s";
    private static final String ACCOUNT_ID = "staff_account_id";

    private final AccountStore accounts;
    private final SecondFactorRule rule;
    private final ReviewRule review;
    private final CsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();

    StaffSessions(AccountStore accounts, SecondFactorRule rule, ReviewRule review) {
        this.accounts = accounts;
        this.rule = rule;
        this.review = review;
    }

    /** Of this session only: a new sign-in brings a new one. */
    CsrfTokenRepository tokens() {
        return tokens;
    }

    /**
     * Signs in, in a session and with a CSRF token of its own: against fixation, and so that nothing of whoever sat at the
     * same browser before is shown.
     */
    void begin(StaffAccount account, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = anew(request);
        session.setMaxInactiveInterval(SIGNED_IN_S);
        session.setAttribute(ACCOUNT_ID, account.id());
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.login());
        CsrfToken token = tokens.generateToken(request);
        tokens.saveToken(token, request, response);
    }

    /**
     * The password was right; a new session waits for the code, and is nobody's until then. The page that asked goes on
     * with its token, which is worth nothing without the new session's id.
     */
    void await(StaffAccount account, HttpServletRequest request, HttpServletResponse response) {
        CsrfToken token = tokens.loadToken(request);
        HttpSession session = anew(request);
        tokens.saveToken(token, request, response);
        session.setAttribute(AWAITED_ID, account.id());
        session.setAttribute(AWAITED_UNTIL, Instant.now().getEpochSecond() + AWAITED_S);
        session.setMaxInactiveInterval(ANONYMOUS_S);
    }

    private static HttpSession anew(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        return request.getSession();
    }

    /** Whose code the session waits for. */
    Optional<StaffAccount> findAwaited(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .filter(session -> session.getAttribute(AWAITED_UNTIL) instanceof Long until
                        && Instant.now().getEpochSecond() <= until)
                .map(session -> (Long) session.getAttribute(AWAITED_ID))
                .flatMap(accounts::findAccount)
                .filter(AccountRow::isActive)
                .map(account -> account.principal(review));
    }

    /** Signs out: nothing of the session stays. */
    void end(HttpServletRequest request) {
        Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        SecurityContextHolder.clearContext();
    }

    /** Keeps the session of somebody not signed in short. */
    void keepShort(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (session.getAttribute(ACCOUNT_ID) == null) {
            session.setMaxInactiveInterval(ANONYMOUS_S);
        }
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new StoredContext(request);
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // begin() and end() are the only ways in and out.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return findAccount(request).isPresent();
    }

    private List<SimpleGrantedAuthority> authorities(AccountRow account) {
        boolean missing = rule.requires(account.role()) && !account.secondFactor();
        return List.of(new SimpleGrantedAuthority(
                missing ? SECOND_FACTOR_MISSING : "ROLE_" + account.role().name()));
    }

    private Optional<AccountRow> findAccount(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (Long) session.getAttribute(ACCOUNT_ID))
                .flatMap(accounts::findAccount)
                .filter(AccountRow::isActive);
    }

    /** Read from the database at the first use, once a request. */
    private final class StoredContext implements DeferredSecurityContext {

        private final HttpServletRequest request;
        private SecurityContext context;

        private StoredContext(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = findAccount(request)
                        .map(account -> new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                account.principal(review), null, authorities(account))))
                        .orElseGet(SecurityContextImpl::new);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
