package org.sanfen.staff;

import jakarta.servlet.http.HttpServletRequest;
import org.sanfen.web.PageLanguage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The station editor's page; its data come from the APIs, from within the browser. */
@Controller
class AdminPage {

    @GetMapping("/admin")
    String page(HttpServletRequest request, Model model, @AuthenticationPrincipal StaffAccount account) {
        model.addAttribute("lang", PageLanguage.of(request));
        model.addAttribute("login", account.login());
        model.addAttribute("name", account.displayName());
        model.addAttribute("id", account.id());
        model.addAttribute(
                "rights",
                String.join(" ", account.rights().stream().map(Right::id).toList()));
        model.addAttribute("areas", String.join(" ", account.areas()));
        return "admin";
    }
}
