package org.sanfen.directory.hours;

import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.Util;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.sanfen.geo.LonLat;

/**
 * Opening hours of one thing. Immutable and thread-safe; made by {@link #of}, which never fails.
 *
 * <p>A rule overrides earlier ones for the days it matches, unless it is joined by a comma; {@code off} overrides only
 * during its times; a rule after {@code ||} counts where the ones before it leave closed. Hours past midnight belong to
 * the day they begin on, and give way to what the next day's own rules say of that time. Times are local: on the two
 * nights of a clock change they are read off the wall clock. On a weekend day that is worked in exchange for a holiday,
 * hours that differ from those of the working day next to it are unknown: no rule says which of the two people keep.
 */
public final class OpeningHours {

    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int DAYS_AHEAD = 370;
    private static final int DAYS_OF_YEAR = 366;
    private static final OpeningHours NOT_GIVEN =
            new OpeningHours(List.of(), "no opening hours are known", HolidayCalendar.NONE, null);

    private final List<Rule> rules;
    private final String unreadable;
    private final HolidayCalendar holidays;
    private final Sun sun;
    private final boolean followsTheSun;
    private final NavigableSet<Integer> fixedMinutes = new TreeSet<>(List.of(0));

    private OpeningHours(List<Rule> rules, String unreadable, HolidayCalendar holidays, Sun sun) {
        this.rules = rules;
        this.unreadable = unreadable;
        this.holidays = holidays;
        this.sun = sun;
        this.followsTheSun = rules.stream().anyMatch(TimeSelector::followsTheSun);
        for (Rule rule : rules) {
            if (!TimeSelector.followsTheSun(rule)) {
                fixedMinutes.addAll(TimeSelector.minutesOfChange(rule, LocalDate.EPOCH, null));
            }
        }
    }

    /**
     * Hours of a thing whose position is not known: what depends on the sun is unknown.
     *
     * @param text OSM syntax; null or unreadable text is unknown at all times, with its reason
     */
    public static OpeningHours of(String text, HolidayCalendar holidays) {
        return read(text, holidays, null);
    }

    /**
     * Hours of a thing at a position.
     *
     * @param text OSM syntax; null or unreadable text is unknown at all times, with its reason
     * @param zone in which the hours are read
     */
    public static OpeningHours of(String text, HolidayCalendar holidays, LonLat position, ZoneId zone) {
        return read(text, holidays, new Sun(position, zone));
    }

    private static OpeningHours read(String text, HolidayCalendar holidays, Sun sun) {
        if (text == null || text.isBlank()) {
            return NOT_GIVEN;
        }
        try {
            return new OpeningHours(HoursSyntax.read(text), null, holidays, sun);
        } catch (HoursSyntaxException wrong) {
            return new OpeningHours(List.of(), wrong.getMessage(), holidays, sun);
        }
    }

    /** The state at a moment, and when it next changes. */
    public Openness at(ZonedDateTime moment) {
        Verdict now = verdictAt(moment.toLocalDateTime());
        return new Openness(now.state(), now.reason(), nextChange(moment, now.state()));
    }

    /** Whether it is known to be open, the day being no holiday that its calendar lacks; quicker than {@link #at}. */
    public boolean isKnownOpenAt(ZonedDateTime moment) {
        return stateAt(moment.toLocalDateTime()) == Openness.State.OPEN;
    }

    /** The state at a local time, holidays counted. */
    public Openness.State stateAt(LocalDateTime time) {
        return verdictAt(time).state();
    }

    /** The state at a local time of a day that is taken to be no holiday and no day worked in exchange for one. */
    public Openness.State stateAtWithoutHolidays(LocalDateTime time) {
        return verdictAt(time.toLocalDate(), minuteOf(time), HolidayCalendar.NONE)
                .state();
    }

    /** Why nobody can tell the hours at any time: none are known, or they can't be read; empty where they can. */
    public Optional<String> findUnreadable() {
        return Optional.ofNullable(unreadable);
    }

    /** Whether times depend on the sun at its position. */
    public boolean followsTheSun() {
        return followsTheSun;
    }

