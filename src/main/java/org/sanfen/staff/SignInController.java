package org.sanfen.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
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

/** The sign-in page, signing in by form or JSON, with a code after the password where one is asked for; signing out. */
@Controller
class SignInController {

    private static final String SIGN_IN_PAGE = "/admin/login";
    private static final String CODE_PAGE = "/admin/login/code";
    private static final String RETRY_AFTER_S = "retry_after_s";

    private final SignIn signIn;
    private final SecondFactors factors;
    private final StaffSessions sessions;
    private final Audit audit;
    private final OidcSettings oidc;
    private final Messages messages;

    SignInController(
            SignIn signIn,
            SecondFactors factors,
            StaffSessions sessions,
            Audit audit,
            OidcSettings oidc,
            Messages messages) {
        this.signIn = signIn;
        this.factors = factors;
        this.sessions = sessions;
        this.audit = audit;
        this.oidc = oidc;
        this.messages = messages;
    }

    /** @param login empty, or what was typed before */
    record Credentials(String login, String password) {

        Credentials {
            login = login == null ? "" : login;
            password = password == null ? "" : password;
        }
    }

    /** @param code of an app, or a recovery code */
    record Code(String code) {

        Code {
            code = code == null ? "" : code;
        }
    }

    @GetMapping(path = SIGN_IN_PAGE, produces = MediaType.TEXT_HTML_VALUE)
    String signInPage(HttpServletRequest request, Model model) {
        String language = PageLanguage.of(request);
        String key = request.getParameter("again") != null
                ? "admin.login.again"
                : request.getParameter("welcome") != null
                        ? "admin.invitation.taken"
                        : request.getParameter("oidc") == null
                                ? null
                                : request.getParameter("oidc").equals("unknown")
                                        ? "admin.login.oidc.unknown"
                                        : "admin.login.oidc.failed";
        return page(request, model, "", key == null ? null : messages.text(language, key));
    }

    /** A token for an editor whose session has ended while its page is open. */
    @GetMapping(path = SIGN_IN_PAGE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> token(HttpServletRequest request, CsrfToken csrf) {
        sessions.keepShort(request);
        return Map.of("csrf", csrf.getToken());
    }

    @PostMapping(path = SIGN_IN_PAGE, consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ResponseEntity<Object> byJson(
            @RequestBody Credentials typed, HttpServletRequest request, HttpServletResponse response) {
        try {
            StaffAccount account = signIn.check(typed.login(), typed.password());
            return ResponseEntity.ok(enter(account, request, response) ? account : Map.of("second_factor", true));
        } catch (ApiProblem refused) {
            sayWhen(refused, response);
            throw refused;
        }
    }

    @PostMapping(path = SIGN_IN_PAGE, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String byForm(Credentials typed, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            StaffAccount account = signIn.check(typed.login(), typed.password());
            String next = enter(account, request, response) ? "/admin" : CODE_PAGE;
            return seeOther(next + CarriedQuery.of(request), response);
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

    @GetMapping(CODE_PAGE)
    String codePage(HttpServletRequest request, HttpServletResponse response, Model model) {
        return sessions.findAwaited(request).isPresent()
                ? codePage(request, model, null)
                : seeOther(SIGN_IN_PAGE + CarriedQuery.of(request), response);
    }

    @PostMapping(path = CODE_PAGE, consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    StaffAccount codeByJson(@RequestBody Code typed, HttpServletRequest request, HttpServletResponse response) {
        try {
            return checkCode(typed, request, response);
        } catch (ApiProblem refused) {
            sayWhen(refused, response);
            throw refused;
        }
    }

    @PostMapping(path = CODE_PAGE, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String codeByForm(Code typed, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (sessions.findAwaited(request).isEmpty()) {
            return seeOther(SIGN_IN_PAGE + CarriedQuery.and(CarriedQuery.of(request), "again"), response);
        }
        try {
            checkCode(typed, request, response);
            return seeOther("/admin" + CarriedQuery.of(request), response);
        } catch (ApiProblem refused) {
            sayWhen(refused, response);
            response.setStatus(refused.code().status().value());
            return codePage(request, model, refused.sentence(messages, PageLanguage.of(request)));
        }
    }

    /** Whether the account is signed in now; else its session waits for a code. */
    private boolean enter(StaffAccount account, HttpServletRequest request, HttpServletResponse response) {
        if (factors.isOn(account)) {
            sessions.await(account, request, response);
            return false;
        }
        sessions.begin(account, request, response);
        audit.record(account.id(), Audit.Action.SIGNED_IN, null);
        return true;
    }

    private StaffAccount checkCode(Code typed, HttpServletRequest request, HttpServletResponse response) {
        StaffAccount account = sessions.findAwaited(request)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_SIGNED_IN, "admin.login.again"));
        factors.check(account, typed.code());
        sessions.begin(account, request, response);
        audit.record(account.id(), Audit.Action.SIGNED_IN, null);
        return account;
    }

    private static String seeOther(String address, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, address);
        return null;
    }

    private static String codePage(HttpServletRequest request, Model model, String message) {
        model.addAttribute("lang", PageLanguage.of(request));
        model.addAttribute("carried", CarriedQuery.of(request));
        model.addAttribute("message", message);
        return "login-code";
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
                        .header(HttpHeaders.LOCATION, SIGN_IN_PAGE)
                        .build();
    }

    private String page(HttpServletRequest request, Model model, String login, String message) {
        sessions.keepShort(request);
        String language = PageLanguage.of(request);
        model.addAttribute("lang", language);
        model.addAttribute("carried", CarriedQuery.of(request));
        model.addAttribute("otherLanguage", CarriedQuery.in(language.equals("en") ? "zh-Hans" : "en", request));
        model.addAttribute("oidc", oidc.isOn());
        model.addAttribute("oidcName", oidc.name());
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
