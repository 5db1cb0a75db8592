package org.sanfen.directory.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 21 November 2026 is a Saturday; 1 October 2026, a Thursday, is a public holiday in the tests' calendar. */
class OpeningHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final HolidayCalendar NATIONAL_DAY = new HolidayCalendar() {
        private final Set<LocalDate> days = Set.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 3));

        @Override
        public boolean isPublicHoliday(LocalDate day) {
            return days.contains(day);
        }

        @Override
        public boolean isSchoolHoliday(LocalDate day) {
            return day.getMonthValue() == 8;
        }
    };

    private static Openness at(String hours, String time) {
        return OpeningHours.of(hours, NATIONAL_DAY).at(LocalDateTime.parse(time).atZone(SHANGHAI));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24/7                                   | 2026-11-21T03:00 | OPEN",
                "24/7; Dec 25 off                       | 2026-12-25T12:00 | CLOSED",
                "24/7; Dec 25 off                       | 2026-12-26T00:00 | OPEN",
                "08:00-18:00                            | 2026-11-21T08:00 | OPEN",
                "08:00-18:00                            | 2026-11-21T17:59 | OPEN",
                "08:00-18:00                            | 2026-11-21T18:00 | CLOSED",
                "00:00-24:00                            | 2026-11-21T23:59 | OPEN",
                "Mo-Fr 08:00-18:00                      | 2026-11-20T09:00 | OPEN",
                "Mo-Fr 08:00-18:00                      | 2026-11-21T09:00 | CLOSED",
                "Fr-Mo 08:00-18:00                      | 2026-11-22T09:00 | OPEN",
                "Fr-Mo 08:00-18:00                      | 2026-11-24T09:00 | CLOSED",
                "Mo,We,Sa 10:00-12:00                   | 2026-11-21T10:00 | OPEN",
                "Mo-Fr                                  | 2026-11-20T23:00 | OPEN",
                "Mo-Fr 09:00-12:00,13:00-17:00          | 2026-11-20T12:30 | CLOSED",
                "Mo-Fr 09:00-12:00,13:00-17:00          | 2026-11-20T13:00 | OPEN",
                "Mo-Sa 08:00-18:00; Sa 09:00-12:00      | 2026-11-21T08:30 | CLOSED",
                "Mo-Sa 08:00-18:00; Sa 09:00-12:00      | 2026-11-21T11:59 | OPEN",
                "Mo-Sa 08:00-12:00, Sa 14:00-16:00      | 2026-11-21T09:00 | OPEN",
                "Mo-Sa 08:00-12:00, Sa 14:00-16:00      | 2026-11-21T15:00 | OPEN",
                "08:00-18:00; 12:00-13:00 off           | 2026-11-21T12:30 | CLOSED",
                "08:00-18:00; 12:00-13:00 off           | 2026-11-21T13:30 | OPEN",
                "08:00-18:00; Sa off                    | 2026-11-21T09:00 | CLOSED",
                "Mo-Fr 08:00-18:00; Su closed           | 2026-11-20T09:00 | OPEN",
                "off                                    | 2026-11-21T09:00 | CLOSED",
                "closed                                 | 2026-11-21T09:00 | CLOSED",
            })
    void readsWeekdaysTimesAndExceptions(String hours, String time, Openness.State state) {
        assertThat(at(hours, time).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fr 22:00-02:00                   | 2026-11-20T23:00 | OPEN",
                "Fr 22:00-02:00                   | 2026-11-21T01:59 | OPEN",
                "Fr 22:00-02:00                   | 2026-11-21T02:00 | CLOSED",
                "Fr 22:00-02:00                   | 2026-11-20T01:00 | CLOSED",
                "Fr 22:00-26:00                   | 2026-11-21T01:00 | OPEN",
                "Fr 22:00-02:00; Sa 10:00-12:00   | 2026-11-21T01:00 | OPEN",
                "Fr 22:00-02:00; Sa off           | 2026-11-21T01:00 | CLOSED",
                "20:00-06:00                      | 2026-11-21T05:59 | OPEN",
                "20:00-06:00                      | 2026-11-21T12:00 | CLOSED",
                "10:00-10:00                      | 2026-11-21T09:00 | OPEN",
            })
    void hoursPastMidnightBelongToTheDayTheyBeginOn(String hours, String time, Openness.State state) {
        assertThat(at(hours, time).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Oct-Mar 10:00-12:00                    | 2026-01-05T11:00 | OPEN",
                "Oct-Mar 10:00-12:00                    | 2026-04-01T11:00 | CLOSED",
                "Nov 10:00-12:00                        | 2026-11-30T11:00 | OPEN",
                "Dec 24-26 10:00-12:00                  | 2026-12-26T11:00 | OPEN",
                "Dec 24-26 10:00-12:00                  | 2026-12-27T11:00 | CLOSED",
                "10:00-12:00; Dec 24-Jan 2 off          | 2027-01-02T11:00 | CLOSED",
                "10:00-12:00; Dec 24-Jan 2 off          | 2027-01-03T11:00 | OPEN",
                "10:00-12:00; Dec 25-26,Jan 1 off       | 2027-01-01T11:00 | CLOSED",
                "2025 Dec 20-2026 Jan 5 10:00-12:00     | 2026-01-05T11:00 | OPEN",
                "2025 Dec 20-2026 Jan 5 10:00-12:00     | 2027-01-05T11:00 | CLOSED",
                "2026 Dec 25 10:00-12:00                | 2026-12-25T11:00 | OPEN",
                "2026 Dec 25 10:00-12:00                | 2027-12-25T11:00 | CLOSED",
                "Nov 10+ 10:00-12:00                    | 2026-11-21T11:00 | OPEN",
                "Nov 10+ 10:00-12:00                    | 2027-01-21T11:00 | CLOSED",
                "Feb 29 10:00-12:00                     | 2028-02-29T11:00 | OPEN",
                "Feb 29 10:00-12:00                     | 2026-03-01T11:00 | CLOSED",
                "Mar Su[-1]-Oct Su[-1] 10:00-12:00      | 2026-03-29T11:00 | OPEN",
                "Mar Su[-1]-Oct Su[-1] 10:00-12:00      | 2026-03-28T11:00 | CLOSED",
                "easter 10:00-12:00                     | 2026-04-05T11:00 | OPEN",
                "easter -2 days-easter +1 day 10:00-12:00 | 2026-04-03T11:00 | OPEN",
                "easter -2 days-easter +1 day 10:00-12:00 | 2026-04-07T11:00 | CLOSED",
                "2026 10:00-12:00                       | 2026-11-21T11:00 | OPEN",
                "2024-2028/2 10:00-12:00                | 2026-11-21T11:00 | OPEN",
                "2024-2028/2 10:00-12:00                | 2027-11-21T11:00 | CLOSED",
                "2027+ 10:00-12:00                      | 2026-11-21T11:00 | CLOSED",
                "week 47 10:00-12:00                    | 2026-11-21T11:00 | OPEN",
                "week 01-53/2 10:00-12:00               | 2026-11-21T11:00 | OPEN",
                "week 02-52/2 10:00-12:00               | 2026-11-21T11:00 | CLOSED",
                "week 50-03 10:00-12:00                 | 2026-01-12T11:00 | OPEN",
                "Sa[3] 10:00-12:00                      | 2026-11-21T11:00 | OPEN",
                "Sa[1-2] 10:00-12:00                    | 2026-11-21T11:00 | CLOSED",
                "Sa[-2] 10:00-12:00                     | 2026-11-21T11:00 | OPEN",
                "Sa[-1] 10:00-12:00                     | 2026-11-21T11:00 | CLOSED",
                "Th[3] +2 days 10:00-12:00              | 2026-11-21T11:00 | OPEN",
            })
    void readsYearsMonthsDatesWeeksAndNthWeekdays(String hours, String time, Openness.State state) {
        assertThat(at(hours, time).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mo-Fr 08:00-18:00; PH off              | 2026-10-01T09:00 | CLOSED",
                "Mo-Fr 08:00-18:00; PH off              | 2026-10-02T09:00 | OPEN",
                "Mo-Fr 08:00-18:00; PH 10:00-12:00      | 2026-10-01T09:00 | CLOSED",
                "Mo-Fr 08:00-18:00; PH 10:00-12:00      | 2026-10-01T11:00 | OPEN",
                "PH,Su 10:00-12:00                      | 2026-10-01T11:00 | OPEN",
                "PH,Su 10:00-12:00                      | 2026-10-04T11:00 | OPEN",
                "PH,Su 10:00-12:00                      | 2026-10-02T11:00 | CLOSED",
                "PH Sa 10:00-12:00                      | 2026-10-03T11:00 | OPEN",
                "PH Sa 10:00-12:00                      | 2026-10-01T11:00 | CLOSED",
                "PH +1 day 10:00-12:00                  | 2026-10-02T11:00 | OPEN",
                "SH Mo-Fr 10:00-12:00                   | 2026-08-03T11:00 | OPEN",
                "SH Mo-Fr 10:00-12:00                   | 2026-09-01T11:00 | CLOSED",
            })
    void holidaysComeFromTheCalendar(String hours, String time, Openness.State state) {
        assertThat(at(hours, time).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PH 00:00-24:00", "SH 08:00-18:00", "PH,SH 24/7", "PH open"})
    void withoutACalendarAHolidayRuleOpensNothing(String hours) {
        var unknowing = OpeningHours.of(hours, HolidayCalendar.NONE);

        assertThat(unknowing.isKnownOpenAt(
                        LocalDateTime.parse("2026-10-01T11:00").atZone(SHANGHAI)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "Mo-Fr 08:00-12:00 || \"ask the porter\"      ! 2026-11-21T09:00 ! UNKNOWN ! ask the porter",
                "Mo-Fr 08:00-12:00 || \"ask the porter\"      ! 2026-11-20T09:00 ! OPEN    ! ",
                "Mo-Fr 08:00-12:00 || Sa 09:00-10:00          ! 2026-11-21T09:30 ! OPEN    ! ",
                "\"by appointment\"                           ! 2026-11-21T09:00 ! UNKNOWN ! by appointment",
                "08:00-18:00 \"ring the bell\"                ! 2026-11-21T09:00 ! UNKNOWN ! ring the bell",
                "08:00-18:00 \"ring the bell\"                ! 2026-11-21T19:00 ! CLOSED  ! ",
                "08:00-18:00 open \"ring the bell\"           ! 2026-11-21T09:00 ! OPEN    ! ring the bell",
                "08:00-18:00 unknown                          ! 2026-11-21T09:00 ! UNKNOWN ! the hours themselves say unknown",
                "08:00-18:00; Sa off \"renovation\"           ! 2026-11-21T09:00 ! CLOSED  ! renovation",
                "sunrise-sunset                               ! 2026-11-21T12:00 ! UNKNOWN ! the position is not known, and so neither is the sun",
                "Mo-Fr 08:00-18:00; Sa dawn-dusk              ! 2026-11-20T12:00 ! OPEN    ! ",
                "Mo-Fr 08:00-18:00; Sa dawn-dusk              ! 2026-11-21T12:00 ! UNKNOWN ! the position is not known, and so neither is the sun",
                "10:00+                                       ! 2026-11-21T09:00 ! CLOSED  ! ",
                "10:00+                                       ! 2026-11-21T12:00 ! UNKNOWN ! the closing time is not known",
                "08:00-20:00+                                 ! 2026-11-21T12:00 ! OPEN    ! ",
                "08:00-20:00+                                 ! 2026-11-21T21:00 ! UNKNOWN ! the closing time is not known",
                "10:00                                        ! 2026-11-21T10:00 ! UNKNOWN ! it names a moment, not hours",
                "08:00-16:00/01:30                            ! 2026-11-21T10:00 ! UNKNOWN ! it names times at intervals, not hours",
            })
    void unknownSaysWhy(String hours, String time, Openness.State state, String reason) {
        Openness openness = at(hours, time);

        assertThat(openness.state()).isEqualTo(state);
        assertThat(openness.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "周一至周五 9:00",
                "Mo-Fr 25:00-26:00",
                "Su[-1] Mar",
                ";;;",
                "\"",
                "Mo-Fr 08:00-",
                "[]{}()",
                "Mo-Fr 08:00-18:00; \u0000",
                "Jan 1-31/2 10:00-12:00",
                "24/7 24/7 24/7 (((",
                "monday 8am-5pm",
            })
    void whatCannotBeReadIsUnknownWithItsReasonAndNeverOpen(String hours) {
        Openness openness = at(hours, "2026-11-20T10:00");

        assertThat(openness.state()).isEqualTo(Openness.State.UNKNOWN);
        assertThat(openness.reason()).isNotBlank();
        assertThat(openness.nextChange()).isNull();
    }

    @Test
    void hoursThatNobodyGaveAreUnknown() {
        assertThat(at(null, "2026-11-20T10:00").state()).isEqualTo(Openness.State.UNKNOWN);
    }

    @Test
    void aTextOfAnyLengthIsRefusedAndNotChewedOn() {
        assertThat(at("Mo ".repeat(100_000), "2026-11-20T10:00").reason())
                .isEqualTo("it is longer than 255 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "Mo-Fr 08:00-18:00            ! 2026-11-20T09:00 ! 2026-11-20T18:00",
                "Mo-Fr 08:00-18:00            ! 2026-11-20T19:00 ! 2026-11-23T08:00",
                "Fr 22:00-02:00               ! 2026-11-20T23:30 ! 2026-11-21T02:00",
                "00:00-24:00; Dec 25 off      ! 2026-11-21T09:00 ! 2026-12-25T00:00",
                "Dec 24-Jan 2 00:00-24:00     ! 2026-12-30T09:00 ! 2027-01-03T00:00",
                "Mo-Fr 08:00-12:00 || \"ask\" ! 2026-11-20T09:00 ! 2026-11-20T12:00",
                "24/7                         ! 2026-11-21T09:00 ! ",
            })
    void tellsWhenTheStateNextChanges(String hours, String time, String change) {
        assertThat(at(hours, time).nextChange())
                .isEqualTo(change == null ? null : LocalDateTime.parse(change).atZone(SHANGHAI));
    }

    @Test
    void timesAreReadInTheZoneOfThePlace() {
        var hours = OpeningHours.of("08:00-18:00", HolidayCalendar.NONE);
        var noonInShanghai = LocalDateTime.parse("2026-11-21T12:00").atZone(SHANGHAI);

        assertThat(hours.isKnownOpenAt(noonInShanghai)).isTrue();
        assertThat(hours.isKnownOpenAt(noonInShanghai.withZoneSameInstant(ZoneId.of("Europe/Monaco"))))
                .as("the same instant is 5 in the morning in Monaco")
                .isFalse();
    }

    @Test
    void aDayFallsIntoSpans() {
        var hours = OpeningHours.of("Mo-Fr 08:00-12:00,14:00-02:00", HolidayCalendar.NONE);

        assertThat(hours.spansOn(LocalDate.of(2026, 11, 20)))
                .filteredOn(span -> span.state() == Openness.State.OPEN)
                .extracting(span -> span.fromMinute() + "-" + span.toMinute())
                .containsExactly("0-120", "480-720", "840-1440");
    }

    @ParameterizedTest
    @CsvSource({
        "1818, 1818-03-22",
        "1943, 1943-04-25",
        "2000, 2000-04-23",
        "2026, 2026-04-05",
        "2038, 2038-04-25",
    })
    void easterIsWhereTheTablesPutIt(int year, LocalDate sunday) {
        assertThat(CalendarDate.easter(year)).isEqualTo(sunday);
    }
}
