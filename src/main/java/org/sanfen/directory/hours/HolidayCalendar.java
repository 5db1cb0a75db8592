package org.sanfen.directory.hours;

import java.time.LocalDate;

/** Knows the days that {@code PH} and {@code SH} mean somewhere. Implementations are thread-safe. */
public interface HolidayCalendar {

    /** Knows no holiday: a {@code PH} or {@code SH} rule never matches, and so opens nothing. */
    HolidayCalendar NONE = new HolidayCalendar() {
        @Override
        public boolean isPublicHoliday(LocalDate day) {
            return false;
        }

        @Override
        public boolean isSchoolHoliday(LocalDate day) {
            return false;
        }
    };

    boolean isPublicHoliday(LocalDate day);

    boolean isSchoolHoliday(LocalDate day);

    /** Whether a day of a weekend is worked in exchange for a holiday, as China's State Council arranges it. */
    default boolean isMakeUpWorkday(LocalDate day) {
        return false;
    }
}
