package org.sanfen.staff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.sanfen.staff.Audit.Change;
import org.springframework.stereotype.Component;

/** What differs between an account before and after, for the record of what staff did. Never a password. Thread-safe. */
@Component
class AccountChanges {

    private final AccountStore accounts;

    AccountChanges(AccountStore accounts) {
        this.accounts = accounts;
    }

    /** Areas are told by name, since they may be gone when somebody reads of them. */
    List<Change> between(AccountRow before, AccountRow after) {
        List<Change> changes = new ArrayList<>();
        Change.add(changes, "display_name", before.displayName(), after.displayName());
        Change.add(changes, "organisation", before.organisation(), after.organisation());
        Change.add(changes, "role", before.role().column(), after.role().column());
        Change.add(changes, "needs_review", before.needsReview(), after.needsReview());
        if (!new HashSet<>(before.areas()).equals(new HashSet<>(after.areas()))) {
            Change.add(changes, "areas", names(before.areas()), names(after.areas()));
        }
        return changes;
    }

    /** What a new account may do. */
    List<Change> ofNew(AccountRow made) {
        List<Change> changes = new ArrayList<>();
        Change.add(changes, "role", null, made.role().column());
        if (made.needsReview()) {
            Change.add(changes, "needs_review", null, true);
        }
        Change.add(changes, "areas", null, names(made.areas()));
        return changes;
    }

    /** Null for no limit. */
    private String names(List<String> areas) {
        return areas.isEmpty() ? null : String.join(", ", accounts.listNamesOfAreas(areas));
    }
}