    /**
     * Whether it is open every minute of a year, whichever of its days should be holidays: closed if it ever is, unknown if
     * it is never closed but nobody can tell of some minute.
     *
     * @param from first day of the year
     */
    public Openness.State roundTheClock(LocalDate from) {
        if (unreadable != null) {
            return Openness.State.UNKNOWN;
        }
        List<HolidayCalendar> calendars =
                findHolidayRules().isEmpty() ? List.of(HolidayCalendar.NONE) : AnyHolidays.CALENDARS;
        Openness.State found = Openness.State.OPEN;
        for (int ahead = 0; ahead < DAYS_OF_YEAR; ahead++) {
            LocalDate day = from.plusDays(ahead);
            for (int minute : minutesOfChange(day)) {
                for (HolidayCalendar calendar : calendars) {
                    Openness.State state = verdictAt(day, minute, calendar).state();
                    if (state == Openness.State.CLOSED) {
                        return state;
                    }
                    found = state == Openness.State.UNKNOWN ? state : found;
                }
            }
        }
        return found;
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
        for (int minute : minutesOfChange(day)) {
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
        int minute = minuteOf(moment.toLocalDateTime());
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate day = moment.toLocalDate().plusDays(ahead);
            NavigableSet<Integer> changes = minutesOfChange(day);
            for (int candidate : ahead == 0 ? changes.tailSet(minute, false) : changes) {
                if (verdictAt(day, candidate).state() != state) {
                    return day.atStartOfDay().plusMinutes(candidate).atZone(moment.getZone());
                }
            }
        }
        return null;
    }

    /** All minutes of a day at which the state may change; the sun's of the day before too, for the night between. */
    private NavigableSet<Integer> minutesOfChange(LocalDate day) {
        if (!followsTheSun) {
            return fixedMinutes;
        }
        NavigableSet<Integer> minutes = new TreeSet<>(fixedMinutes);
        for (Rule rule : rules) {
            if (TimeSelector.followsTheSun(rule)) {
                minutes.addAll(TimeSelector.minutesOfChange(rule, day, sun));
                minutes.addAll(TimeSelector.minutesOfChange(rule, day.minusDays(1), sun));
            }
        }
        return minutes;
    }

    private static int minuteOf(LocalDateTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private Verdict verdictAt(LocalDateTime time) {
        return verdictAt(time.toLocalDate(), minuteOf(time));
    }

    private Verdict verdictAt(LocalDate day, int minute) {
        Verdict written = verdictAt(day, minute, holidays);
        if (unreadable != null || !holidays.isMakeUpWorkday(day)) {
            return written;
        }
        LocalDate workday = day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day.minusDays(1);
        boolean same = verdictAt(workday, minute, holidays).state() == written.state();
        return same
                ? written
                : new Verdict(Openness.State.UNKNOWN, "a day of the weekend that is worked in exchange for a holiday");
    }

    private Verdict verdictAt(LocalDate day, int minute, HolidayCalendar calendar) {
        if (unreadable != null) {
            return new Verdict(Openness.State.UNKNOWN, unreadable);
        }
        Verdict own = verdictOf(day, minute, calendar);
        if (own != null) {
            return own;
        }
        Verdict fromYesterday = verdictOf(day.minusDays(1), minute + MINUTES_OF_DAY, calendar);
        return fromYesterday != null ? fromYesterday : new Verdict(Openness.State.CLOSED, null);
    }

    /**
     * What the rules of one day say.
     *
     * @param minute from the start of the day; 1440 and more for the night after it
     * @return null where none of them says anything
     */
    private Verdict verdictOf(LocalDate day, int minute, HolidayCalendar calendar) {
        Verdict found = null;
        for (Rule rule : rules) {
            boolean open = found != null && found.state() != Openness.State.CLOSED;
            if (rule.isFallBack() && open || !DaySelector.matches(rule, day, calendar)) {
                continue;
            }
            Verdict said = TimeSelector.verdict(rule, day, minute, sun);
            boolean overrides = !rule.isAdditive() && !rule.isFallBack() && !TimeSelector.isOff(rule);
            if (said != null || overrides) {
                found = said;
            }
        }
        return found;
    }
}
