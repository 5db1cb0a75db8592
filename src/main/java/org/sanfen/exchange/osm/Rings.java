package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.sanfen.geo.Wkb;

/**
 * Joins the member ways of a multipolygon into rings at shared end nodes and nests them by geometry, because roles are
 * often wrong: a ring inside an odd number of others is a hole, and holes may hold islands. A node met twice closes a
 * ring at once, so rings that touch at a node come apart cleanly.
 *
 * @see <a href="https://wiki.openstreetmap.org/wiki/Relation:multipolygon/Algorithm">Multipolygon algorithm</a>
 */
final class Rings {

    /**
     * What came of a set of ways.
     *
     * @param polygons with their holes; null if no ring closed
     * @param openEnds a node at each end of a chain that did not close
     * @param gapsClosed nodes from which a straight line was drawn over a gap
     * @param repaired true if a ring crossed itself and was mended
     */
    record Assembled(MultiPolygon polygons, List<Long> openEnds, List<Long> gapsClosed, boolean repaired) {}

    /** Share of a ring's length that straight lines may stand in for where an extract cut member ways away. */
    static final double LARGEST_GAP = 0.33;

    private final NodeTable nodes;

    Rings(NodeTable nodes) {
        this.nodes = nodes;
    }

    /** @param chains node ids of each member way; every node must be known */
    Assembled assemble(List<long[]> chains) {
        List<long[]> open = new ArrayList<>();
        List<long[]> closed = join(chains, open);
        return assemble(closed, open, List.of());
    }

    /** The same, but chains that don't close are closed over gaps of up to {@link #LARGEST_GAP} of their ring. */
    Assembled assembleOverGaps(List<long[]> chains) {
        List<long[]> open = new ArrayList<>();
        List<long[]> closed = join(chains, open);
        List<Long> gaps = new ArrayList<>();
        long[] bridged = open.isEmpty() ? null : new Gaps(nodes).bridge(open, gaps);
        if (bridged != null) {
            closed.add(bridged);
            open.clear();
        }
        return assemble(closed, open, gaps);
    }

    private Assembled assemble(List<long[]> closed, List<long[]> open, List<Long> gaps) {
        List<Long> openEnds = new ArrayList<>();
        for (long[] chain : open) {
            openEnds.add(chain[0]);
            openEnds.add(chain[chain.length - 1]);
        }
        List<Polygon> rings = new ArrayList<>();
        boolean repaired = false;
        for (long[] ring : closed) {
            Coordinate[] corners = Arrays.stream(ring).mapToObj(this::coordinate).toArray(Coordinate[]::new);
            Polygon polygon = Wkb.GEOMETRIES.createPolygon(corners);
            if (polygon.isValid()) {
                rings.add(polygon);
            } else {
                repaired = true;
                Geometry mended = GeometryFixer.fix(polygon);
                for (int i = 0; i < mended.getNumGeometries(); i++) {
                    if (mended.getGeometryN(i) instanceof Polygon piece && !piece.isEmpty()) {
                        rings.add(piece);
                    }
                }
            }
        }
        MultiPolygon nested = nest(rings);
        if (nested != null && !nested.isValid()) {
            repaired = true;
            nested = multi(GeometryFixer.fix(nested));
        }
        return new Assembled(nested, openEnds, gaps, repaired);
    }

    private Coordinate coordinate(long node) {
        int index = nodes.find(node);
        return new Coordinate(nodes.lon(index), nodes.lat(index));
    }

    private static List<long[]> join(List<long[]> chains, List<long[]> open) {
        Map<Long, List<Integer>> byEnd = new LinkedHashMap<>();
        boolean[] used = new boolean[chains.size()];
        for (int i = 0; i < chains.size(); i++) {
            long[] chain = chains.get(i);
            byEnd.computeIfAbsent(chain[0], end -> new ArrayList<>()).add(i);
            byEnd.computeIfAbsent(chain[chain.length - 1], end -> new ArrayList<>()).add(i);
        }
        List<long[]> rings = new ArrayList<>();
        for (int start = 0; start < chains.size(); start++) {
            if (!used[start]) {
                walk(start, chains, byEnd, used, rings, open);
            }
        }
        return rings;
    }

