package org.sanfen.exchange.register;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opening hours that stand in columns of their own: days, from, to and a note, as in Japan's standard data set and Géo'DAE.
 * Exceptions that the note states are put into the rule where OSM syntax has them, and quoted where it hasn't: then the
 * hours hold, and the visitor reads the note.
 */
final class HoursColumns {

    private static final Pattern DATES_OFF = Pattern.compile(
            "(\\d{1,2})[/月](\\d{1,2})日?[-~](?:(?:翌年)?(\\d{1,2})[/月])?(\\d{1,2})日?(?:を?除く|は?休み?|休業|休館|閉館)?");
    private static final Pattern HOLIDAYS = Pattern.compile("(?:国民の)?(?:祝日|祝祭日|祝)(?:を?除く|は?休み?|休業|休館|閉館)?");
    private static final Pattern EXCEPTION = Pattern.compile(".*(?:除く|休み?|休業|休館|閉館|定休|休日)(?:日)?[。.]?");
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private HoursColumns() {}

    /** OSM syntax; empty if the columns don't make sure hours. */
    static Optional<String> translate(String days, String from, String to, String note) {
        if (from.toLowerCase(Locale.ROOT).contains("24h") && to.isEmpty()) {
            return always(days, note);
        }
        Optional<String> span = HoursText.span(HoursText.plain(from) + "-" + HoursText.plain(to));
        if (span.isEmpty()) {
            return Optional.empty();
        }
        // 22:00 to 9:00 has been a slip for 9:00 to 22:00 more often than a night watch.
        if (HoursText.minutes(span.get().split("-")[1])
                <= HoursText.minutes(span.get().split("-")[0])) {
            return Optional.empty();
        }
        String week = days.isEmpty() ? "" : Weekdays.read(days).orElse(null);
        if (week == null) {
            return Optional.empty();
        }
        boolean isAlways = span.get().equals("00:00-24:00") && (week.isEmpty() || week.equals("Mo-Su"));
        String rule = isAlways ? "24/7" : (week.isEmpty() ? "" : week + " ") + span.get();
        return note.isBlank() ? Optional.of(rule) : withNote(rule, note);
    }

    private static Optional<String> always(String days, String note) {
        return Weekdays.read(days.isEmpty() ? "7j/7" : days)
                .filter(week -> note.isBlank())
                .map(week -> week.equals("Mo-Su") ? "24/7" : week + " 00:00-24:00");
    }

    private static Optional<String> withNote(String rule, String note) {
        String plain = HoursText.plain(note).replaceAll("(?:を|は)?除く$|休み?$|休業$|休館$", "");
        StringBuilder exceptions = new StringBuilder();
        boolean isPlain = EXCEPTION.matcher(note.strip()).matches();
        if (!isPlain) {
            return Optional.empty();
        }
        for (String part : plain.split("[、,;・]|及び|並びに|と")) {
            Matcher dates = DATES_OFF.matcher(part);
            if (HOLIDAYS.matcher(part).matches()) {
                exceptions.append("; PH off");
            } else if (dates.matches() && isDay(dates.group(1), dates.group(2))) {
                String untilMonth = dates.group(3) == null ? dates.group(1) : dates.group(3);
                exceptions
                        .append("; ")
                        .append(day(dates.group(1), dates.group(2)))
                        .append('-');
                exceptions.append(day(untilMonth, dates.group(4))).append(" off");
            } else {
                String quoted = note.strip().replaceAll("[\"“”\\s]+", " ");
                return Optional.of(
                        rule + " open \"" + (quoted.length() > 150 ? quoted.substring(0, 150) : quoted) + "\"");
            }
        }
        return Optional.of(rule + exceptions);
    }

    private static boolean isDay(String month, String day) {
        return Integer.parseInt(month) >= 1 && Integer.parseInt(month) <= 12 && Integer.parseInt(day) <= 31;
    }

    private static String day(String month, String day) {
        return MONTHS[(Integer.parseInt(month) - 1 + 12) % 12] + " " + "%02d".formatted(Integer.parseInt(day));
    }
}
