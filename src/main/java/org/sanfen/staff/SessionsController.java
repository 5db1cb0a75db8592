package org.sanfen.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.sanfen.staff.SessionStore.StaffSession;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sessions over HTTP: one's own for everybody signed in, everybody's for administrators. */
@RestController
@RequestMapping("/admin/api")
class SessionsController {

    private final SessionStore sessions;
    private final AccountService accounts;
    private final Audit audit;

    SessionsController(SessionStore sessions, AccountService accounts, Audit audit) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.audit = audit;
    }

    @GetMapping("/me/sessions")
    Map<String, List<StaffSession>> mine(@AuthenticationPrincipal StaffAccount account, HttpServletRequest request) {
        return Map.of(
                "sessions",
                sessions.listSessions(account.login(), request.getSession().getId()));
    }

    @DeleteMapping("/me/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endMine(@PathVariable String id, @AuthenticationPrincipal StaffAccount account) {
        endOf(account.login(), id, account);
    }

    @GetMapping("/staff/{account}/sessions")
    Map<String, List<StaffSession>> of(@PathVariable String account) {
        return Map.of(
                "sessions", sessions.listSessions(accounts.getAccount(account).login(), null));
    }

    @DeleteMapping("/staff/{account}/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String account, @PathVariable String id, @AuthenticationPrincipal StaffAccount by) {
        endOf(accounts.getAccount(account).login(), id, by);
    }

    private void endOf(String login, String id, StaffAccount by) {
        if (!sessions.end(login, id)) {
            throw ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.session_none");
        }
        audit.record(by.id(), Audit.Action.SESSION_ENDED, login);
    }
}
