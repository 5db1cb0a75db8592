package org.sanfen.directory;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sanfen.directory.hours.ListedHolidays;
import org.sanfen.directory.hours.OpeningHours;
import org.sanfen.directory.hours.Openness;
import org.sanfen.web.Messages;

/** Says opening hours in plain words, in the place's own zone: today first. */
final class HoursInWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int MINUTES_OF_DAY = 24 * 60;

    private final Messages messages;
    private final String language;
    private final Locale locale;

    HoursInWords(Messages messages, String language) {
        this.messages = messages;
        this.language = language;
        this.locale = Locale.forLanguageTag(language);
    }

    /**
     * A day of the coming week.
     *
     * @param label its name
     * @param text its hours in words
     * @param today whether it is today
     */
    record Day(String label, String text, boolean today) {}

    /** Such as "Open now, until 18:00" or "Closed now, opens Monday 08:00". */
    String now(Openness openness, ZonedDateTime now) {
        String time = openness.nextChange() == null ? null : time(openness.nextChange(), now);
        return switch (openness.state()) {
            case UNKNOWN -> text("point.hours_unknown");
            case OPEN -> time == null ? text("point.open") : text("point.open_until", "time", time);
            case CLOSED -> time == null ? text("point.closed") : text("point.closed_until", "time", time);
        };
    }

    /** Seven days from today; a single line where every day is open all day. */
    List<Day> week(OpeningHours hours, LocalDate today) {
        List<Day> days = new ArrayList<>();
        for (int ahead = 0; ahead < 7; ahead++) {
            LocalDate day = today.plusDays(ahead);
            String label = ahead == 0
                    ? text("point.today")
                    : day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale);
            days.add(new Day(label, words(hours.spansOn(day)), ahead == 0));
        }
        String allDay = text("point.all_day");
        return days.stream().allMatch(day -> day.text().equals(allDay))
                ? List.of(new Day("", text("point.all_week"), true))
                : days;
    }

    /** What the hours say of holidays, and whether anybody knows when these are; null where they say nothing. */
    String holidays(OpeningHours hours, ListedHolidays listed, LocalDate today) {
        return hours.findHolidayRules()
                .map(rules -> {
                    boolean known = (!rules.contains("PH") || listed.knowsYearOf(today))
                            && (!rules.contains("SH") || listed.knowsSchoolHolidays());
                    String said = rulesInWords(rules);
                    return !known
                            ? text("point.holidays.unknown", "rules", said)
                            : listed.isPublicHoliday(today) ? text("point.holidays.today", "rules", said) : said;
                })
                .orElse(null);
    }

    private String rulesInWords(String rules) {
        List<HolidayHours> plain = HolidayHours.read(rules);
        return plain.isEmpty()
                ? text("point.holidays.written", "hours", rules)
                : plain.stream()
                        .map(one -> text(
                                !one.onSchool()
                                        ? "point.holidays.public"
                                        : one.onPublic() ? "point.holidays.both" : "point.holidays.school",
                                "hours",
                                one.times().isEmpty()
                                        ? text("print.hours.closed")
                                        : String.join(", ", one.times()).replace('-', '–')))
                        .collect(Collectors.joining(text("print.hours.then")));
    }

    /** A day as people read it in the page's language. */
    String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(java.time.format.FormatStyle.LONG)
                .withLocale(locale));
    }

    private String words(List<OpeningHours.Span> spans) {
        if (spans.size() == 1) {
            return switch (spans.get(0).state()) {
                case OPEN -> text("point.all_day");
                case CLOSED -> text("point.closed_all_day");
                case UNKNOWN -> text("point.unknown");
            };
        }
        return spans.stream()
                .filter(span -> span.state() != Openness.State.CLOSED)
                .map(span -> clock(span.fromMinute()) + "–" + clock(span.toMinute())
                        + (span.state() == Openness.State.UNKNOWN ? "?" : ""))
                .collect(Collectors.joining(", "));
    }

    private String time(ZonedDateTime change, ZonedDateTime now) {
        String clock = CLOCK.format(change);
        if (change.toLocalDate().equals(now.toLocalDate())) {
            return clock;
        }
        boolean thisWeek = change.toLocalDate().isBefore(now.toLocalDate().plusDays(7));
        String day = thisWeek
                ? change.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale)
                : date(change.toLocalDate());
        return day + " " + clock;
    }

    private static String clock(int minute) {
        return minute == MINUTES_OF_DAY ? "24:00" : String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    private String text(String key, Object... values) {
        return messages.text(language, key, values);
    }
}
