package org.sanfen.directory.hours;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import ch.poole.openinghoursparser.WeekRange;
import ch.poole.openinghoursparser.YearRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;

/** Which days a rule means: years, months and dates, weeks, holidays and weekdays, all of which must fit. Pure. */
final class DaySelector {

    private DaySelector() {}

    static boolean matches(Rule rule, LocalDate day, HolidayCalendar holidays) {
        return (rule.getYears() == null || rule.getYears().stream().anyMatch(years -> inYears(years, day.getYear())))
                && (rule.getDates() == null || rule.getDates().stream().anyMatch(dates -> inDates(dates, day)))
                && (rule.getWeeks() == null || rule.getWeeks().stream().anyMatch(weeks -> inWeeks(weeks, day)))
                && onWeekdayOrHoliday(rule, day, holidays);
    }

    /** {@code PH,Sa} means either; {@code PH Sa} means a Saturday that is a holiday. */
    private static boolean onWeekdayOrHoliday(Rule rule, LocalDate day, HolidayCalendar holidays) {
        List<Holiday> named = rule.getHolidays() == null ? List.of() : rule.getHolidays();
        List<WeekDayRange> weekdays = rule.getDays();
        boolean restricts = named.stream().anyMatch(holiday -> !holiday.getUseAsWeekDay());
        boolean onHoliday = named.stream().anyMatch(holiday -> isHoliday(holiday, day, holidays));
        boolean onWeekday = weekdays != null && weekdays.stream().anyMatch(range -> onWeekday(range, day));
        if (named.isEmpty()) {
            return weekdays == null || onWeekday;
        }
        if (restricts) {
            return onHoliday && (weekdays == null || onWeekday);
        }
        return onHoliday || onWeekday;
    }

    private static boolean isHoliday(Holiday holiday, LocalDate day, HolidayCalendar holidays) {
        LocalDate meant = day.minusDays(holiday.getOffset());
        return holiday.getType() == Holiday.Type.PH ? holidays.isPublicHoliday(meant) : holidays.isSchoolHoliday(meant);
    }

    private static boolean onWeekday(WeekDayRange range, LocalDate day) {
        LocalDate meant = day.minusDays(range.getOffset());
        int weekday = meant.getDayOfWeek().getValue();
        int first = iso(range.getStartDay()).getValue();
        int last = range.getEndDay() == null ? first : iso(range.getEndDay()).getValue();
        boolean fits = first <= last ? weekday >= first && weekday <= last : weekday >= first || weekday <= last;
        return fits && (range.getNths() == null || range.getNths().stream().anyMatch(nth -> isNth(nth, meant)));
    }

    /** The first to the fifth such weekday of its month, or with a minus sign the last but so many. */
    private static boolean isNth(Nth nth, LocalDate day) {
        int fromStart = (day.getDayOfMonth() - 1) / 7 + 1;
        int fromEnd = -((day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1);
        int first = nth.getStartNth();
        int last = nth.getEndNth() == Nth.INVALID_NTH ? first : nth.getEndNth();
        return first > 0 ? fromStart >= first && fromStart <= last : fromEnd == first;
    }

    private static boolean inYears(YearRange years, int year) {
        int last = years.isOpenEnded()
                ? Integer.MAX_VALUE
                : years.getEndYear() == YearRange.UNDEFINED_YEAR ? years.getStartYear() : years.getEndYear();
        return year >= years.getStartYear()
                && year <= last
                && (years.getInterval() <= 1 || (year - years.getStartYear()) % years.getInterval() == 0);
    }

    private static boolean inWeeks(WeekRange weeks, LocalDate day) {
        int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        int first = weeks.getStartWeek();
        int last = weeks.getEndWeek() == WeekRange.UNDEFINED_WEEK ? first : weeks.getEndWeek();
        boolean fits = first <= last ? week >= first && week <= last : week >= first || week <= last;
        return fits && (weeks.getInterval() <= 1 || (week - first) % weeks.getInterval() == 0);
    }

    /** A range without years comes every year and may run over new year, so last year's is tried too. */
    private static boolean inDates(DateRange dates, LocalDate day) {
        return inDatesFrom(dates, day.getYear(), day) || inDatesFrom(dates, day.getYear() - 1, day);
    }

    private static boolean inDatesFrom(DateRange dates, int ofYear, LocalDate day) {
        DateWithOffset from = dates.getStartDate();
        DateWithOffset to = dates.getEndDate();
        int year = from.undefinedYear() ? ofYear : from.getYear();
        LocalDate first = CalendarDate.first(from, year);
        if (first == null || day.isBefore(first)) {
            return false;
        }
        if (from.isOpenEnded()) {
            return !from.undefinedYear() || day.getYear() == year;
        }
        if (to == null) {
            return !day.isAfter(CalendarDate.last(from, from, year));
        }
        LocalDate last = CalendarDate.last(to, from, to.undefinedYear() ? year : to.getYear());
        if (last != null && last.isBefore(first) && to.undefinedYear()) {
            last = CalendarDate.last(to, from, year + 1);
        }
        return last != null && !day.isAfter(last);
    }

    static DayOfWeek iso(WeekDay weekday) {
        return DayOfWeek.of(weekday.ordinal() + 1);
    }
}
