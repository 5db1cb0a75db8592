package org.sanfen.directory.hours;

import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.Month;
import ch.poole.openinghoursparser.VarDate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** A date of opening hours in a given year: a month, a day, an nth weekday, Easter, with its offsets. Pure. */
final class CalendarDate {

    private CalendarDate() {}

    /** The first day that it means; null where the year has none, such as 29 February. */
    static LocalDate first(DateWithOffset date, int year) {
        return resolve(date, date.getMonth(), year, false);
    }

    /**
     * The last day that it means: of a month without a day its last.
     *
     * @param start of the range, whose month holds where the end names only a day ({@code Dec 24-26})
     */
    static LocalDate last(DateWithOffset date, DateWithOffset start, int year) {
        return resolve(date, date.getMonth() == null ? start.getMonth() : date.getMonth(), year, true);
    }

    private static LocalDate resolve(DateWithOffset date, Month month, int year, boolean end) {
        LocalDate base;
        if (date.getVarDate() == VarDate.EASTER) {
            base = easter(year);
        } else if (month == null) {
            base = end ? LocalDate.of(year, 12, 31) : LocalDate.of(year, 1, 1);
        } else {
            base = inMonth(date, YearMonth.of(year, month.ordinal() + 1), end);
        }
        return base == null ? null : shift(date, base);
    }

    private static LocalDate inMonth(DateWithOffset date, YearMonth month, boolean end) {
        if (date.getNthWeekDay() != null) {
            return month.atDay(1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(date.getNth(), DaySelector.iso(date.getNthWeekDay())));
        }
        if (date.undefinedDay()) {
            return end ? month.atEndOfMonth() : month.atDay(1);
        }
        if (month.isValidDay(date.getDay())) {
            return month.atDay(date.getDay());
        }
        return end ? month.atEndOfMonth() : null;
    }

    private static LocalDate shift(DateWithOffset date, LocalDate base) {
        LocalDate shifted = base;
        if (date.getWeekDayOffset() != null) {
            var weekday = DaySelector.iso(date.getWeekDayOffset());
            shifted = shifted.with(
                    date.isWeekDayOffsetPositive()
                            ? TemporalAdjusters.next(weekday)
                            : TemporalAdjusters.previous(weekday));
        }
        return shifted.plusDays(date.getDayOffset());
    }

    /** Western Easter Sunday; the anonymous Gregorian algorithm (Nature, 1876; Meeus, Astronomical Algorithms). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
