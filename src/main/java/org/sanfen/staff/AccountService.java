package org.sanfen.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sanfen.staff.AccountController.AccountAnswer;
import org.sanfen.staff.AccountController.AccountChange;
import org.sanfen.staff.AccountController.NewAccount;
import org.sanfen.staff.AccountController.PasswordChange;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.Invisible;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes and changes accounts; one administrator always stays able to sign in. */
@Service
class AccountService {

    private static final int MAX_NAME_LETTERS = 80;

    private final AccountStore accounts;
    private final Passwords passwords;
    private final SignIn signIn;
    private final LoginThrottle throttle;
    private final SecondFactors factors;
    private final Invitations invitations;
    private final OidcSettings oidc;
    private final AccountChanges changes;
    private final Audit audit;

    AccountService(
            AccountStore accounts,
            Passwords passwords,
            SignIn signIn,
            LoginThrottle throttle,
            SecondFactors factors,
            Invitations invitations,
            OidcSettings oidc,
            AccountChanges changes,
            Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.throttle = throttle;
        this.factors = factors;
        this.invitations = invitations;
        this.oidc = oidc;
        this.changes = changes;
        this.audit = audit;
    }

    List<AccountRow> listAccounts() {
        return accounts.listAccounts();
    }

    @Transactional
    AccountAnswer create(NewAccount wanted, StaffAccount by) {
        String login = wanted.login() == null ? "" : wanted.login().strip().toLowerCase(Locale.ROOT);
        if (!SignIn.LOGIN.matcher(login).matches()) {
            throw bad("login", "problem.login");
        }
        StaffRole role = role(wanted.role());
        boolean needsReview = Boolean.TRUE.equals(wanted.needsReview());
        List<String> areas = Optional.ofNullable(wanted.areas()).orElse(List.of());
        requireFitting(role, needsReview, areas);
        boolean invite = Boolean.TRUE.equals(wanted.invite());
        String password = invite ? null : passwords.generate();
        long id = accounts.insert(
                        login,
                        name("display_name", wanted.displayName()),
                        organisation(wanted.organisation()),
                        role,
                        needsReview,
                        invite ? null : passwords.hash(password))
                .orElseThrow(() -> bad("login", "problem.login_taken", "login", login));
        accounts.setAreas(id, areas);
        audit.record(by.id(), Audit.Action.ACCOUNT_CREATED, login, changes.ofNew(getAccount(id)));
        String link = invite ? invite(id, login, by) : null;
        return new AccountAnswer(getAccount(id), password, link);
    }

    @Transactional
    AccountAnswer change(String id, AccountChange change, StaffAccount by) {
        accounts.lockAdministrators();
        AccountRow before = accounts.lockAccount(number(id)).orElseThrow(() -> noAccount(id));
        boolean disabled = Optional.ofNullable(change.disabled()).orElse(!before.isActive());
        boolean reset = Boolean.TRUE.equals(change.resetPassword());
        boolean invite = Boolean.TRUE.equals(change.invite());
        boolean untie = before.tiedToProvider() && (reset || invite || Boolean.TRUE.equals(change.untie()));
        if (invite && (reset || disabled)) {
            throw bad("invite", "problem.invite_alone");
        }
        String password = reset ? passwords.generate() : null;
        StaffRole role = change.role() == null ? before.role() : role(change.role());
        // A new role begins without what only the old one could have.
        boolean needsReview =
                Optional.ofNullable(change.needsReview()).orElse(before.needsReview() && role == StaffRole.EDITOR);
        List<String> areas = Optional.ofNullable(change.areas())
                .orElse(role == StaffRole.ADMINISTRATOR ? List.of() : before.areas());
        requireFitting(role, needsReview, areas.equals(before.areas()) ? List.of() : areas);
        AccountRow after = new AccountRow(
                before.id(),
                before.login(),
                change.displayName() == null ? before.displayName() : name("display_name", change.displayName()),
                change.organisation() == null ? before.organisation() : organisation(change.organisation()),
                role,
                needsReview,
                areas,
                reset ? passwords.hash(password) : invite ? null : before.passwordHash(),
                before.secondFactor(),
                before.tiedToProvider() && !untie,
                before.invitedUntil(),
                before.createdAt(),
                before.disabledAt());
        accounts.update(after, disabled);
        accounts.setAreas(before.id(), areas);
        if (accounts.countAdministrators(oidc.isOn()) == 0) {
            String asked = disabled ? "disabled" : invite ? "invite" : untie ? "untie" : "role";
            throw bad(asked, "problem.last_administrator");
        }
        if (disabled || reset || invite || untie || after.role() != before.role()) {
            accounts.endSessions(before.login(), null);
        }
        if (reset || disabled) {
            invitations.withdraw(before.id());
        }
        if (reset) {
            throttle.forgive(before.login());
        }
        if (Boolean.TRUE.equals(change.removeSecondFactor())) {
            factors.remove(before, by.id());
        }
        if (untie && !reset && !invite) {
            audit.record(by.id(), Audit.Action.PROVIDER_UNTIED, before.login());
        }
        List<Audit.Change> changed = changes.between(before, after);
        if (!changed.isEmpty() || reset || disabled == before.isActive()) {
            audit.record(by.id(), action(before, disabled, reset), before.login(), changed);
        }
        String link = invite ? invite(before.id(), before.login(), by) : null;
        return new AccountAnswer(getAccount(before.id()), password, link);
    }

