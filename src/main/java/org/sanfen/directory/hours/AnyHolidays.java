package org.sanfen.directory.hours;

import java.time.LocalDate;
import java.util.List;

/**
 * Every day the same: to ask what hours say whatever the holidays should be.
 *
 * @param publicHoliday whether each day is one
 * @param schoolHoliday whether each day is one
 */
record AnyHolidays(boolean publicHoliday, boolean schoolHoliday) implements HolidayCalendar {

    static final List<HolidayCalendar> CALENDARS = List.of(
            HolidayCalendar.NONE,
            new AnyHolidays(true, false),
            new AnyHolidays(false, true),
            new AnyHolidays(true, true));

    @Override
    public boolean isPublicHoliday(LocalDate day) {
        return publicHoliday;
    }

    @Override
    public boolean isSchoolHoliday(LocalDate day) {
        return schoolHoliday;
    }
}
