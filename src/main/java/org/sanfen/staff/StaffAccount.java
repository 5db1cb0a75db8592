package org.sanfen.staff;

import java.io.Serial;
import java.io.Serializable;

/**
 * Somebody who may edit: the principal of every request under {@code /admin}. Serialisable, because a session lies in
 * the database; it holds no password.
 *
 * @param id of the account; goes into the history of what it changes
 * @param login name to sign in with, lower case
 * @param displayName shown to colleagues in the history
 * @param role what it may do
 */
public record StaffAccount(long id, String login, String displayName, StaffRole role) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;
}
