package org.sanfen.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sign-in page, signing in by form or JSON, signing out. */
@Controller
class SignInController {

    private static final String RETRY_AFTER_S = "retry_after_s";

    private final SignIn signIn;
    private final StaffSessions sessions;
    private final Audit audit;
    private final Messages messages;

    SignInController(SignIn signIn, StaffSessions sessions, Audit audit, Messages messages) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.audit = audit;
        this.messages = messages;
    }

    /** @param login empty, or what was typed before */
    record Credentials(String login, String password) {

        Credentials {
            login = login == null ? "" : login;
            password = password == null ? "" : password;
        }
    }

    @GetMapping(path = "/admin/login", produces = MediaType.TEXT_HTML_VALUE)
    String page(HttpServletRequest request, Model model, @RequestParam(required = false) String again) {
        String language = PageLanguage.of(request);
        return page(request, model, "", again == null ? null : messages.text(language, "admin.login.again"));
    }

    /** A token for an editor whose session has ended while its page is open. */
    @GetMapping(path = "/admin/login", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> token(HttpServletRequest request, CsrfToken csrf) {
        sessions.keepShort(request);
        return Map.of("csrf", csrf.getToken());
    }

    @PostMapping(path = "/admin/login", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<StaffAccount> byJson(
            @RequestBody Credentials typed, HttpServletRequest request, HttpServletResponse response) {
        try {
            StaffAccount account = signIn.check(typed.login(), typed.password());
            sessions.begin(account, request, response);
            return ResponseEntity.ok(account);
        } catch (ApiProblem refused) {
            sayWhen(refused, response);
            throw refused;
        }
    }

    @PostMapping(path = "/admin/login", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String byForm(Credentials typed, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            StaffAccount account = signIn.check(typed.login(), typed.password());
            sessions.begin(account, request, response);
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, "/admin" + CarriedQuery.of(request));
            return null;
        } catch (ApiProblem refused) {
            sayWhen(refused, response);
            response.setStatus(refused.code().status().value());
            Object seconds = refused.properties().get(RETRY_AFTER_S);
            String language = PageLanguage.of(request);
            return page(
                    request,
                    model,
                    typed.login(),
                    seconds == null
                            ? messages.text(language, "admin.login.wrong")
                            : messages.text(language, "admin.login.slow", "n", seconds));
        }
    }

    @PostMapping("/admin/logout")
    ResponseEntity<Void> out(
            HttpServletRequest request,
            @AuthenticationPrincipal StaffAccount account,
            @RequestParam(name = "_csrf", required = false) String fromForm) {
        if (account != null) {
            audit.record(account.id(), Audit.Action.SIGNED_OUT, null);
        }
        sessions.end(request);
        return fromForm == null
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, "/admin/login")
                        .build();
    }

    private String page(HttpServletRequest request, Model model, String login, String message) {
        sessions.keepShort(request);
        model.addAttribute("lang", PageLanguage.of(request));
        model.addAttribute("carried", CarriedQuery.of(request));
        model.addAttribute("login", login);
        model.addAttribute("message", message);
        return "login";
    }

    private static void sayWhen(ApiProblem refused, HttpServletResponse response) {
        Object seconds = refused.properties().get(RETRY_AFTER_S);
        if (seconds != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
    }
}
