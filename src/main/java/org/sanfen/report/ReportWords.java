package org.sanfen.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sanfen.coverage.Slice;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;

/**
 * The words and numbers of one report in one language. Numbers have thin separators and a point; a figure that is null is
 * a dash. Not for sharing between requests; costs nothing to make.
 *
 * @param messages every page's texts
 * @param language a BCP 47 tag of {@link PageLanguage#ALL}
 */
record ReportWords(Messages messages, String language) {

    static final String NONE = "–";

    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}{2,}");
    private static final char THIN = '\u202f';

    /** The text of {@code report.KEY}. */
    public String say(String key, Object... values) {
        return messages.text(language, "report." + key, values);
    }

    /** The text of a whole key, such as {@code site.title}. */
    public String site(String key, Object... values) {
        return messages.text(language, key, values);
    }

    /** A name in this language, else the fallback. */
    public String name(Map<String, String> names, String fallback) {
        return names == null ? fallback : PageLanguage.name(names, language, fallback);
    }

    /** A whole number, {@code 12 400}. */
    public String count(Number value) {
        return value == null ? NONE : decimal(value.doubleValue(), 0);
    }

    /** At most so many decimals, {@code 0.28}. */
    public String decimal(double value, int decimals) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(THIN);
        DecimalFormat format = new DecimalFormat(decimals == 0 ? "#,##0" : "#,##0." + "#".repeat(decimals), symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** So many digits that count, {@code 0.0724 -> 0.072}, for areas of any size. */
    public String significant(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        int decimals = digits - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        return decimal(
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue(), Math.max(0, decimals));
    }

    /** {@code 56.3 %}; never rounds a part up to all, nor down to nothing. */
    public String share(Double share) {
        if (share == null || share.isNaN()) {
            return NONE;
        }
        double shown = share * 100;
        if (share > 0 && shown < 0.1) {
            return say("number.under_share", "n", "0.1");
        }
        if (share < 1 && shown > 99.9) {
            return say("number.over_share", "n", "99.9");
        }
        return say("number.share", "n", decimal(shown, 1));
    }

    /** Metres up to a kilometre, then kilometres. */
    public String length(Double metres) {
        if (metres == null) {
            return NONE;
        }
        return metres < 999.5 ? unbroken(site("unit.m", "n", decimal(metres, 0))) : kilometres(metres);
    }

    public String kilometres(double metres) {
        return unbroken(site("unit.km", "n", decimal(metres / 1000, 1)));
    }

    public String squareKilometres(Double km2) {
        return km2 == null ? NONE : unbroken(say("number.km2", "n", significant(km2, 3)));
    }

    public String squareMetres(double m2) {
        return unbroken(say("number.m2", "n", decimal(m2, 0)));
    }

    /** Seconds under two minutes, then minutes and seconds. */
    public String time(Double seconds) {
        if (seconds == null) {
            return NONE;
        }
        long whole = Math.round(seconds);
        if (whole < 120 && whole % 60 != 0) {
            return unbroken(say("number.s", "n", whole));
        }
        return unbroken(
                whole % 60 == 0
                        ? site("unit.min", "n", whole / 60)
                        : say("number.min_s", "min", whole / 60, "s", whole % 60));
    }

    /** A figure and its unit stay on one line. */
    private static String unbroken(String figure) {
        return figure.replace(' ', '\u00a0');
    }

    public String date(Instant at, ZoneId zone) {
        return written("language.date").format(at.atZone(zone));
    }

    public String dateAndTime(Instant at, ZoneId zone) {
        return written("language.date_time").format(at.atZone(zone));
    }

    /** Dates as the language's own file says that they are written. */
    private DateTimeFormatter written(String key) {
        return DateTimeFormatter.ofPattern(messages.text(language, key), Locale.forLanguageTag(language));
    }

    /** A slice of time in words: {@code Wednesday 22:00}; an ISO time as a date. */
    public String slice(String slice) {
        return Slice.find(slice)
                .map(known -> known.kind() == Slice.Kind.AT
                        ? written("language.date_time").format(known.time())
                        : say("slice." + slice))
                .orElse(slice);
    }

    /** A slice of time inside a sentence, with the blank before it: {@code  at night}; nothing for {@code always}. */
    public String when(String slice) {
        Slice known = Slice.find(slice).orElse(Slice.ALWAYS);
        return known.kind() == Slice.Kind.AT
                ? say("when.at", "time", slice(slice))
                : known.kind() == Slice.Kind.ALWAYS ? "" : say("when." + slice);
    }

    /** With a capital to begin with. */
    static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** An hour of the week, 0 to 167: {@code Wednesday 22:00}. */
    public String hour(int hourOfWeek) {
        return say("hour", "day", say("day." + hourOfWeek / 24), "time", "%02d:00".formatted(hourOfWeek % 24));
    }

    /** Several names as the language lists them. */
    public String list(List<String> names) {
        return String.join(say("list.comma"), names);
    }

    /** A name inside a sentence: {@code micro fire station}, and {@code AED} without what explains it. */
    static String inSentence(String name) {
        Matcher abbreviation = ABBREVIATION.matcher(name);
        if (abbreviation.lookingAt()) {
            return abbreviation.group();
        }
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
