package org.sanfen.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serial;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody of the staff: the principal of every request under {@code /admin}. Holds no password.
 *
 * @param id of the account; goes into the history of what it changes
 * @param login name to sign in with, lower case
 * @param displayName shown to colleagues in the history
 * @param role what it may do
 * @param needsReview whether its changes of points wait for somebody else to publish them
 * @param areas ids of the areas it is limited to, a place's id for all of it; empty for everywhere
 */
public record StaffAccount(
        long id, String login, String displayName, StaffRole role, boolean needsReview, List<String> areas)
        implements AuthenticatedPrincipal, Serializable {

    @Serial
    private static final long serialVersionUID = 2;

    @Override
    @JsonIgnore
    public String getName() {
        return login;
    }

    /**
     * What it may do where it may act at all: the role's rights. Whose changes are reviewed proposes changes of points and
     * changes nothing that no review stands before.
     */
    @JsonProperty
    public Set<Right> rights() {
        if (!needsReview) {
            return role.rights();
        }
        EnumSet<Right> rights = EnumSet.copyOf(role.rights());
        rights.removeAll(EnumSet.of(Right.EDIT_POINTS, Right.PUBLISH_POINTS, Right.IMPORT, Right.EDIT_AREAS));
        return Collections.unmodifiableSet(rights);
    }
}