    private static void walk(
            int start,
            List<long[]> chains,
            Map<Long, List<Integer>> byEnd,
            boolean[] used,
            List<long[]> rings,
            List<long[]> open) {
        Map<Long, Integer> place = new HashMap<>();
        List<Long> stack = new ArrayList<>();
        int chain = start;
        long at = chains.get(start)[0];
        push(at, stack, place, rings);
        while (chain >= 0) {
            used[chain] = true;
            long[] nodesOfChain = chains.get(chain);
            boolean forward = nodesOfChain[0] == at;
            for (int i = 1; i < nodesOfChain.length; i++) {
                push(nodesOfChain[forward ? i : nodesOfChain.length - 1 - i], stack, place, rings);
            }
            at = forward ? nodesOfChain[nodesOfChain.length - 1] : nodesOfChain[0];
            chain = stack.size() <= 1
                    ? -1
                    : byEnd.get(at).stream().filter(next -> !used[next]).findFirst().orElse(-1);
        }
        if (stack.size() > 1) {
            open.add(stack.stream().mapToLong(Long::longValue).toArray());
        }
    }

    /** Goes to the next node; one that was passed before cuts off the ring since then. */
    private static void push(long node, List<Long> stack, Map<Long, Integer> place, List<long[]> rings) {
        Integer before = place.get(node);
        if (before == null) {
            place.put(node, stack.size());
            stack.add(node);
            return;
        }
        List<Long> loop = stack.subList(before, stack.size());
        if (loop.size() >= 3) {
            long[] ring = new long[loop.size() + 1];
            for (int i = 0; i < loop.size(); i++) {
                ring[i] = loop.get(i);
            }
            ring[loop.size()] = node;
            rings.add(ring);
        }
        List<Long> passed = stack.subList(before + 1, stack.size());
        passed.forEach(place::remove);
        passed.clear();
    }

    private static MultiPolygon nest(List<Polygon> rings) {
        if (rings.isEmpty()) {
            return null;
        }
        rings.sort(Comparator.comparingDouble(Polygon::getArea).reversed());
        int[] depth = new int[rings.size()];
        int[] parent = new int[rings.size()];
        List<PreparedGeometry> prepared = new ArrayList<>();
        for (int i = 0; i < rings.size(); i++) {
            parent[i] = -1;
            for (int larger = i - 1; larger >= 0 && parent[i] < 0; larger--) {
                if (rings.get(larger).getEnvelopeInternal().covers(rings.get(i).getEnvelopeInternal())
                        && prepared.get(larger).covers(rings.get(i).getInteriorPoint())
                        && prepared.get(larger).covers(rings.get(i))) {
                    parent[i] = larger;
                    depth[i] = depth[larger] + 1;
                }
            }
            prepared.add(PreparedGeometryFactory.prepare(rings.get(i)));
        }
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < rings.size(); i++) {
            if (depth[i] % 2 == 0) {
                List<org.locationtech.jts.geom.LinearRing> holes = new ArrayList<>();
                for (int inner = 0; inner < rings.size(); inner++) {
                    if (parent[inner] == i) {
                        holes.add(rings.get(inner).getExteriorRing());
                    }
                }
                polygons.add(Wkb.GEOMETRIES.createPolygon(
                        rings.get(i).getExteriorRing(), holes.toArray(new org.locationtech.jts.geom.LinearRing[0])));
            }
        }
        return Wkb.GEOMETRIES.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    /** The polygons of any geometry as one MultiPolygon, or null if there are none. */
    static MultiPolygon multi(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        geometry.apply((org.locationtech.jts.geom.GeometryFilter) part -> {
            if (part instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(polygon);
            }
        });
        return polygons.isEmpty() ? null : Wkb.GEOMETRIES.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }
}
