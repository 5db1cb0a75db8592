package org.sanfen.staff;

import io.nayuki.qrcodegen.QrCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.binary.Base32;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.sanfen.web.Site;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/**
 * One's own second factor, on a page without script, because whoever must have one sees it before the editor. A secret is
 * offered once a session, drawn as a QR code, and shown no more as soon as it is shared.
 */
@Controller
@RequestMapping("/admin/second-factor")
class SecondFactorPage {

    private static final String OFFER = "second_factor_offer";
    private static final int QUIET = 4;

    private final SecondFactors factors;
    private final SecondFactorRule rule;
    private final SignIn signIn;
    private final Site site;
    private final Messages messages;

    SecondFactorPage(SecondFactors factors, SecondFactorRule rule, SignIn signIn, Site site, Messages messages) {
        this.factors = factors;
        this.rule = rule;
        this.signIn = signIn;
        this.site = site;
        this.messages = messages;
    }

    @GetMapping
    String page(HttpServletRequest request, Model model, @AuthenticationPrincipal StaffAccount account) {
        return page(request, model, account, null);
    }

    @PostMapping
    String turnOn(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @AuthenticationPrincipal StaffAccount account,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code) {
        return attempt(request, response, model, account, () -> {
            if (signIn.hasPassword(account) && !signIn.isPasswordOf(account, password)) {
                throw ApiProblem.worded(ErrorCode.BAD_BODY, Map.of("parameter", "password"), "problem.password_wrong");
            }
            String session = request.getSession().getId();
            List<String> codes = factors.turnOn(account, offer(request), code, session);
            request.getSession().removeAttribute(OFFER);
            return codes;
        });
    }

    @PostMapping("/codes")
    String makeRecoveryCodes(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @AuthenticationPrincipal StaffAccount account,
            @RequestParam(defaultValue = "") String code) {
        return attempt(request, response, model, account, () -> {
            factors.check(account, code);
            return factors.makeRecoveryCodes(account);
        });
    }

    @PostMapping("/off")
    String turnOff(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @AuthenticationPrincipal StaffAccount account,
            @RequestParam(defaultValue = "") String code) {
        return attempt(request, response, model, account, () -> {
            if (rule.requires(account.role())) {
                throw ApiProblem.worded(ErrorCode.FORBIDDEN, "admin.factor.required");
            }
            factors.check(account, code);
            factors.turnOff(account);
            return List.of();
        });
    }

    /** What was asked for; it gives the recovery codes to show, if any. */
    private interface Work {
        List<String> run();
    }

    private String attempt(
            HttpServletRequest request, HttpServletResponse response, Model model, StaffAccount account, Work work) {
        String message = null;
        try {
            model.addAttribute("codes", work.run());
        } catch (ApiProblem refused) {
            response.setStatus(refused.code().status().value());
            message = refused.sentence(messages, PageLanguage.of(request));
        }
        return page(request, model, account, message);
    }

    private String page(HttpServletRequest request, Model model, StaffAccount account, String message) {
        String language = PageLanguage.of(request);
        boolean on = factors.isOn(account);
        model.addAttribute("lang", language);
        model.addAttribute("carried", CarriedQuery.of(request));
        model.addAttribute("login", account.login());
        model.addAttribute("message", message);
        model.addAttribute("on", on);
        model.addAttribute("required", rule.requires(account.role()));
        model.addAttribute("asksPassword", signIn.hasPassword(account));
        if (on) {
            model.addAttribute("left", factors.countRecoveryCodes(account));
        } else {
            String secret = new Base32().encodeToString(offer(request));
            model.addAttribute("secret", secret.replaceAll("(.{4})(?=.)", "$1 "));
            QrCode drawn = QrCode.encodeText(address(account, secret, site.title(language)), QrCode.Ecc.MEDIUM);
            model.addAttribute("side", drawn.size + 2 * QUIET);
            model.addAttribute("squares", squares(drawn));
        }
        return "second-factor";
    }

    /** The secret that this session offers; a new one at the first look. */
    private static byte[] offer(HttpServletRequest request) {
        Optional<byte[]> offered =
                Optional.ofNullable((byte[]) request.getSession().getAttribute(OFFER));
        return offered.orElseGet(() -> {
            byte[] secret = OneTimeSecrets.bytes(Totp.SECRET_BYTES);
            request.getSession().setAttribute(OFFER, secret);
            return secret;
        });
    }

    /** The address that authenticator apps read: the Key Uri Format of Google Authenticator's wiki. */
    private static String address(StaffAccount account, String secret, String title) {
        String issuer = UriUtils.encode(title, StandardCharsets.UTF_8);
        return "otpauth://totp/" + issuer + ":" + account.login() + "?secret=" + secret + "&issuer=" + issuer;
    }

    private static String squares(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
