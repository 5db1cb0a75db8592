package org.sanfen.staff;

import java.util.Locale;
import java.util.Optional;
import org.sanfen.web.Invisible;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which account somebody from the operator's identity provider is. The first time the login claim decides; from then on the
 * provider's own id of the person, so that a name that goes to somebody else opens nothing. Thread-safe.
 */
@Service
class OidcAccounts {

    private final AccountStore accounts;
    private final OidcSettings settings;
    private final ReviewRule review;
    private final Audit audit;

    OidcAccounts(AccountStore accounts, OidcSettings settings, ReviewRule review, Audit audit) {
        this.accounts = accounts;
        this.settings = settings;
        this.review = review;
        this.audit = audit;
    }

    /**
     * @param claim issuer and subject
     * @param typedLogin value of the login claim; null where it is missing
     * @param name to show; null where it is missing
     * @return empty when no account fits and none is made, or it is disabled
     */
    @Transactional
    Optional<StaffAccount> findAccount(String claim, String typedLogin, String name) {
        String login = typedLogin == null ? "" : typedLogin.strip().toLowerCase(Locale.ROOT);
        return accounts.findByClaim(claim)
                .or(() -> accounts.findAccount(login).filter(account -> accounts.setClaim(account.id(), claim)))
                .or(() -> create(claim, login, name))
                .filter(AccountRow::isActive)
                .map(account -> account.principal(review));
    }

    private Optional<AccountRow> create(String claim, String login, String name) {
        if (!settings.createsViewers() || !SignIn.LOGIN.matcher(login).matches()) {
            return Optional.empty();
        }
        String said = name == null ? "" : Invisible.without(name);
        String shown = said.isEmpty() ? login : said;
        Optional<Long> made = accounts.insert(login, shown, null, StaffRole.VIEWER, false, null);
        made.ifPresent(id -> {
            accounts.setClaim(id, claim);
            audit.record(id, Audit.Action.ACCOUNT_CREATED, login);
        });
        return made.flatMap(accounts::findAccount);
    }
}
