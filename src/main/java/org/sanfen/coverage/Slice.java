package org.sanfen.coverage;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A slice of time (coverage.md section 4). Wednesday stands for a weekday. Named hours lie in a week without holidays;
 * {@code now} and an ISO time know them.
 *
 * @param kind what is asked
 * @param time local date and time in the place's zone; only for {@link Kind#AT}
 */
public record Slice(Kind kind, LocalDateTime time) {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    public static final Slice ALWAYS = new Slice(Kind.ALWAYS, null);

    /** Slices that have a name, and AT for an ISO time. */
    public enum Kind {
        ALWAYS("always"),
        ROUND_THE_CLOCK("24-7"),
        WEEKDAY_10("weekday-10"),
        WEEKDAY_22("weekday-22"),
        SUNDAY_03("sunday-03"),
        NOW("now"),
        WORST("worst"),
        AT(null);

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** Reads a name or a local ISO time such as {@code 2026-11-21T22:30}; empty for anything else. */
    public static Optional<Slice> find(String text) {
        for (Kind kind : Kind.values()) {
            if (text.equals(kind.text)) {
                return Optional.of(new Slice(kind, null));
            }
        }
        try {
            LocalDateTime time = LocalDateTime.parse(text);
            return time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR
                    ? Optional.of(new Slice(Kind.AT, time))
                    : Optional.empty();
        } catch (DateTimeException wrong) {
            return Optional.empty();
        }
    }

    /** As {@link #find} reads it. */
    public String text() {
        return kind == Kind.AT ? time.toString() : kind.text;
    }
}
