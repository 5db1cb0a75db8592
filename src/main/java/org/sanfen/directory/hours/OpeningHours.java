package org.sanfen.directory.hours;

import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.Util;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Opening hours of one thing. Immutable and thread-safe; made by {@link #of}, which never fails.
 *
 * <p>A rule overrides earlier ones for the days it matches, unless it is joined by a comma; {@code off} overrides only
 * during its times; a rule after {@code ||} counts where the ones before it leave closed. Hours past midnight belong to
 * the day they begin on, and give way to what the next day's own rules say of that time. Times are local: on the two
 * nights of a clock change they are read off the wall clock.
 */
public final class OpeningHours {

    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int DAYS_AHEAD = 370;

    private final List<Rule> rules;
    private final String unreadable;
    private final HolidayCalendar holidays;
    private final TreeSet<Integer> minutesOfChange = new TreeSet<>(List.of(0));

    private OpeningHours(List<Rule> rules, String unreadable, HolidayCalendar holidays) {
        this.rules = rules;
        this.unreadable = unreadable;
        this.holidays = holidays;
        for (Rule rule : rules) {
            minutesOfChange.addAll(TimeSelector.minutesOfChange(rule));
        }
    }

    /** @param text OSM syntax; null or unreadable text is unknown at all times, with its reason */
    public static OpeningHours of(String text, HolidayCalendar holidays) {
        if (text == null || text.isBlank()) {
            return new OpeningHours(List.of(), "no opening hours are known", holidays);
        }
        try {
            return new OpeningHours(HoursSyntax.read(text), null, holidays);
        } catch (HoursSyntaxException wrong) {
            return new OpeningHours(List.of(), wrong.getMessage(), holidays);
        }
    }

    /** The state at a moment, and when it next changes. */
    public Openness at(ZonedDateTime moment) {
        Verdict now = verdictAt(moment.toLocalDateTime());
        return new Openness(now.state(), now.reason(), nextChange(moment, now.state()));
    }

    /** Whether it is known to be open, the day being no holiday that its calendar lacks; quicker than {@link #at}. */
    public boolean isKnownOpenAt(ZonedDateTime moment) {
        return verdictAt(moment.toLocalDateTime()).state() == Openness.State.OPEN;
    }

    /** The rules that name public or school holidays, in OSM syntax: as long as no calendar is known, only people can tell. */
    public Optional<String> findHolidayRules() {
        List<Rule> named =
                rules.stream().filter(rule -> rule.getHolidays() != null).toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(Util.rulesToOpeningHoursString(named));
    }

    /** Pieces of a day with one state each, in order, from 0 to 24 hours; for hours in words. */
    public List<Span> spansOn(LocalDate day) {
        List<Span> spans = new ArrayList<>();
        for (int minute : minutesOfChange) {
            Openness.State state = verdictAt(day, minute).state();
            int last = spans.size() - 1;
            if (last >= 0 && spans.get(last).state() == state) {
                continue;
            }
            if (last >= 0) {
                spans.set(
                        last,
                        new Span(
                                spans.get(last).fromMinute(),
                                minute,
                                spans.get(last).state()));
            }
            spans.add(new Span(minute, MINUTES_OF_DAY, state));
        }
        return spans;
    }

    /**
     * A piece of a day.
     *
     * @param fromMinute of the day, 0 to 1439
     * @param toMinute of the day, after {@code fromMinute}, to 1440
     * @param state throughout
     */
    public record Span(int fromMinute, int toMinute, Openness.State state) {}

    private ZonedDateTime nextChange(ZonedDateTime moment, Openness.State state) {
        if (rules.isEmpty()) {
            return null;
        }
        int minute = moment.getHour() * 60 + moment.getMinute();
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate day = moment.toLocalDate().plusDays(ahead);
            for (int candidate : ahead == 0 ? minutesOfChange.tailSet(minute + 1) : minutesOfChange) {
                if (verdictAt(day, candidate).state() != state) {
                    return day.atStartOfDay().plusMinutes(candidate).atZone(moment.getZone());
                }
            }
        }
        return null;
    }

    private Verdict verdictAt(LocalDateTime time) {
        return verdictAt(time.toLocalDate(), time.getHour() * 60 + time.getMinute());
    }

    private Verdict verdictAt(LocalDate day, int minute) {
        if (unreadable != null) {
            return new Verdict(Openness.State.UNKNOWN, unreadable);
        }
        Verdict own = verdictOf(day, minute);
        if (own != null) {
            return own;
        }
        Verdict fromYesterday = verdictOf(day.minusDays(1), minute + MINUTES_OF_DAY);
        return fromYesterday != null ? fromYesterday : new Verdict(Openness.State.CLOSED, null);
    }

    /**
     * What the rules of one day say.
     *
     * @param minute from the start of the day; 1440 and more for the night after it
     * @return null where none of them says anything
     */
    private Verdict verdictOf(LocalDate day, int minute) {
        Verdict found = null;
        for (Rule rule : rules) {
            boolean open = found != null && found.state() != Openness.State.CLOSED;
            if (rule.isFallBack() && open || !DaySelector.matches(rule, day, holidays)) {
                continue;
            }
            Verdict said = TimeSelector.verdict(rule, minute);
            boolean overrides = !rule.isAdditive() && !rule.isFallBack() && !TimeSelector.isOff(rule);
            if (said != null || overrides) {
                found = said;
            }
        }
        return found;
    }
}
