package org.sanfen.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind an invitation's link; looking at it uses nothing up, so that a mail's scanner may. */
@Controller
@RequestMapping("/admin/invitation/{token}")
class InvitationPage {

    private final Invitations invitations;
    private final StaffSessions sessions;
    private final Messages messages;

    InvitationPage(Invitations invitations, StaffSessions sessions, Messages messages) {
        this.invitations = invitations;
        this.sessions = sessions;
        this.messages = messages;
    }

    @GetMapping
    String page(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        return page(invitations.findAccount(token), request, response, model, null);
    }

    @PostMapping
    String take(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            if (invitations.take(token, password).isEmpty()) {
                return page(Optional.empty(), request, response, model, null);
            }
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, "/admin/login?welcome&lang=" + PageLanguage.of(request));
            return null;
        } catch (ApiProblem refused) {
            response.setStatus(refused.code().status().value());
            String message = refused.sentence(messages, PageLanguage.of(request));
            return page(invitations.findAccount(token), request, response, model, message);
        }
    }

    private String page(
            Optional<AccountRow> account,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            String message) {
        sessions.keepShort(request);
        if (account.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("lang", PageLanguage.of(request));
        model.addAttribute("login", account.map(AccountRow::login).orElse(null));
        model.addAttribute("message", message);
        return "invitation";
    }
}
