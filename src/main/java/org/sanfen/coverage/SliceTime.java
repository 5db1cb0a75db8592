package org.sanfen.coverage;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * The moment that a slice stands for (coverage.md section 4). Named hours lie in the present week, its holidays left out,
 * so that months and the sun are those of the season. Pure.
 */
final class SliceTime {

    private SliceTime() {}

    /** First day of the week of a moment. */
    static LocalDate monday(ZonedDateTime now) {
        return now.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Local time; null for {@code always}, {@code 24-7} and {@code worst}. */
    static LocalDateTime resolve(Slice slice, ZonedDateTime now) {
        LocalDate monday = monday(now);
        return switch (slice.kind()) {
            case ALWAYS, ROUND_THE_CLOCK, WORST -> null;
            case WEEKDAY_10 -> monday.plusDays(2).atTime(10, 0);
            case WEEKDAY_22 -> monday.plusDays(2).atTime(22, 0);
            case SUNDAY_03 -> monday.plusDays(6).atTime(3, 0);
            case NOW -> now.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
            case AT -> slice.time();
        };
    }

    /** Which of the counted points are open; not to be asked of {@code always} and {@code worst}. */
    static OpenSet open(Slice slice, CountedPoints points, ZonedDateTime now) {
        LocalDate monday = monday(now);
        return switch (slice.kind()) {
            case ROUND_THE_CLOCK -> points.roundTheClock(monday);
            case WEEKDAY_10, WEEKDAY_22, SUNDAY_03 -> points.week(monday).get(hourOfWeek(resolve(slice, now)));
            case NOW, AT -> points.at(resolve(slice, now));
            case ALWAYS, WORST -> throw new IllegalArgumentException(slice + " is no moment");
        };
    }

    private static int hourOfWeek(LocalDateTime time) {
        return (time.getDayOfWeek().getValue() - 1) * 24 + time.getHour();
    }
}
