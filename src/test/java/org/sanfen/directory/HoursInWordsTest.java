package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.directory.hours.HolidayCalendar;
import org.sanfen.directory.hours.ListedHolidays;
import org.sanfen.directory.hours.OpeningHours;
import org.sanfen.web.Messages;
import tools.jackson.databind.json.JsonMapper;

/** Hours of holidays as people read them, where the calendar is known and where it is not. */
class HoursInWordsTest {

    private static final Messages MESSAGES = new Messages(new JsonMapper());
    private static final LocalDate NATIONAL_DAY = LocalDate.of(2026, 10, 1);
    private static final LocalDate CHRISTMAS_HOLIDAYS = LocalDate.of(2026, 12, 28);
    private static final ListedHolidays LISTED = new ListedHolidays(List.of(
            new ListedHolidays.Days(NATIONAL_DAY, NATIONAL_DAY, ListedHolidays.Kind.PUBLIC, "National day"),
            new ListedHolidays.Days(
                    CHRISTMAS_HOLIDAYS, CHRISTMAS_HOLIDAYS, ListedHolidays.Kind.SCHOOL, "Christmas holidays")));

    private static String holidays(String hours, String language, ListedHolidays listed, LocalDate today) {
        return new HoursInWords(MESSAGES, language)
                .holidays(OpeningHours.of(hours, HolidayCalendar.NONE), listed, today);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mo-Fr 08:00-18:00; PH off | Public holidays: closed | 公众假期：不开放",
                "24/7; PH off; SH 10:00-12:00 | Public holidays: closed; School holidays: 10:00–12:00"
                        + " | 公众假期：不开放；学校假期：10:00–12:00",
                "24/7; PH,SH 09:00-12:00,14:00-17:00 | Public and school holidays: 09:00–12:00, 14:00–17:00"
                        + " | 公众假期和学校假期：09:00–12:00, 14:00–17:00",
                "Mo-Fr,PH 08:00-18:00 | Public holidays: 08:00–18:00 | 公众假期：08:00–18:00",
                "24/7; PH Mo-Fr off | On public (PH) and school (SH) holidays: PH Mo-Fr off"
                        + " | 公众假期（PH）和学校假期（SH）时：PH Mo-Fr off",
                "24/7; PH off; PH 10:00-12:00 | On public (PH) and school (SH) holidays: PH off; PH 10:00-12:00"
                        + " | 公众假期（PH）和学校假期（SH）时：PH off; PH 10:00-12:00"
            })
    void saysWhatIsPlainInWordsAndTheRestAsItIsWritten(String hours, String english, String chinese) {
        LocalDate workday = NATIONAL_DAY.plusDays(20);
        assertThat(holidays(hours, "en", LISTED, workday)).isEqualTo(english);
        assertThat(holidays(hours, "zh-Hans", LISTED, workday)).isEqualTo(chinese);
    }

    @Test
    void saysWhetherItKnowsTheHolidaysAndWhetherTodayIsOne() {
        assertThat(holidays("24/7; PH off", "en", LISTED, NATIONAL_DAY))
                .isEqualTo("Today is a public holiday. Public holidays: closed");
        assertThat(holidays("24/7; PH off", "en", new ListedHolidays(List.of()), NATIONAL_DAY))
                .isEqualTo("This page doesn't know the holidays. Public holidays: closed");
        assertThat(holidays("24/7", "en", LISTED, NATIONAL_DAY)).isNull();
    }
}
