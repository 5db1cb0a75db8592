package org.sanfen.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of holidays that are plain enough to be said in words: {@code PH off}, {@code PH,SH 09:00-12:00} or
 * {@code Mo-Fr,PH 08:00-18:00} of OpenStreetMap's syntax. Immutable.
 *
 * @param onPublic whether they are those of public holidays
 * @param onSchool whether they are those of school holidays
 * @param times such as 09:00-12:00; empty where it is closed
 * @see <a href="https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification">Key:opening_hours</a>
 */
record HolidayHours(boolean onPublic, boolean onSchool, List<String> times) {

    private static final String WEEKDAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su)";
    private static final String DAY = "(?:PH|SH|" + WEEKDAY + "(?:-" + WEEKDAY + ")?)";
    private static final String TIME = "\\d\\d:\\d\\d-\\d\\d:\\d\\d";
    private static final Pattern RULE =
            Pattern.compile("(" + DAY + "(?:, ?" + DAY + ")*) (off|closed|" + TIME + "(?:, ?" + TIME + ")*)");

    /** Of each rule, in order; empty where one says more than that, or a later one may override another. */
    static List<HolidayHours> read(String rules) {
        List<HolidayHours> hours = new ArrayList<>();
        for (String rule : rules.split(";")) {
            Matcher plain = RULE.matcher(rule.strip());
            if (!plain.matches()) {
                return List.of();
            }
            boolean isShut = !Character.isDigit(plain.group(2).charAt(0));
            hours.add(new HolidayHours(
                    plain.group(1).contains("PH"),
                    plain.group(1).contains("SH"),
                    isShut ? List.of() : List.of(plain.group(2).split(", ?"))));
        }
        boolean twice = hours.stream().filter(HolidayHours::onPublic).count() > 1
                || hours.stream().filter(HolidayHours::onSchool).count() > 1;
        return twice ? List.of() : hours;
    }
}
