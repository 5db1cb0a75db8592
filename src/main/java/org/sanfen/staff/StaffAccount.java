package org.sanfen.staff;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serial;
import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody who may edit: the principal of every request under {@code /admin}. Holds no password.
 *
 * @param id of the account; goes into the history of what it changes
 * @param login name to sign in with, lower case
 * @param displayName shown to colleagues in the history
 * @param role what it may do
 */
public record StaffAccount(long id, String login, String displayName, StaffRole role)
        implements AuthenticatedPrincipal, Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    @JsonIgnore
    public String getName() {
        return login;
    }
}
