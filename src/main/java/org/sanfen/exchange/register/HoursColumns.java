package org.sanfen.exchange.register;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opening hours that stand in columns of their own: days, from, to and a note, as in Japan's standard data set and Géo'DAE.
 * What the note takes away is put into the rule; a few days a year that it doesn't date are quoted behind it, for the
 * visitor to read. A note that says anything else makes the hours uncertain.
 */
final class HoursColumns {

    private static final String ENDING = "(?:(?:を|は)?除く|は?休み|は?休業|は?休館|は?閉館|は?利用不可)?";
    private static final Pattern DATES_OFF =
            Pattern.compile("(\\d{1,2})[/月](\\d{1,2})日?-(?:翌年)?(?:(\\d{1,2})[/月])?(\\d{1,2})日?" + ENDING);
    private static final Pattern HOLIDAYS_OFF = Pattern.compile("(?:国民の)?(?:祝日|祝祭日|祝)" + ENDING);
    private static final Pattern NTH_OFF = Pattern.compile("((?:第?[1-5][・,]?)+)([月火水木金土日])曜?日?" + ENDING);
    private static final Pattern UNDATED =
            Pattern.compile("(?:年末年始|臨時休[業館園]日?|休[業館園]日|お?盆(?:期間)?|保守点検日|夏季休[業館]日?)" + ENDING);
    private static final Pattern OTHER_TIMES = Pattern.compile("(?<=^|[、,;・])((?:" + Weekdays.DAY
            + "|[・、,]|及び)+?)(?:は|の終了時間は)?(?:(\\d{1,2}:\\d{2})-)?(\\d{1,2}:\\d{2})(?=$|[、,;])");
    private static final Pattern ALWAYS = Pattern.compile("(?:終日|通年|常時|24時間)(?:利用可能?|使用可能?|開放)?");
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
        // 22:00 to 9:00 has been a slip for 9:00 to 22:00 more often than a night watch.
        if (span.isEmpty() || HoursText.minutes(until(span.get())) <= HoursText.minutes(since(span.get()))) {
            return Optional.empty();
        }
        String week = days.isEmpty() ? "" : Weekdays.read(days).orElse(null);
        if (week == null) {
            return Optional.empty();
        }
        boolean isAlways = span.get().equals("00:00-24:00") && (week.isEmpty() || week.equals("Mo-Su"));
        String rule = isAlways ? "24/7" : (week.isEmpty() ? "" : week + " ") + span.get();
        boolean saysNoMore = note.isBlank()
                || isAlways && ALWAYS.matcher(HoursText.plain(note)).matches();
        return saysNoMore ? Optional.of(rule) : withNote(rule, since(span.get()), note);
    }

    private static Optional<String> always(String days, String note) {
        return Weekdays.read(days.isEmpty() ? "7j/7" : days)
                .filter(week -> note.isBlank())
                .map(week -> week.equals("Mo-Su") ? "24/7" : week + " 00:00-24:00");
    }

    private static Optional<String> withNote(String rule, String since, String note) {
        StringBuilder more = new StringBuilder();
        String plain = HoursText.plain(note).replaceAll("[;。]+$", "");
        Matcher other = OTHER_TIMES.matcher(plain);
        StringBuilder rest = new StringBuilder();
        while (other.find()) {
            Optional<String> days = Weekdays.read(other.group(1));
            String from = other.group(2) == null ? since : other.group(2);
            Optional<String> span = HoursText.span(from + "-" + other.group(3));
            if (days.isEmpty() || span.isEmpty()) {
                return Optional.empty();
            }
            more.append("; ").append(days.get()).append(' ').append(span.get());
            other.appendReplacement(rest, "");
        }
        other.appendTail(rest);
        boolean isQuoted = false;
        for (String part : rest.toString().split("[、,;]|及び|並びに|(?<=[日始])と|(?<=日)・")) {
            if (part.isEmpty()) {
                continue;
            }
            Optional<String> exception = exception(part);
            boolean isUndated = UNDATED.matcher(part).matches();
            if (exception.isEmpty() && !isUndated) {
                return Optional.empty();
            }
            exception.ifPresent(more::append);
            isQuoted |= isUndated;
        }
        String quote = note.strip().replaceAll("[\"“”\\s]+", " ");
        return Optional.of(rule + (isQuoted ? " open \"" + quote + "\"" : "") + more);
    }

    /** Days that the note takes away, as a rule of their own. */
    private static Optional<String> exception(String part) {
        if (HOLIDAYS_OFF.matcher(part).matches()) {
            return Optional.of("; PH off");
        }
        Matcher dates = DATES_OFF.matcher(part);
        if (dates.matches() && isDay(dates.group(1), dates.group(2))) {
            String untilMonth = dates.group(3) == null ? dates.group(1) : dates.group(3);
            return isDay(untilMonth, dates.group(4))
                    ? Optional.of(
                            "; " + day(dates.group(1), dates.group(2)) + "-" + day(untilMonth, dates.group(4)) + " off")
                    : Optional.empty();
        }
        Matcher nth = NTH_OFF.matcher(part);
        if (nth.matches()) {
            String which = nth.group(1).replaceAll("[^1-5]+", ",").replaceAll("^,|,$", "");
            return Weekdays.read(nth.group(2)).map(day -> "; " + day + "[" + which + "] off");
        }
        return Optional.empty();
    }

    private static boolean isDay(String month, String day) {
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        return m >= 1 && m <= 12 && d >= 1 && d <= 31;
    }

    private static String day(String month, String day) {
        return MONTHS[Integer.parseInt(month) - 1] + " " + "%02d".formatted(Integer.parseInt(day));
    }

    private static String since(String span) {
        return span.substring(0, span.indexOf('-'));
    }

    private static String until(String span) {
        return span.substring(span.indexOf('-') + 1);
    }
}
