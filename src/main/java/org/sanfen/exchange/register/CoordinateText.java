package org.sanfen.exchange.register;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads coordinates as people write them: decimal with point or comma, degrees with minutes and seconds, with N, E, 北緯,
 * 東経 and their kin, one in a cell or both.
 */
final class CoordinateText {

    /** Which of the two a text says it is. */
    enum Axis {
        LON,
        LAT,
        UNSAID
    }

    /**
     * One number.
     *
     * @param value degrees or metres
     * @param decimals digits behind the point as written; 9 for minutes and seconds
     */
    record Coordinate(double value, Axis axis, int decimals) {}

    private static final String HEMISPHERE = "(?:[NSEW]|北緯|南緯|東経|西経|北纬|南纬|东经|西经|東經|西經|緯度|経度|經度|纬度|经度|lat|lon|lng)";
    private static final Pattern DECIMAL = Pattern.compile(
            "(" + HEMISPHERE + ")?[:=]?([+-]?\\d{1,9})(?:[.,](\\d{1,20}))?[°度]?(" + HEMISPHERE + ")?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEXAGESIMAL = Pattern.compile(
            "(" + HEMISPHERE + ")?[:=]?([+-]?\\d{1,3})[°º˚度d:\\-_](\\d{1,2}(?:[.,]\\d+)?)(?:['′’`´分m:\\-_]"
                    + "(?:(\\d{1,2}(?:[.,]\\d+)?)(?:[\"″”秒s]|''|′′|’’)?)?)?(" + HEMISPHERE + ")?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WKT = Pattern.compile(
            "(?:SRID=\\d+;)?POINT\\s*Z?\\s*\\(\\s*([+-]?[\\d.]+)\\s+([+-]?[\\d.]+)[^)]*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACED = Pattern.compile(
            "(" + HEMISPHERE + ")?\\s*(\\d{1,3})\\s+(\\d{1,2}(?:\\.\\d+)?)(?:\\s+(\\d{1,2}(?:\\.\\d+)?))?\\s*("
                    + HEMISPHERE + ")",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,8}\\.\\d{1,15}");

    private CoordinateText() {}

    static Optional<Coordinate> one(String text) {
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(new Coordinate(Double.parseDouble(text), Axis.UNSAID, decimalsOf(text)));
        }
        String plain = plain(text);
        Matcher spaced = SPACED.matcher(plain.strip());
        if (spaced.matches()) {
            return sexagesimal(spaced.group(2), spaced.group(3), spaced.group(4), spaced.group(1), spaced.group(5));
        }
        Matcher decimal = DECIMAL.matcher(plain.strip().replaceAll("(?<!\\d)\\s+|\\s+(?!\\d)", ""));
        if (decimal.matches()) {
            String digits = decimal.group(3) == null ? "" : decimal.group(3);
            double value = Double.parseDouble(decimal.group(2) + (digits.isEmpty() ? "" : "." + digits));
            return Optional.of(signed(value, decimal.group(1), decimal.group(4), decimals(digits)));
        }
        Matcher parts = SEXAGESIMAL.matcher(plain.replaceAll("\\s+", ""));
        return parts.matches()
                ? sexagesimal(parts.group(2), parts.group(3), parts.group(4), parts.group(1), parts.group(5))
                : Optional.empty();
    }

    /** Both in one cell, as written: empty unless there are exactly two. Of WKT and JSON the first is the longitude. */
    static List<Coordinate> pair(String text) {
        String plain = plain(text).strip();
        Matcher wkt = WKT.matcher(plain);
        if (wkt.matches()) {
            return List.of(
                    new Coordinate(Double.parseDouble(wkt.group(1)), Axis.LON, decimalsOf(wkt.group(1))),
                    new Coordinate(Double.parseDouble(wkt.group(2)), Axis.LAT, decimalsOf(wkt.group(2))));
        }
        boolean isJson = plain.startsWith("[") && plain.endsWith("]");
        String inside = plain.replaceAll("^[(\\[{]+|[)\\]}]+$", "").strip();
        for (String split : List.of(
                "\\s*[;；|/、\\n]\\s*",
                "\\s*[,，]\\s+|\\s+[,，]\\s*",
                "\\s*[,，]\\s*",
                "\\s+",
                "(?<=[NSEW°度秒\"″])(?=[NSEW北南東西东])|(?<=[NSEW])(?=\\d)")) {
            List<Coordinate> found = new ArrayList<>();
            for (String part : inside.split(split)) {
                one(part).ifPresentOrElse(found::add, () -> found.add(null));
            }
            if (found.size() == 2 && !found.contains(null)) {
                return isJson ? List.of(as(found.get(0), Axis.LON), as(found.get(1), Axis.LAT)) : found;
            }
        }
        return List.of();
    }

    private static Coordinate as(Coordinate one, Axis axis) {
        return new Coordinate(one.value(), axis, one.decimals());
    }

    private static Optional<Coordinate> sexagesimal(
            String degrees, String minutes, String seconds, String before, String after) {
        double sign = degrees.startsWith("-") ? -1 : 1;
        double m = Double.parseDouble(minutes.replace(',', '.'));
        double s = seconds == null ? 0 : Double.parseDouble(seconds.replace(',', '.'));
        if (m >= 60 || s >= 60) {
            return Optional.empty();
        }
        double value = sign * (Math.abs(Double.parseDouble(degrees)) + m / 60 + s / 3600);
        return Optional.of(signed(value, before, after, 9));
    }

    private static Coordinate signed(double value, String before, String after, int decimals) {
        String mark =
                ((before == null ? "" : before) + (after == null ? "" : after)).toUpperCase(java.util.Locale.ROOT);
        boolean isNegative = mark.matches(".*[SW南西].*");
        Axis axis = mark.isEmpty()
                ? Axis.UNSAID
                : mark.matches(".*(?:LAT|[NS]$|^[NS]|緯|纬).*") && !mark.equals("LNG") && !mark.startsWith("LON")
                        ? Axis.LAT
                        : Axis.LON;
        return new Coordinate(isNegative ? -Math.abs(value) : value, axis, decimals);
    }

    /** Zeros at the end are no knowledge. */
    private static int decimals(String digits) {
        return digits.replaceAll("0+$", "").length();
    }

    private static int decimalsOf(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : decimals(number.substring(point + 1));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
