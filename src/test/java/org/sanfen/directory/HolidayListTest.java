package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.directory.hours.ListedHolidays;
import org.sanfen.directory.hours.ListedHolidays.Days;
import org.sanfen.directory.hours.ListedHolidays.Kind;
import org.sanfen.directory.hours.OpeningHours;
import org.sanfen.directory.hours.Openness;

/** China's arrangement as the program brings it (coverage.md section 4: holidays count for now and ISO times). */
class HolidayListTest {

    private static final ListedHolidays CHINA = new ListedHolidays(HolidayList.ofCountry("CN"));

    @ParameterizedTest
    @CsvSource({"2025, 28, 5", "2026, 33, 6"})
    void aYearHasAsManyHolidaysAndDaysWorkedInExchangeAsItsNotice(int year, int holidays, int worked) {
        assertThat(count(Kind.PUBLIC, year)).isEqualTo(holidays);
        assertThat(count(Kind.WORKING, year)).isEqualTo(worked);
    }

    private static long count(Kind kind, int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> kind == Kind.PUBLIC ? CHINA.isPublicHoliday(day) : CHINA.isMakeUpWorkday(day))
                .count();
    }

    @Test
    void daysWorkedInExchangeAreOnWeekendsAndNoHolidays() {
        for (Days one : CHINA.days()) {
            if (one.kind() == Kind.WORKING) {
                assertThat(one.from().getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                assertThat(CHINA.isPublicHoliday(one.from())).isFalse();
            }
        }
    }

    @Test
    void aYearThatIsNotPublishedIsNotKnown() {
        assertThat(CHINA.knowsYearOf(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(CHINA.knowsYearOf(LocalDate.of(2031, 1, 1))).isFalse();
    }

    @Test
    void aCountryWithoutAListHasAnEmptyOne() {
        assertThat(HolidayList.ofCountry("MC")).isEmpty();
        assertThat(HolidayList.ofCountry(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mo-Fr 08:00-18:00; PH off                | 2026-10-07T09:00 | CLOSED  | the last day of the week of the national day",
                "Mo-Fr 08:00-18:00; PH off                | 2026-10-08T09:00 | OPEN    | the Thursday after it",
                "Mo-Fr 08:00-18:00                        | 2026-10-07T09:00 | OPEN    | a Wednesday, and no word of holidays",
                "PH 09:00-12:00                           | 2026-02-17T09:00 | OPEN    | the first day of the lunar year",
                "Mo-Fr 08:00-18:00                        | 2026-10-10T09:00 | UNKNOWN | a Saturday that is worked: nobody says by which hours",
                "Mo-Fr 08:00-18:00                        | 2026-10-10T20:00 | CLOSED  | closed on any day at that time",
                "Mo-Fr 08:00-18:00; Sa,Su 10:00-12:00     | 2026-10-10T10:30 | OPEN    | open as a Friday and as a Saturday",
                "Mo-Fr 08:00-18:00; Sa,Su 07:00-12:00     | 2026-10-10T07:30 | UNKNOWN | open as a Saturday only",
                "24/7                                     | 2026-09-20T03:00 | OPEN    | a Sunday that is worked",
                "Mo-Fr 08:00-18:00                        | 2026-10-17T09:00 | CLOSED  | a Saturday like any other",
            })
    void holidaysAndDaysWorkedInExchangeCount(String hours, LocalDateTime time, Openness.State state, String why) {
        assertThat(OpeningHours.of(hours, CHINA).stateAt(time)).as(why).isEqualTo(state);
    }

    @Test
    void aWeekWithoutHolidaysKnowsNeither() {
        var hours = OpeningHours.of("Mo-Fr 08:00-18:00; PH off", CHINA);

        assertThat(hours.stateAtWithoutHolidays(LocalDateTime.parse("2026-10-07T09:00")))
                .isEqualTo(Openness.State.OPEN);
        assertThat(hours.stateAtWithoutHolidays(LocalDateTime.parse("2026-10-10T09:00")))
                .isEqualTo(Openness.State.CLOSED);
    }
}
