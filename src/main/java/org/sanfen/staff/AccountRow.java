package org.sanfen.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An account as administrators see it.
 *
 * @param id of the account
 * @param login name to sign in with
 * @param displayName shown to colleagues
 * @param organisation it belongs to; null when not stated
 * @param role what it may do
 * @param needsReview whether its changes of points wait for somebody else to publish them, whatever {@link ReviewRule} asks
 * @param areas ids of the areas it is limited to; empty for everywhere
 * @param passwordHash bcrypt with its {@code {id}} prefix; never leaves the server; null without a password
 * @param secondFactor whether a code of an authenticator app is asked of it
 * @param tiedToProvider whether somebody of the operator's identity provider signs in by it
 * @param invitedUntil until when its open invitation can be taken; null without one
 * @param createdAt when it was made
 * @param disabledAt since when it can't sign in; null while it can
 */
record AccountRow(
        long id,
        String login,
        String displayName,
        String organisation,
        StaffRole role,
        boolean needsReview,
        List<String> areas,
        @JsonIgnore String passwordHash,
        boolean secondFactor,
        boolean tiedToProvider,
        OffsetDateTime invitedUntil,
        OffsetDateTime createdAt,
        OffsetDateTime disabledAt) {

    @JsonIgnore
    boolean isActive() {
        return disabledAt == null;
    }

    /** With another way in: the hash alone, so that nobody of the identity provider is it until they sign in anew. */
    AccountRow withPasswordAlone(String hash) {
        return new AccountRow(
                id,
                login,
                displayName,
                organisation,
                role,
                needsReview,
                areas,
                hash,
                secondFactor,
                false,
                invitedUntil,
                createdAt,
                disabledAt);
    }

    StaffAccount principal(ReviewRule review) {
        return new StaffAccount(id, login, displayName, role, needsReview || review.requires(role), areas);
    }
}
