package org.sanfen.directory.hours;

import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TimeSpan;
import java.util.ArrayList;
import java.util.List;

/** Which times of a day a rule means, and what it says of them. Pure. */
final class TimeSelector {

    private static final int MINUTES_OF_DAY = 24 * 60;

    private TimeSelector() {}

    /**
     * What the rule says of a minute of a day that it matches.
     *
     * @param minute from the start of the day; 1440 and more for the night after it
     * @return null where it says nothing of that minute
     */
    static Verdict verdict(Rule rule, int minute) {
        if (rule.getTimes() == null) {
            return minute < MINUTES_OF_DAY ? said(rule) : null;
        }
        Verdict found = null;
        for (TimeSpan span : rule.getTimes()) {
            Verdict said = verdict(rule, span, minute);
            if (said != null && (found == null || said.state() == Openness.State.OPEN)) {
                found = said;
            }
        }
        return found;
    }

    private static Verdict verdict(Rule rule, TimeSpan span, int minute) {
        String unsupported = unsupported(span);
        if (unsupported != null) {
            return minute < MINUTES_OF_DAY && !isOff(rule) ? new Verdict(Openness.State.UNKNOWN, unsupported) : null;
        }
        int end = end(span);
        if (minute >= span.getStart() && minute < end) {
            return said(rule);
        }
        boolean afterOpenEnd = span.isOpenEnded() && minute >= end && minute < MINUTES_OF_DAY;
        return afterOpenEnd && !isOff(rule)
                ? new Verdict(Openness.State.UNKNOWN, "the closing time is not known")
                : null;
    }

    /** An {@code off} or {@code closed} without times closes the day; with times, only those. */
    static boolean isOff(Rule rule) {
        RuleModifier modifier = rule.getModifier();
        return modifier != null
                && (modifier.getModifier() == RuleModifier.Modifier.OFF
                        || modifier.getModifier() == RuleModifier.Modifier.CLOSED);
    }

    /** Minutes of a day, 0 to 1439, at which the rule may begin or end to say something. */
    static List<Integer> minutesOfChange(Rule rule) {
        List<Integer> minutes = new ArrayList<>();
        if (rule.getTimes() != null) {
            for (TimeSpan span : rule.getTimes()) {
                if (unsupported(span) == null) {
                    minutes.add(span.getStart() % MINUTES_OF_DAY);
                    minutes.add(end(span) % MINUTES_OF_DAY);
                }
            }
        }
        return minutes;
    }

    /** A comment alone means that one has to ask: unknown. */
    private static Verdict said(Rule rule) {
        RuleModifier modifier = rule.getModifier();
        String comment = modifier == null ? null : modifier.getComment();
        if (isOff(rule)) {
            return new Verdict(Openness.State.CLOSED, comment);
        }
        if (modifier == null || modifier.getModifier() == RuleModifier.Modifier.OPEN) {
            return new Verdict(Openness.State.OPEN, comment);
        }
        return new Verdict(Openness.State.UNKNOWN, comment == null ? "the hours themselves say unknown" : comment);
    }

    private static String unsupported(TimeSpan span) {
        if (span.getStartEvent() != null || span.getEndEvent() != null) {
            return "sunrise and sunset are not computed yet";
        }
        if (span.getInterval() > 0) {
            return "it names times at intervals, not hours";
        }
        if (span.getEnd() == TimeSpan.UNDEFINED_TIME && !span.isOpenEnded()) {
            return "it names a moment, not hours";
        }
        return null;
    }

    /** End in minutes from the start of the day; past 1440 for hours past midnight. */
    private static int end(TimeSpan span) {
        if (span.getEnd() == TimeSpan.UNDEFINED_TIME) {
            return span.getStart();
        }
        return span.getEnd() > span.getStart() ? span.getEnd() : span.getEnd() + MINUTES_OF_DAY;
    }
}
