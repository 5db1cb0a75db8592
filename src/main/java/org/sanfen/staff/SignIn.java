package org.sanfen.staff;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Service;

/** Checks login and password, slowed and written down. Thread-safe. */
@Service
class SignIn {

    static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    /** Stands for every text that no account can have as its login, so that nothing odd is ever stored. */
    private static final String IMPOSSIBLE = "?";

    private final AccountStore accounts;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final ReviewRule review;
    private final Audit audit;

    SignIn(AccountStore accounts, Passwords passwords, LoginThrottle throttle, ReviewRule review, Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.review = review;
        this.audit = audit;
    }

    /**
     * The account, when login and password fit.
     *
     * @throws ApiProblem {@code slow_down} with {@code retry_after_s}, or {@code not_signed_in}
     */
    StaffAccount check(String typedLogin, String password) {
        String login = typedLogin.strip().toLowerCase(Locale.ROOT);
        String key = LOGIN.matcher(login).matches() ? login : IMPOSSIBLE;
        takeTry(key);
        Optional<AccountRow> account = accounts.findAccount(key);
        boolean fits = passwords.matches(password, account.map(AccountRow::passwordHash));
        if (!fits || !account.get().isActive()) {
            audit.record(
                    null,
                    Audit.Action.SIGN_IN_FAILED,
                    account.map(AccountRow::login).orElse(null));
            throw ApiProblem.worded(ErrorCode.NOT_SIGNED_IN, "admin.login.wrong");
        }
        throttle.forgive(key);
        return account.get().principal(review);
    }

    /** Whether the account has a password at all; one of the operator's identity provider need not. */
    boolean hasPassword(StaffAccount account) {
        return accounts.findAccount(account.id()).map(AccountRow::passwordHash).isPresent();
    }

    /** Whether it is this signed-in account's password; wrong ones are slowed like those of a sign-in. */
    boolean isPasswordOf(StaffAccount account, String password) {
        takeTry(account.login());
        boolean fits =
                passwords.matches(password, accounts.findAccount(account.id()).map(AccountRow::passwordHash));
        if (fits) {
            throttle.forgive(account.login());
        }
        return fits;
    }

    private void takeTry(String login) {
        Duration wait = throttle.tryNow(login);
        if (!wait.isZero()) {
            throw slowDown(wait);
        }
    }

    static ApiProblem slowDown(Duration wait) {
        return ApiProblem.worded(
                ErrorCode.SLOW_DOWN,
                Map.of("retry_after_s", wait.toSeconds()),
                "admin.login.slow",
                "n",
                wait.toSeconds());
    }
}
