package org.sanfen.directory.hours;

import static org.assertj.core.api.Assertions.assertThat;

import ch.poole.openinghoursparser.Event;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.geo.LonLat;

/** Hours that follow the sun, and weeks sampled by the hour (coverage.md section 4). */
class SunAndWeekTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LonLat SHENZHEN = new LonLat(114.06, 22.54);
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final LonLat UTSJOKI = new LonLat(27.03, 69.91);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @ParameterizedTest
    @CsvSource({
        "SUNRISE, 2026-06-21, 339",
        "SUNSET, 2026-06-21, 1151",
        "SUNRISE, 2026-12-21, 418",
        "DAWN, 2026-12-21, 394"
    })
    void theSunIsWhereTheAlmanacPutsIt(Event event, LocalDate day, int minute) {
        assertThat(new Sun(SHENZHEN, SHANGHAI).minute(event, day))
                .as("to two minutes of the almanac of Shenzhen")
                .isBetween(minute - 2, minute + 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sunrise-sunset                       | 2026-12-21T06:30 | CLOSED",
                "sunrise-sunset                       | 2026-12-21T07:30 | OPEN",
                "dawn-dusk                            | 2026-12-21T06:45 | OPEN",
                "(sunrise+01:00)-(sunset-01:00)       | 2026-12-21T07:30 | CLOSED",
                "(sunrise+01:00)-(sunset-01:00)       | 2026-12-21T08:30 | OPEN",
                "sunset-sunrise                       | 2026-12-21T03:00 | OPEN",
                "sunset-sunrise                       | 2026-12-21T12:00 | CLOSED",
                "sunrise-22:00                        | 2026-12-21T21:00 | OPEN",
                "Mo-Fr 08:00-18:00; Sa,Su sunrise-sunset | 2026-12-20T17:00 | OPEN",
                "sunset+                              | 2026-12-21T20:00 | UNKNOWN",
            })
    void hoursMayFollowTheSun(String hours, LocalDateTime time, Openness.State state) {
        assertThat(OpeningHours.of(hours, HolidayCalendar.NONE, SHENZHEN, SHANGHAI)
                        .stateAt(time))
                .isEqualTo(state);
    }

    @Test
    void whereTheSunStaysDownSunriseIsUnknownAndNotOpen() {
        var hours = OpeningHours.of("sunrise-sunset", HolidayCalendar.NONE, UTSJOKI, HELSINKI);

        Openness noon = hours.at(LocalDateTime.parse("2026-12-21T12:00").atZone(HELSINKI));
        assertThat(noon.state()).isEqualTo(Openness.State.UNKNOWN);
        assertThat(noon.reason()).isEqualTo("the sun does not rise or set on this day");
    }

    @Test
    void theNextChangeFollowsTheSunToo() {
        var hours = OpeningHours.of("sunrise-sunset", HolidayCalendar.NONE, SHENZHEN, SHANGHAI);

        assertThat(hours.at(LocalDateTime.parse("2026-12-21T12:00").atZone(SHANGHAI))
                        .nextChange()
                        .toLocalDateTime())
                .isBetween(LocalDateTime.parse("2026-12-21T17:40"), LocalDateTime.parse("2026-12-21T17:46"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "24/7                          ! 168 ! 0",
                "off                           ! 0 ! 0",
                "nonsense                      ! 0 ! 168",
                "Mo-Fr 08:00-18:00             ! 50 ! 0",
                "Mo-Fr 08:30-18:00             ! 45 ! 0",
                "Mo-Fr 08:00-17:30             ! 50 ! 0",
                "Mo 22:00-02:00                ! 4 ! 0",
                "Su 22:00-02:00                ! 4 ! 0",
                "24/7; PH off                  ! 168 ! 0",
                "Mo-Fr 08:00-18:00 || \"ask\"  ! 50 ! 118",
                "Oct-Mar 24/7                  ! 168 ! 0",
                "Apr-Sep 24/7                  ! 0 ! 0",
            })
    void aWeekIsSampledAtTheStartOfEachHour(String text, int open, int unknown) {
        WeekOfHours week = WeekOfHours.of(OpeningHours.of(text, HolidayCalendar.NONE), MONDAY);

        assertThat(week.open().cardinality()).isEqualTo(open);
        assertThat(week.unknown().cardinality()).isEqualTo(unknown);
        assertThat(week.open().intersects(week.unknown())).isFalse();
    }

    @Test
    void theFirstBitIsMondayMidnight() {
        WeekOfHours week = WeekOfHours.of(OpeningHours.of("Su 22:00-02:00", HolidayCalendar.NONE), MONDAY);

        assertThat(week.open().toString()).isEqualTo("{0, 1, 166, 167}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24/7",
                "00:00-24:00",
                "Mo-Su",
                "Oct-Mar 00:00-24:00; Apr-Sep 00:00-24:00",
                "24/7; PH 00:00-24:00"
            })
    void roundTheClockIsEveryMinuteOfTheYear(String text) {
        assertThat(OpeningHours.of(text, HolidayCalendar.NONE).roundTheClock(MONDAY))
                .isEqualTo(Openness.State.OPEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "24/7; PH off      ! CLOSED",
                "24/7; SH off      ! CLOSED",
                "24/7; Dec 25 off  ! CLOSED",
                "Mo-Fr 00:00-24:00 ! CLOSED",
                "00:00-23:59       ! CLOSED",
                "sunrise-sunset    ! UNKNOWN",
                "Oct-Mar 24/7      ! CLOSED",
                "24/7 \"ring\"      ! UNKNOWN",
                "nonsense          ! UNKNOWN",
                "24/7; PH unknown  ! UNKNOWN",
            })
    void anExceptionOnAnyDayOfTheYearIsNotRoundTheClock(String text, Openness.State state) {
        assertThat(OpeningHours.of(text, HolidayCalendar.NONE).roundTheClock(MONDAY))
                .isEqualTo(state);
    }
}
