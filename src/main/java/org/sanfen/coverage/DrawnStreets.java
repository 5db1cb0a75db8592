package org.sanfen.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * A run's streets as maps draw them: what is covered around the clock is told from what is covered by day only, by laying
 * the run of an hour over the nominal one. Without state.
 */
public final class DrawnStreets {

    private static final double SLIVER = 1e-9;

    private DrawnStreets() {}

    /** How a stretch is drawn. */
    public enum State {
        COVERED,
        /** Covered nominally, not at the hour. */
        NIGHT,
        UNCOVERED,
        OUTSIDE
    }

    /**
     * A stretch in one state.
     *
     * @param streetId street.id
     * @param from fraction of the street's length in metres, 0 to 1
     * @param to fraction, greater than {@code from}
     * @param geometry degrees
     */
    public record Stretch(long streetId, double from, double to, State state, LineString geometry) {}

    private record Interval(double from, double to) {}

    /**
     * All streets that count.
     *
     * @param nominal the run with hours ignored
     * @param bound the run of an hour of the same standard; null where hours do not bind
     */
    public static List<Stretch> list(CoverageRun nominal, CoverageRun bound) {
        Map<Long, List<Interval>> open = bound == null || bound == nominal ? null : covered(bound);
        List<Stretch> drawn = new ArrayList<>();
        for (StreetPiece piece : nominal.listPieces()) {
            if (open == null || piece.state() != StreetPiece.State.COVERED) {
                drawn.add(stretch(
                        piece,
                        piece.from(),
                        piece.to(),
                        State.valueOf(piece.state().name())));
            } else {
                divide(piece, open.getOrDefault(piece.streetId(), List.of()), drawn);
            }
        }
        return drawn;
    }

    /**
     * Names the data of what is drawn; under it nothing ever changes. Hours lie in the present week, whose season and sun
     * may open other points while no data change, so that the moment they stand for is part of the name; where they stand
     * for none (the worst hour, round the clock), the figures of that week are.
     *
     * @param run that is shown
     * @param nominal with hours ignored; null where it can't be shown
     * @param bound laid over it; null where hours do not bind
     */
    public static String version(CoverageRun run, CoverageRun nominal, CoverageRun bound) {
        StringBuilder version = new StringBuilder()
                .append(Long.toHexString(run.madeAt().toEpochMilli()))
                .append('-')
                .append(run.standard().version())
                .append('-')
                .append(nominal == null ? run.changeNumber() : nominal.changeNumber());
        if (bound != null && nominal != null) {
            version.append('.').append(bound.changeNumber());
        }
        if (bound != null) {
            version.append('-').append(hour(bound));
        }
        return version.append('-').append(run.engineVersion()).toString();
    }

    private static String hour(CoverageRun bound) {
        return bound.resolvedAt() == null
                ? Integer.toHexString(bound.figures().hashCode())
                : bound.resolvedAt().replaceAll("[^0-9T]", "");
    }

    private static Map<Long, List<Interval>> covered(CoverageRun run) {
        Map<Long, List<Interval>> byStreet = new HashMap<>();
        for (StreetPiece piece : run.listPieces()) {
            if (piece.state() == StreetPiece.State.COVERED) {
                byStreet.computeIfAbsent(piece.streetId(), street -> new ArrayList<>(2))
                        .add(new Interval(piece.from(), piece.to()));
            }
        }
        byStreet.values().forEach(intervals -> intervals.sort(Comparator.comparingDouble(Interval::from)));
        return byStreet;
    }

    private static void divide(StreetPiece piece, List<Interval> open, List<Stretch> drawn) {
        double at = piece.from();
        for (Interval interval : open) {
            double from = Math.max(at, interval.from());
            double to = Math.min(piece.to(), interval.to());
            if (to - from > SLIVER) {
                if (from - at > SLIVER) {
                    drawn.add(stretch(piece, at, from, State.NIGHT));
                }
                drawn.add(stretch(piece, from, to, State.COVERED));
                at = to;
            }
        }
        if (piece.to() - at > SLIVER) {
            drawn.add(stretch(piece, at, piece.to(), State.NIGHT));
        }
    }

    private static Stretch stretch(StreetPiece piece, double from, double to, State state) {
        boolean whole = from <= piece.from() && to >= piece.to();
        double length = piece.to() - piece.from();
        LineString line = whole
                ? piece.geometry()
                : cut(piece.geometry(), (from - piece.from()) / length, (to - piece.from()) / length);
        return new Stretch(piece.streetId(), from, to, state, line);
    }

    /** A part of a line between two fractions of its length in metres. */
    private static LineString cut(LineString line, double from, double to) {
        Coordinate[] corners = line.getCoordinates();
        double[] upTo = new double[corners.length];
        for (int i = 1; i < corners.length; i++) {
            upTo[i] = upTo[i - 1] + length(corners[i - 1], corners[i]);
        }
        double start = from * upTo[corners.length - 1];
        double end = to * upTo[corners.length - 1];
        List<Coordinate> part = new ArrayList<>();
        part.add(place(corners, upTo, start));
        for (int i = 1; i < corners.length - 1; i++) {
            if (upTo[i] > start && upTo[i] < end) {
                part.add(corners[i]);
            }
        }
        part.add(place(corners, upTo, end));
        return line.getFactory().createLineString(part.toArray(Coordinate[]::new));
    }

    private static Coordinate place(Coordinate[] corners, double[] upTo, double at) {
        int next = 1;
        while (next < corners.length - 1 && upTo[next] < at) {
            next++;
        }
        double segment = upTo[next] - upTo[next - 1];
        double share = segment <= 0 ? 0 : Math.max(0, Math.min(1, (at - upTo[next - 1]) / segment));
        Coordinate a = corners[next - 1];
        Coordinate b = corners[next];
        return new Coordinate(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share);
    }

    /** In degrees of latitude: only proportions along one street are asked for. */
    private static double length(Coordinate a, Coordinate b) {
        double east = (b.x - a.x) * Math.cos(Math.toRadians((a.y + b.y) / 2));
        return Math.hypot(east, b.y - a.y);
    }
}
