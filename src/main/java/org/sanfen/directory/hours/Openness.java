package org.sanfen.directory.hours;

import java.time.ZonedDateTime;

/**
 * Whether something is open at a moment.
 *
 * @param state known to be open, known to be closed, or unknown
 * @param reason why it is unknown, or a comment of its hours; null for none
 * @param nextChange when the state next differs, in the zone that was asked; null if not within a year
 */
public record Openness(State state, String reason, ZonedDateTime nextChange) {

    /** Unknown is never open: nobody runs to a door that nobody vouches for. */
    public enum State {
        OPEN,
        CLOSED,
        UNKNOWN
    }
}
