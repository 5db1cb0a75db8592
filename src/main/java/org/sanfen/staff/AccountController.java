package org.sanfen.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts over HTTP: all of them for administrators, one's own for everybody signed in. */
@RestController
@RequestMapping("/admin/api")
class AccountController {

    private final AccountService accounts;
    private final ReviewRule review;

    AccountController(AccountService accounts, ReviewRule review) {
        this.accounts = accounts;
        this.review = review;
    }

    /**
     * @param password given once, when it has just been made; null otherwise
     * @param link of an invitation, likewise
     */
    record AccountAnswer(AccountRow account, String password, String link) {}

    /** @param invite a link to choose the password by, in place of one that is made */
    record NewAccount(
            String login,
            String displayName,
            String organisation,
            String role,
            Boolean needsReview,
            List<String> areas,
            Boolean invite) {}

    /** Every part is optional; only those that are there change. */
    record AccountChange(
            String displayName,
            String organisation,
            String role,
            Boolean needsReview,
            List<String> areas,
            Boolean disabled,
            Boolean resetPassword,
            Boolean removeSecondFactor,
            Boolean untie,
            Boolean invite) {}

    record PasswordChange(String currentPassword, String newPassword) {}

    /** @param editorsReviewed whether every editor's changes wait for a review, whatever their account says */
    record AccountList(List<AccountRow> staff, boolean editorsReviewed) {}

    @GetMapping("/staff")
    AccountList list() {
        return new AccountList(accounts.listAccounts(), review.requires(StaffRole.EDITOR));
    }

    @PostMapping("/staff")
    @ResponseStatus(HttpStatus.CREATED)
    AccountAnswer create(@RequestBody NewAccount wanted, @AuthenticationPrincipal StaffAccount by) {
        return accounts.create(wanted, by);
    }

    @PatchMapping("/staff/{id}")
    AccountAnswer change(
            @PathVariable String id, @RequestBody AccountChange change, @AuthenticationPrincipal StaffAccount by) {
        return accounts.change(id, change, by);
    }

    @GetMapping("/me")
    StaffAccount me(@AuthenticationPrincipal StaffAccount account) {
        return account;
    }

    @PostMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            @RequestBody PasswordChange change,
            @AuthenticationPrincipal StaffAccount account,
            HttpServletRequest request) {
        accounts.changePassword(account, change, request.getSession().getId());
    }
}
