package org.sanfen.coverage;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.sanfen.coverage.engine.EnginePoint;
import org.sanfen.directory.CountedPoint;
import org.sanfen.directory.HoursOfPlace;
import org.sanfen.directory.hours.OpeningHours;
import org.sanfen.directory.hours.Openness.State;
import org.sanfen.geo.LonLat;

/**
 * The points that a standard counts, in the order of their ids, and which of them are open when (coverage.md section 4).
 * Points that share their hours are asked once. Thread-safe.
 */
final class CountedPoints {

    private final List<CountedPoint> points;
    private final List<LonLat> excluded;
    private final ZoneId zone;
    private final BitSet all;
    private final Map<OpeningHours, BitSet> byHours = new IdentityHashMap<>();
    private final BitSet unreadable;
    private final BitSet overdue;
    private final Map<LocalDate, OpenSet> roundTheClock = new ConcurrentHashMap<>();
    private final Map<LocalDate, List<OpenSet>> weeks = new ConcurrentHashMap<>();

    /** @param excluded where points of the kinds stand that never cover */
    CountedPoints(List<CountedPoint> points, HoursOfPlace reader, List<LonLat> excluded) {
        this.points = points;
        this.excluded = excluded;
        this.zone = reader.zone();
        this.all = new BitSet(points.size());
        this.all.set(0, points.size());
        for (int i = 0; i < points.size(); i++) {
            byHours.computeIfAbsent(reader.of(points.get(i)), any -> new BitSet())
                    .set(i);
        }
        this.unreadable = gather(hours -> hours.findUnreadable().isPresent() ? State.UNKNOWN : State.CLOSED)
                .unknown();
        this.overdue = new BitSet(points.size());
        for (int i = 0; i < points.size(); i++) {
            overdue.set(i, points.get(i).overdue());
        }
    }

    List<CountedPoint> points() {
        return points;
    }

    List<LonLat> excluded() {
        return excluded;
    }

    ZoneId zone() {
        return zone;
    }

    /** Every one, whatever its hours. */
    BitSet all() {
        return all;
    }

    /** What the engine takes of those of a set. */
    List<EnginePoint> of(BitSet set) {
        List<EnginePoint> chosen = new ArrayList<>(set.cardinality());
        set.stream()
                .forEach(i -> chosen.add(
                        new EnginePoint(points.get(i).id(), points.get(i).position())));
        return chosen;
    }

    /** Those whose hours nobody knows or nobody can read. */
    BitSet unreadable() {
        return unreadable;
    }

    BitSet overdue() {
        return overdue;
    }

    /** At a local time, holidays counted. */
    OpenSet at(LocalDateTime time) {
        return gather(hours -> hours.stateAt(time));
    }

    /** Open every minute of the year from a day, whichever days should be holidays. */
    OpenSet roundTheClock(LocalDate from) {
        return roundTheClock.computeIfAbsent(from, day -> gather(hours -> hours.roundTheClock(day)));
    }

    /** The 168 hours of the week from a Monday, taken to be without holidays. */
    List<OpenSet> week(LocalDate monday) {
        return weeks.computeIfAbsent(monday, this::readWeek);
    }

    private List<OpenSet> readWeek(LocalDate monday) {
        List<OpenSet> hours = new ArrayList<>(CoverageWeek.HOURS);
        for (int hour = 0; hour < CoverageWeek.HOURS; hour++) {
            LocalDateTime time = monday.atStartOfDay().plusHours(hour);
            hours.add(gather(one -> one.stateAtWithoutHolidays(time)));
        }
        return hours;
    }

    private OpenSet gather(Function<OpeningHours, State> asked) {
        BitSet open = new BitSet(points.size());
        BitSet unknown = new BitSet(points.size());
        byHours.forEach((hours, whose) -> {
            switch (asked.apply(hours)) {
                case OPEN -> open.or(whose);
                case UNKNOWN -> unknown.or(whose);
                case CLOSED -> {}
            }
        });
        return new OpenSet(open, unknown);
    }
}
