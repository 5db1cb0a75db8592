package org.sanfen.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is stored, what is not, and how anybody can check it. */
@Controller
class PrivacyPage {

    private static final List<String> SECTIONS =
            List.of("position", "search", "stored", "reports", "logs", "phone", "check");

    @GetMapping("/privacy")
    String privacy(HttpServletRequest request, Model page) {
        String language = PageLanguage.of(request);
        page.addAttribute("language", language);
        page.addAttribute("sections", SECTIONS);
        return "privacy";
    }
}
