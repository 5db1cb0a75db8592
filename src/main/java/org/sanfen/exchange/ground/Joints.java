package org.sanfen.exchange.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;
import org.sanfen.exchange.osm.ExtractBuilder;
import org.sanfen.exchange.osm.Findings;

/**
 * How lines become a network. They join where they share a vertex, as OpenStreetMap's do, or only where their ends meet;
 * lines that merely cross are never joined, because a bridge looks just like that: they are counted and told. An end that
 * stops within a metre of another street without touching it is told too, and joined where that is asked for. Distances
 * are measured in a local frame, true to a thousandth at this size. Not thread-safe.
 */
final class Joints {

    private static final double METRES_PER_DEGREE = 111_320;

    private record Segment(Line line, int start, LineSegment metres) {}

    private final List<Line> lines;
    private final boolean endsOnly;
    private final Findings findings;
    private final double narrowing;
    private STRtree segments;

    /** @param endsOnly whether a vertex within a line joins nothing but ends that stand on it */
    Joints(List<Line> lines, boolean endsOnly, Findings findings) {
        this.lines = lines;
        this.endsOnly = endsOnly;
        this.findings = findings;
        double lat = lines.isEmpty() ? 0 : lines.get(0).vertices.get(0).y;
        this.narrowing = Math.cos(Math.toRadians(lat));
        index();
    }

    private void index() {
        segments = new STRtree();
        for (Line line : lines) {
            for (int i = 0; i < line.last(); i++) {
                LineSegment metres = new LineSegment(metres(line.vertices.get(i)), metres(line.vertices.get(i + 1)));
                segments.insert(new Envelope(metres.p0, metres.p1), new Segment(line, i, metres));
            }
        }
        segments.build();
    }

    private Coordinate metres(Coordinate degrees) {
        return new Coordinate(degrees.x * METRES_PER_DEGREE * narrowing, degrees.y * METRES_PER_DEGREE);
    }

    private Coordinate degrees(Coordinate metres) {
        return new Coordinate(metres.x / METRES_PER_DEGREE / narrowing, metres.y / METRES_PER_DEGREE);
    }

    /** Tells of ends that stop short of another street. @param mends whether to join them. */
    void closeGaps(double within, boolean mends) {
        Map<Long, Integer> ends = new HashMap<>();
        Set<Long> vertices = new HashSet<>();
        for (Line line : lines) {
            ends.merge(key(line.vertices.get(0)), 1, Integer::sum);
            ends.merge(key(line.vertices.get(line.last())), 1, Integer::sum);
            for (int i = 1; i < line.last(); i++) {
                vertices.add(key(line.vertices.get(i)));
            }
        }
        Map<Line, List<Coordinate[]>> added = new HashMap<>();
        for (Line line : lines) {
            for (int end : new int[] {0, line.last()}) {
                Coordinate place = line.vertices.get(end);
                if (ends.get(key(place)) == 1 && !vertices.contains(key(place))) {
                    closeGap(line, end, within, mends, added);
                    ends.merge(
                            key(line.vertices.get(end)), 1, Integer::sum); // where it has moved to nobody is alone now
                }
            }
        }
        added.forEach(this::insert);
        if (!added.isEmpty()) {
            index();
        }
    }

