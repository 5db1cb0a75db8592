package org.sanfen.directory.hours;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A calendar that is a list of days. Of a year without a public holiday it knows nothing. Immutable and thread-safe. */
public final class ListedHolidays implements HolidayCalendar {

    /** What a listed day is. */
    public enum Kind {
        PUBLIC,
        SCHOOL,
        WORKING
    }

    /**
     * Days of one kind in a row.
     *
     * @param from first day
     * @param to last day, not before {@code from}
     * @param kind public holiday, school holiday, or a day of a weekend that is worked in exchange
     * @param name of the holiday; may be empty
     */
    public record Days(LocalDate from, LocalDate to, Kind kind, String name) {}

    private final List<Days> days;
    private final Set<Integer> years;

    public ListedHolidays(List<Days> days) {
        this.days = List.copyOf(days);
        this.years = days.stream()
                .filter(one -> one.kind() == Kind.PUBLIC)
                .map(one -> one.from().getYear())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public boolean isPublicHoliday(LocalDate day) {
        return is(Kind.PUBLIC, day);
    }

    @Override
    public boolean isSchoolHoliday(LocalDate day) {
        return is(Kind.SCHOOL, day);
    }

    @Override
    public boolean isMakeUpWorkday(LocalDate day) {
        return is(Kind.WORKING, day);
    }

    /** Whether the public holidays of that day's year are listed. */
    public boolean knowsYearOf(LocalDate day) {
        return years.contains(day.getYear());
    }

    public boolean knowsSchoolHolidays() {
        return days.stream().anyMatch(one -> one.kind() == Kind.SCHOOL);
    }

    /** The list as it was given. */
    public List<Days> days() {
        return days;
    }

    private boolean is(Kind kind, LocalDate day) {
        for (Days one : days) {
            if (one.kind() == kind && !day.isBefore(one.from()) && !day.isAfter(one.to())) {
                return true;
            }
        }
        return false;
    }
}
