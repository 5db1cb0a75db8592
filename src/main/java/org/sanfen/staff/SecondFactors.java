package org.sanfen.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factor of accounts: turning it on and off, and checking codes, slowed like passwords. A code of the app counts
 * once, a recovery code too. Thread-safe.
 */
@Service
class SecondFactors {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final int RECOVERY_CODES = 10;

    /** Behind the login in the throttle's key; no login holds a blank, so it never meets that of the password. */
    private static final String THROTTLED = " code";

    private final SecondFactorStore factors;
    private final AccountStore accounts;
    private final LoginThrottle throttle;
    private final Audit audit;
    private final Clock clock = Clock.systemUTC();

    SecondFactors(SecondFactorStore factors, AccountStore accounts, LoginThrottle throttle, Audit audit) {
        this.factors = factors;
        this.accounts = accounts;
        this.throttle = throttle;
        this.audit = audit;
    }

    boolean isOn(StaffAccount account) {
        return factors.findSecret(account.id()).isPresent();
    }

    int countRecoveryCodes(StaffAccount account) {
        return factors.countCodes(account.id());
    }

    /**
     * Checks a code of the app or a recovery code, and takes it.
     *
     * @throws ApiProblem {@code slow_down} with {@code retry_after_s}, or {@code not_signed_in}
     */
    void check(StaffAccount account, String typed) {
        takeTry(account);
        String code = OneTimeSecrets.bare(typed);
        boolean fits =
                SIX_DIGITS.matcher(code).matches() ? takeAppCode(account, code) : takeRecoveryCode(account, code);
        if (!fits) {
            audit.record(null, Audit.Action.SIGN_IN_FAILED, account.login());
            throw ApiProblem.worded(ErrorCode.NOT_SIGNED_IN, "admin.code.wrong");
        }
        forgive(account.login());
    }

    /**
     * Shares a secret with an account that has none, once the app has shown that it knows it.
     *
     * @return the recovery codes, stored nowhere but as hashes
     */
    @Transactional
    List<String> turnOn(StaffAccount account, byte[] secret, String typed, String sessionId) {
        OptionalLong step = Totp.findStep(
                secret, OneTimeSecrets.bare(typed), clock.instant().getEpochSecond());
        if (step.isEmpty() || !factors.insert(account.id(), secret, step.getAsLong())) {
            throw ApiProblem.worded(ErrorCode.BAD_BODY, Map.of("parameter", "code"), "admin.factor.wrong");
        }
        accounts.endSessions(account.login(), sessionId);
        audit.record(account.id(), Audit.Action.SECOND_FACTOR_ON, null);
        return replaceCodes(account);
    }

    @Transactional
    List<String> makeRecoveryCodes(StaffAccount account) {
        audit.record(account.id(), Audit.Action.RECOVERY_CODES_MADE, null);
        return replaceCodes(account);
    }

    @Transactional
    void turnOff(StaffAccount account) {
        factors.delete(account.id());
        audit.record(account.id(), Audit.Action.SECOND_FACTOR_OFF, null);
    }

    /** Takes a lost one off; the next sign-in asks for the password alone. */
    void remove(AccountRow account, Long byStaffId) {
        forgive(account.login());
        if (factors.delete(account.id())) {
            audit.record(byStaffId, Audit.Action.SECOND_FACTOR_REMOVED, account.login());
        }
    }

    private List<String> replaceCodes(StaffAccount account) {
        List<String> codes =
                Stream.generate(OneTimeSecrets::code).limit(RECOVERY_CODES).toList();
        factors.replaceCodes(
                account.id(),
                codes.stream()
                        .map(code -> OneTimeSecrets.hash(OneTimeSecrets.bare(code)))
                        .toList());
        return codes;
    }

    private boolean takeAppCode(StaffAccount account, String code) {
        OptionalLong step = factors.findSecret(account.id())
                .map(secret -> Totp.findStep(secret, code, clock.instant().getEpochSecond()))
                .orElse(OptionalLong.empty());
        return step.isPresent() && factors.useStep(account.id(), step.getAsLong());
    }

    private boolean takeRecoveryCode(StaffAccount account, String code) {
        boolean fits = factors.useCode(account.id(), OneTimeSecrets.hash(code));
        if (fits) {
            audit.record(account.id(), Audit.Action.RECOVERY_CODE_USED, null);
        }
        return fits;
    }

    private void forgive(String login) {
        throttle.forgive(login + THROTTLED);
    }

    private void takeTry(StaffAccount account) {
        Duration wait = throttle.tryNow(account.login() + THROTTLED);
        if (!wait.isZero()) {
            throw SignIn.slowDown(wait);
        }
    }
}
