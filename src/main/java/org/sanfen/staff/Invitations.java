package org.sanfen.staff;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which somebody chooses the password of the account that was made for them: once, within a week. Nobody else ever
 * knows the password, and the database holds the link's hash alone. Thread-safe.
 */
@Service
class Invitations {

    private static final Duration VALID = Duration.ofDays(7);

    private final InvitationStore invitations;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final Audit audit;
    private final String publicUrl;

    Invitations(
            InvitationStore invitations,
            AccountStore accounts,
            Passwords passwords,
            LoginThrottle throttle,
            Audit audit,
            @Value("${sanfen.public-url:}") String publicUrl) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** The link, shown once; without the operator's address it begins at the site's root. */
    String invite(long staffId, long by) {
        String token = OneTimeSecrets.token();
        invitations.put(staffId, OneTimeSecrets.hash(token), VALID, by);
        return publicUrl + "/admin/invitation/" + token;
    }

    void withdraw(long staffId) {
        invitations.drop(staffId);
    }

    /** Whose link it is, while it can be taken. */
    Optional<AccountRow> findAccount(String token) {
        return invitations
                .findAccount(OneTimeSecrets.hash(token))
                .flatMap(accounts::findAccount)
                .filter(AccountRow::isActive);
    }

    /**
     * Takes the invitation; a password that will not do leaves it open.
     *
     * @return the account; empty when the link is used, old or unknown
     */
    @Transactional
    Optional<AccountRow> take(String token, String password) {
        Optional<AccountRow> invited = findAccount(token);
        if (invited.isEmpty()) {
            return invited;
        }
        passwords.objection(password, invited.get().login()).ifPresent(key -> {
            throw ApiProblem.worded(ErrorCode.BAD_BODY, Map.of("parameter", "password"), key);
        });
        String hash = passwords.hash(password);
        AccountRow account = accounts.lockAccount(invited.get().id()).orElseThrow();
        if (invitations.take(OneTimeSecrets.hash(token)).isEmpty()
                || !accounts.setPassword(account.id(), account.passwordHash(), hash)) {
            return Optional.empty();
        }
        accounts.endSessions(account.login(), null);
        throttle.forgive(account.login());
        audit.record(account.id(), Audit.Action.INVITATION_TAKEN, null);
        return invited;
    }
}
