package org.sanfen.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.OffsetDateTime;

/**
 * An account as administrators see it.
 *
 * @param id of the account
 * @param login name to sign in with
 * @param displayName shown to colleagues
 * @param organisation it belongs to; null when not stated
 * @param role what it may do
 * @param passwordHash bcrypt with its {@code {id}} prefix; never leaves the server
 * @param createdAt when it was made
 * @param disabledAt since when it can't sign in; null while it can
 */
record AccountRow(
        long id,
        String login,
        String displayName,
        String organisation,
        StaffRole role,
        @JsonIgnore String passwordHash,
        OffsetDateTime createdAt,
        OffsetDateTime disabledAt) {

    @JsonIgnore
    boolean isActive() {
        return disabledAt == null;
    }

    AccountRow withPasswordHash(String hash) {
        return new AccountRow(id, login, displayName, organisation, role, hash, createdAt, disabledAt);
    }

    StaffAccount principal() {
        return new StaffAccount(id, login, displayName, role);
    }
}
