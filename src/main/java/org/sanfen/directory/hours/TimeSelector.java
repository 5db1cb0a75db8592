package org.sanfen.directory.hours;

import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.VariableTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which times of a day a rule means, and what it says of them. Pure. */
final class TimeSelector {

    private static final int MINUTES_OF_DAY = 24 * 60;

    private TimeSelector() {}

    /**
     * What the rule says of a minute of a day that it matches.
     *
     * @param day whose sun counts
     * @param minute from the start of the day; 1440 and more for the night after it
     * @param sun at the position; null where that is not known
     * @return null where it says nothing of that minute
     */
    static Verdict verdict(Rule rule, LocalDate day, int minute, Sun sun) {
        if (rule.getTimes() == null) {
            return minute < MINUTES_OF_DAY ? said(rule) : null;
        }
        Verdict found = null;
        for (TimeSpan span : rule.getTimes()) {
            Verdict said = verdict(rule, span, day, minute, sun);
            if (said != null && (found == null || said.state() == Openness.State.OPEN)) {
                found = said;
            }
        }
        return found;
    }

    private static Verdict verdict(Rule rule, TimeSpan span, LocalDate day, int minute, Sun sun) {
        String unsupported = unsupported(span, day, sun);
        if (unsupported != null) {
            return minute < MINUTES_OF_DAY && !isOff(rule) ? new Verdict(Openness.State.UNKNOWN, unsupported) : null;
        }
        int start = start(span, day, sun);
        int end = end(span, start, day, sun);
        if (minute >= start && minute < end) {
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

    /** Whether the rule's times move with the sun, and so with day and position. */
    static boolean followsTheSun(Rule rule) {
        return rule.getTimes() != null && rule.getTimes().stream().anyMatch(TimeSelector::followsTheSun);
    }

    private static boolean followsTheSun(TimeSpan span) {
        return span.getStartEvent() != null || span.getEndEvent() != null;
    }

    /** Minutes of a day, 0 to 1439, at which the rule may begin or end to say something of that day. */
    static List<Integer> minutesOfChange(Rule rule, LocalDate day, Sun sun) {
        List<Integer> minutes = new ArrayList<>();
        if (rule.getTimes() != null) {
            for (TimeSpan span : rule.getTimes()) {
                if (unsupported(span, day, sun) == null) {
                    int start = start(span, day, sun);
                    minutes.add(Math.floorMod(start, MINUTES_OF_DAY));
                    minutes.add(Math.floorMod(end(span, start, day, sun), MINUTES_OF_DAY));
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

    private static String unsupported(TimeSpan span, LocalDate day, Sun sun) {
        if (span.getInterval() > 0) {
            return "it names times at intervals, not hours";
        }
        if (span.getEnd() == TimeSpan.UNDEFINED_TIME && span.getEndEvent() == null && !span.isOpenEnded()) {
            return "it names a moment, not hours";
        }
        if (followsTheSun(span)) {
            if (sun == null) {
                return "the position is not known, and so neither is the sun";
            }
            if (never(span.getStartEvent(), day, sun) || never(span.getEndEvent(), day, sun)) {
                return "the sun does not rise or set on this day";
            }
        }
        return null;
    }

    private static boolean never(VariableTime time, LocalDate day, Sun sun) {
        return time != null && sun.minute(time.getEvent(), day) == Sun.NEVER;
    }

    private static int start(TimeSpan span, LocalDate day, Sun sun) {
        VariableTime event = span.getStartEvent();
        return event == null ? span.getStart() : sun.minute(event.getEvent(), day) + event.getOffset();
    }

    /** End in minutes from the start of the day; past 1440 for hours past midnight. */
    private static int end(TimeSpan span, int start, LocalDate day, Sun sun) {
        VariableTime event = span.getEndEvent();
        if (event == null && span.getEnd() == TimeSpan.UNDEFINED_TIME) {
            return start;
        }
        int end = event == null ? span.getEnd() : sun.minute(event.getEvent(), day) + event.getOffset();
        return end > start ? end : end + MINUTES_OF_DAY;
    }
}
