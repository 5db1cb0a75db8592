package org.sanfen.exchange.register;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads days in the calendars of registers: Gregorian in any order, Japanese eras (令和6年4月1日, R6.4.1), the Republic's
 * years (民國113年, 113/4/1 in Taiwan), a spreadsheet's count of days.
 */
final class DateText {

    /**
     * A day.
     *
     * @param isAmbiguous another reading is as good
     */
    record Found(LocalDate day, boolean isAmbiguous) {}

    private static final Map<String, Integer> ERAS = Map.ofEntries(
            Map.entry("令和", 2018),
            Map.entry("R", 2018),
            Map.entry("令", 2018),
            Map.entry("平成", 1988),
            Map.entry("H", 1988),
            Map.entry("平", 1988),
            Map.entry("昭和", 1925),
            Map.entry("S", 1925),
            Map.entry("昭", 1925),
            Map.entry("民國", 1911),
            Map.entry("民国", 1911),
            Map.entry("中華民國", 1911),
            Map.entry("ROC", 1911));

    private static final String SIGN = "[-/.年_]";
    private static final Pattern ERA = Pattern.compile(
            "(令和|平成|昭和|中華民國|民國|民国|ROC|[RHS令平昭])(元|\\d{1,3})" + SIGN + "(\\d{1,2})(?:[-/.月_](\\d{1,2})日?|月)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})" + SIGN + "(\\d{1,2})(?:[-/.月_](\\d{1,2})日?|月)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
    private static final Pattern REPUBLIC = Pattern.compile("(\\d{2,3})" + SIGN + "(\\d{1,2})[-/.月_](\\d{1,2})日?");
    private static final Pattern PACKED = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern PACKED_REPUBLIC = Pattern.compile("(\\d{3})(\\d{2})(\\d{2})");
    private static final Pattern TIME =
            Pattern.compile("(?<=\\d|日)[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?$");

    private static final Pattern WEEKDAY = Pattern.compile("\\([月火水木金土日一二三四五六]\\)|\\s+");

    /** 1954 to 2119 as a spreadsheet counts, from the day before 1900. */
    private static final Pattern SERIAL = Pattern.compile("([2-7]\\d{4})(?:\\.\\d+)?");

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private DateText() {}

    /**
     * The day that a text means.
     *
     * @param country of the place, ISO 3166-1; null when unknown
     * @param lastOfMonth whether a month without a day means its last one, as with expiry
     */
    static Optional<Found> read(String text, String country, boolean lastOfMonth) {
        String plain = TIME.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).strip())
                .replaceFirst("");
        plain = WEEKDAY.matcher(plain).replaceAll("");
        try {
            return found(plain, country, lastOfMonth)
                    .filter(found ->
                            found.day().getYear() >= 1900 && found.day().getYear() <= 2200);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Found> found(String plain, String country, boolean lastOfMonth) {
        Matcher match = YEAR_FIRST.matcher(plain);
        if (match.matches()) {
            return Optional.of(day(Integer.parseInt(match.group(1)), match.group(2), match.group(3), lastOfMonth));
        }
        match = ERA.matcher(plain);
        if (match.matches()) {
            int before = ERAS.get(match.group(1).toUpperCase(java.util.Locale.ROOT));
            int year = match.group(2).equals("元") ? 1 : Integer.parseInt(match.group(2));
            return Optional.of(day(before + year, match.group(3), match.group(4), lastOfMonth));
        }
        match = PACKED.matcher(plain);
        if (match.matches()) {
            return Optional.of(day(Integer.parseInt(match.group(1)), match.group(2), match.group(3), false));
        }
        boolean isTaiwan = "TW".equals(country);
        match = PACKED_REPUBLIC.matcher(plain);
        match = isTaiwan && !match.matches() ? REPUBLIC.matcher(plain) : match;
        if (isTaiwan && match.matches()) {
            return Optional.of(day(1911 + Integer.parseInt(match.group(1)), match.group(2), match.group(3), false));
        }
        match = YEAR_LAST.matcher(plain);
        if (match.matches()) {
            return Optional.of(yearLast(match, country));
        }
        match = SERIAL.matcher(plain);
        return match.matches()
                ? Optional.of(new Found(SERIAL_ZERO.plusDays(Integer.parseInt(match.group(1))), false))
                : Optional.empty();
    }

    private static Found day(int year, String month, String day, boolean lastOfMonth) {
        int m = Integer.parseInt(month);
        if (day == null) {
            YearMonth whole = YearMonth.of(year, m);
            return new Found(lastOfMonth ? whole.atEndOfMonth() : whole.atDay(1), true);
        }
        return new Found(LocalDate.of(year, m, Integer.parseInt(day)), false);
    }

    /** The day comes first nearly everywhere that puts the year last; in the United States the month does. */
    private static Found yearLast(Matcher match, String country) {
        int first = Integer.parseInt(match.group(1));
        int second = Integer.parseInt(match.group(2));
        int year = Integer.parseInt(match.group(3));
        boolean monthFirst = second > 12 || "US".equals(country) && first <= 12;
        boolean isAmbiguous = first <= 12 && second <= 12 && first != second && EastAsia.has(country);
        return new Found(LocalDate.of(year, monthFirst ? first : second, monthFirst ? second : first), isAmbiguous);
    }
}