    private void closeGap(Line line, int end, double within, boolean mends, Map<Line, List<Coordinate[]>> added) {
        Coordinate place = metres(line.vertices.get(end));
        Envelope around = new Envelope(place);
        around.expandBy(within);
        Segment nearest = near(around).stream()
                .filter(segment -> segment.line != line && !segment.line.joinsOnlyAtItsEnds())
                .filter(segment -> segment.metres.distance(place) <= within)
                .min(Comparator.comparingDouble(segment -> segment.metres.distance(place)))
                .orElse(null);
        if (nearest == null) {
            return;
        }
        Coordinate at = line.vertices.get(end);
        findings.add(
                mends ? "end_joined" : "end_stops_short",
                mends
                        ? "Street ends that stopped within a metre of another street were joined to it"
                        : "Street ends stop within a metre of another street without touching it: --mend joins them",
                "feature " + line.feature,
                at.x,
                at.y);
        if (!mends) {
            return;
        }
        Coordinate start = nearest.line.vertices.get(nearest.start);
        Coordinate stop = nearest.line.vertices.get(nearest.start + 1);
        if (nearest.metres.p0.distance(place) <= within) {
            line.vertices.set(end, start);
        } else if (nearest.metres.p1.distance(place) <= within) {
            line.vertices.set(end, stop);
        } else {
            Coordinate foot = degrees(nearest.metres.closestPoint(place));
            line.vertices.set(end, foot);
            added.computeIfAbsent(nearest.line, first -> new ArrayList<>()).add(new Coordinate[] {start, stop, foot});
        }
    }

    /** Several feet may stand on one segment: from the last to the first along it, so that each finds its place. */
    private void insert(Line line, List<Coordinate[]> feet) {
        feet.sort(Comparator.comparingDouble((Coordinate[] foot) -> foot[0].distance(foot[2]))
                .reversed());
        for (Coordinate[] foot : feet) {
            for (int i = 0; i < line.last(); i++) {
                if (line.vertices.get(i) == foot[0]) {
                    line.vertices.add(i + 1, foot[2]);
                    break;
                }
            }
        }
    }

    /** Counts the places where streets cross without a common vertex. */
    void tellCrossings() {
        RobustLineIntersector crossing = new RobustLineIntersector();
        for (Line line : lines) {
            if (line.joinsOnlyAtItsEnds()) {
                continue;
            }
            for (int i = 0; i < line.last(); i++) {
                Coordinate from = metres(line.vertices.get(i));
                Coordinate to = metres(line.vertices.get(i + 1));
                for (Segment other : near(new Envelope(from, to))) {
                    if (other.line.id > line.id && !other.line.joinsOnlyAtItsEnds()) {
                        crossing.computeIntersection(from, to, other.metres.p0, other.metres.p1);
                        if (crossing.isProper()) {
                            Coordinate at = degrees(crossing.getIntersection(0));
                            findings.add(
                                    "crossing_without_node",
                                    "Streets cross without a common vertex: they stay unjoined, as bridges and tunnels do",
                                    "features " + line.feature + " and " + other.line.feature,
                                    at.x,
                                    at.y);
                        }
                    }
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<Segment> near(Envelope around) {
        return segments.query(around);
    }

    /** Hands the lines to an extract, which cuts them where they share nodes. */
    void sendTo(ExtractBuilder extract) {
        Set<Long> ends = new HashSet<>();
        Map<String, Coordinate> named = new HashMap<>();
        for (Line line : lines) {
            move(line, 0, line.from, named);
            move(line, line.last(), line.to, named);
            ends.add(key(line.vertices.get(0)));
            ends.add(key(line.vertices.get(line.last())));
        }
        for (Line line : lines) {
            long[] nodes = new long[line.vertices.size()];
            for (int i = 0; i < nodes.length; i++) {
                Coordinate place = line.vertices.get(i);
                boolean joins = line.isEnd(i) || !line.joinsOnlyAtItsEnds() && (!endsOnly || ends.contains(key(place)));
                nodes[i] = joins ? extract.node(place) : extract.ownNode(place);
            }
            extract.way(line.id, nodes, line.tags);
        }
    }

    /** Ends of one name are one node, though their coordinates may differ by what a program rounded. */
    private static void move(Line line, int end, String name, Map<String, Coordinate> named) {
        if (name != null) {
            Coordinate known = named.putIfAbsent(name, line.vertices.get(end));
            if (known != null) {
                line.vertices.set(end, known);
            }
        }
    }

    private static long key(Coordinate place) {
        return (Math.round(place.x * 1e7) + 1_800_000_000L << 32) + Math.round(place.y * 1e7) + 900_000_000L;
    }
}
