package org.sanfen.directory.hours;

import java.time.LocalDate;
import java.util.BitSet;

/**
 * The 168 hours of a week without holidays, each sampled at its start: bit 0 is Monday 00:00. A change within an hour, as
 * at 08:30, shows in the next hour's bit, so an hour that begins closed counts as closed. The week has a date, because
 * months and the sun matter even where holidays don't.
 *
 * @param open hours known to be open
 * @param unknown hours of which nobody can tell
 */
public record WeekOfHours(BitSet open, BitSet unknown) {

    public static final int HOURS = 168;

    /** @param monday first day of the week */
    public static WeekOfHours of(OpeningHours hours, LocalDate monday) {
        BitSet open = new BitSet(HOURS);
        BitSet unknown = new BitSet(HOURS);
        for (int hour = 0; hour < HOURS; hour++) {
            switch (hours.stateAtWithoutHolidays(monday.atStartOfDay().plusHours(hour))) {
                case OPEN -> open.set(hour);
                case UNKNOWN -> unknown.set(hour);
                case CLOSED -> {}
            }
        }
        return new WeekOfHours(open, unknown);
    }
}