    private String invite(long id, String login, StaffAccount by) {
        audit.record(by.id(), Audit.Action.INVITED, login);
        return invitations.invite(id, by.id());
    }

    /** A chosen password in place of the known one; every other session of the account ends. */
    void changePassword(StaffAccount account, PasswordChange change, String sessionId) {
        String wanted = Optional.ofNullable(change.newPassword()).orElse("");
        passwords.objection(wanted, account.login()).ifPresent(key -> {
            throw bad("new_password", key);
        });
        String before = getAccount(account.id()).passwordHash();
        if (!signIn.isPasswordOf(
                account, Optional.ofNullable(change.currentPassword()).orElse(""))) {
            throw bad("current_password", "problem.password_wrong");
        }
        if (!accounts.setPassword(account.id(), before, passwords.hash(wanted))) {
            throw ApiProblem.worded(ErrorCode.NOT_SIGNED_IN, "problem.not_signed_in");
        }
        accounts.endSessions(account.login(), sessionId);
        audit.record(account.id(), Audit.Action.PASSWORD_CHANGED, null);
    }

    private static Audit.Action action(AccountRow before, boolean disabled, boolean reset) {
        if (disabled == before.isActive()) {
            return disabled ? Audit.Action.ACCOUNT_DISABLED : Audit.Action.ACCOUNT_ENABLED;
        }
        return reset ? Audit.Action.PASSWORD_RESET : Audit.Action.ACCOUNT_CHANGED;
    }

    AccountRow getAccount(String id) {
        return getAccount(number(id));
    }

    private AccountRow getAccount(long id) {
        return accounts.findAccount(id).orElseThrow(() -> noAccount(id));
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException notANumber) {
            throw noAccount(id);
        }
    }

    private static String name(String field, String value) {
        String name = value == null ? "" : value.strip();
        if (name.isEmpty() || name.length() > MAX_NAME_LETTERS) {
            throw bad(field, "problem.name", "most", MAX_NAME_LETTERS);
        }
        if (Invisible.isIn(name)) {
            throw bad(field, "problem.text_line");
        }
        return name;
    }

    private static String organisation(String value) {
        return value == null || value.isBlank() ? null : name("organisation", value);
    }

    /** Only an editor's changes wait for a review; an administrator, who can lift every limit, has none. */
    private void requireFitting(StaffRole role, boolean needsReview, List<String> areas) {
        if (needsReview && role != StaffRole.EDITOR) {
            throw bad("needs_review", "problem.review_of_editor");
        }
        if (role == StaffRole.ADMINISTRATOR && !areas.isEmpty()) {
            throw bad("areas", "problem.limited_administrator");
        }
        List<String> unknown = new ArrayList<>(areas);
        unknown.removeAll(accounts.listKnownAreas(areas));
        if (!unknown.isEmpty()) {
            throw bad("areas", "problem.area_none", "id", unknown.get(0));
        }
    }

    private static StaffRole role(String value) {
        return StaffRole.find(value).orElseThrow(() -> bad("role", "problem.role"));
    }

    private static ApiProblem noAccount(Object id) {
        return ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.account_none", "id", id);
    }

    private static ApiProblem bad(String field, String key, Object... values) {
        return ApiProblem.worded(ErrorCode.BAD_BODY, Map.of("parameter", field), key, values);
    }
}
