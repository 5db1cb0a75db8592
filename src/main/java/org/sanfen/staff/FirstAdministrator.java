package org.sanfen.staff;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the first account of an empty installation, and gives the administrator's password anew from the shell. */
@Service
public class FirstAdministrator {

    /** Login of the first account. */
    public static final String LOGIN = "admin";

    private final AccountStore accounts;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final SecondFactors factors;
    private final Invitations invitations;
    private final Audit audit;

    FirstAdministrator(
            AccountStore accounts,
            Passwords passwords,
            LoginThrottle throttle,
            SecondFactors factors,
            Invitations invitations,
            Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.factors = factors;
        this.invitations = invitations;
        this.audit = audit;
    }

    /** Makes the account {@value #LOGIN} when there is none at all; its password, which is stored nowhere. */
    @Transactional
    public Optional<String> createIfNone() {
        accounts.lockAdministrators();
        if (!accounts.listAccounts().isEmpty()) {
            return Optional.empty();
        }
        String password = passwords.generate();
        accounts.insert(LOGIN, "Administrator", null, StaffRole.ADMINISTRATOR, false, passwords.hash(password));
        audit.record(null, Audit.Action.ACCOUNT_CREATED, LOGIN);
        return Optional.of(password);
    }

    /**
     * A new password for an account, which may sign in again and starts with no session, no waiting, no second factor, no
     * open invitation and nobody of the identity provider tied to it, so that the last administrator can get back in from
     * the machine, and nobody else beside them.
     *
     * @return the password, shown once and stored nowhere; empty when no account has that login
     */
    @Transactional
    public Optional<String> resetPassword(String login) {
        Optional<AccountRow> found =
                accounts.findAccount(login).map(AccountRow::id).flatMap(accounts::lockAccount);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        AccountRow account = found.get();
        String password = passwords.generate();
        accounts.update(account.withPasswordAlone(passwords.hash(password)), false);
        invitations.withdraw(account.id());
        accounts.endSessions(login, null);
        throttle.forgive(login);
        factors.remove(account, null);
        audit.record(null, Audit.Action.PASSWORD_RESET, login);
        return Optional.of(password);
    }
}
