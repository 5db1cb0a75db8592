package org.sanfen.directory.hours;

import ch.poole.openinghoursparser.I18n;
import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.Util;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;

/**
 * Reads OSM's opening_hours syntax. What comes from outside is read kindly ({@code 8-17} is meant well); what staff type is
 * read strictly, so that it says the same to every reader.
 */
public final class HoursSyntax {

    /** OSM allows no longer value. */
    private static final int LONGEST = 255;

    static {
        I18n.setLocale(Locale.ROOT);
    }

    private HoursSyntax() {}

    /** @throws HoursSyntaxException if even a kind reader can't make it out */
    static List<Rule> read(String text) throws HoursSyntaxException {
        if (text.length() > LONGEST) {
            throw new HoursSyntaxException(
                    "it is longer than " + LONGEST + " characters", "problem.hours_long", "most", LONGEST);
        }
        List<Rule> rules =
                parse(text, false).stream().filter(rule -> !rule.isEmpty()).toList();
        if (rules.isEmpty()) {
            throw new HoursSyntaxException("it holds no hours", "problem.hours_none");
        }
        for (Rule rule : rules) {
            if (rule.getDates() != null && rule.getDates().stream().anyMatch(dates -> dates.getInterval() > 1)) {
                throw new HoursSyntaxException("dates at intervals are not supported", "problem.hours_intervals");
            }
        }
        return rules;
    }

    /**
     * Makes sure that typed hours are correct to the letter.
     *
     * @throws HoursSyntaxException with the character that is wrong, and how to write it where that can be told
     */
    public static void requireStrict(String text) throws HoursSyntaxException {
        List<Rule> rules = read(text);
        try {
            parse(text, true);
        } catch (HoursSyntaxException wrong) {
            // The library's strict mode also refuses two correct things: hours past midnight as 22:00-02:00, and
            // one-digit days. Those come back unchanged from a kind reading, apart from blanks and leading zeros.
            String meant = Util.rulesToOpeningHoursString(rules);
            if (!sameToTheLetter(text, meant)) {
                throw new HoursSyntaxException(
                        wrong.getMessage() + "; write: " + meant, "problem.hours_write", "hours", meant);
            }
        }
    }

    private static boolean sameToTheLetter(String typed, String meant) {
        return bare(typed).equals(bare(meant));
    }

    private static String bare(String hours) {
        return hours.replaceAll("\\s+", "").replaceAll("(?<!\\d)0(?=\\d)", "");
    }

    private static List<Rule> parse(String text, boolean strict) throws HoursSyntaxException {
        try {
            return new OpeningHoursParser(new StringReader(text)).rules(strict);
        } catch (OpeningHoursParseException wrong) {
            throw unreadable(wrong, text);
        } catch (RuntimeException | Error lexerGaveUp) {
            // TokenMgrError is an Error; a value of a map must never stop a page.
            if (lexerGaveUp instanceof VirtualMachineError grave) {
                throw grave;
            }
            throw new HoursSyntaxException("it can't be read", "problem.hours_unreadable");
        }
    }

    private static HoursSyntaxException unreadable(OpeningHoursParseException wrong, String text) {
        int column = wrong.getExceptions().stream()
                .mapToInt(OpeningHoursParseException::getColumn)
                .filter(found -> found >= 0)
                .findFirst()
                .orElse(-1);
        if (column < 0 || column >= text.length()) {
            return new HoursSyntaxException("it can't be read", "problem.hours_unreadable");
        }
        String rest = text.substring(column).strip();
        String near = rest.length() > 12 ? rest.substring(0, 12) + "…" : rest;
        return new HoursSyntaxException(
                "it can't be read near character " + (column + 1) + " (\"" + near + "\")",
                "problem.hours_unreadable_near",
                "n",
                column + 1,
                "near",
                near);
    }
}
