package org.sanfen.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The town's main streets: lines across the shore and along it, quarter by quarter, that meet at junctions. Between
 * quarters only the coast road goes on; rivers and the railway are crossed by few bridges. Between four junctions lies a
 * block, which {@link Blocks} fills.
 */
final class Lattice {

    /** A strip across the shore in which a river or the railway runs. */
    record Strip(double s, double half, String kind) {}

    /** Ground between four junctions; corners in s and v, counter-clockwise from the south-west. */
    record Block(double[][] corners, Edge south, Edge east, Edge north, Edge west) {
        double[] at(double a, double b) {
            double[] place = new double[2];
            for (int axis = 0; axis < 2; axis++) {
                place[axis] = corners[0][axis] * (1 - a) * (1 - b)
                        + corners[1][axis] * a * (1 - b)
                        + corners[2][axis] * a * b
                        + corners[3][axis] * (1 - a) * b;
            }
            return place;
        }

        double width() {
            return (corners[1][0] - corners[0][0] + corners[2][0] - corners[3][0]) / 2;
        }

        double depth() {
            return (corners[3][1] - corners[0][1] + corners[2][1] - corners[1][1]) / 2;
        }
    }

    /** A street between two junctions, into which others may open. */
    final class Edge {
        final double[] from;
        final double[] to;
        final TreeMap<Double, Integer> nodes = new TreeMap<>();
        final String[] tags;

        Edge(double[] from, int start, double[] to, int end, String... tags) {
            this.from = from;
            this.to = to;
            this.tags = tags;
            nodes.put(0.0, start);
            nodes.put(1.0, end);
            edges.add(this);
        }

        /** The node at a share of the way, made if there is none near. */
        int open(double share) {
            double length = Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]);
            Double near = nodes.floorKey(share);
            Double next = nodes.ceilingKey(share);
            if (near != null && (share - near) * length < 4) {
                return nodes.get(near);
            }
            if (next != null && (next - share) * length < 4) {
                return nodes.get(next);
            }
            int node = draft.node(shore.at(from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share));
            nodes.put(share, node);
            return node;
        }

        private void draw() {
            int bends = (int) (Math.abs(to[0] - from[0]) / 55);
            for (int i = 1; i <= bends; i++) {
                open((double) i / (bends + 1));
            }
            draft.way(new ArrayList<>(nodes.values()), tags);
        }
    }

    static final double COAST_ROAD_V = 300;
    private static final double[] QUARTERS = {0, 5_300, 9_650, 12_150, Shore.LENGTH};
    static final List<Strip> STRIPS = List.of(
            new Strip(1_760, 32, "river"),
            new Strip(6_060, 28, "rail"),
            new Strip(9_210, 36, "river"),
            new Strip(10_950, 26, "river"));

    private final Shore shore;
    private final Draft draft;
    private final Words words;
    private final Random random;
    private final List<Edge> edges = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    /** Junctions by the sea: s to node. */
    private final TreeMap<Double, Integer> bottom = new TreeMap<>();
    /** Junctions on the slope's foot: s to its place and node. */
    private final TreeMap<Double, Map.Entry<double[], Integer>> top = new TreeMap<>();

    private final Map<String, Integer> junctions = new HashMap<>();
    private final Map<String, double[]> places = new HashMap<>();

    Lattice(Shore shore, Draft draft, Words words, long seed) {
        this.shore = shore;
        this.draft = draft;
        this.words = words;
        this.random = new Random(seed);
    }

    List<Block> blocks() {
        return blocks;
    }

    TreeMap<Double, Map.Entry<double[], Integer>> top() {
        return top;
    }

    TreeMap<Double, Integer> bottom() {
        return bottom;
    }

    void plan() {
        for (int quarter = 0; quarter + 1 < QUARTERS.length; quarter++) {
            plan(QUARTERS[quarter], QUARTERS[quarter + 1]);
        }
    }

    void draw() {
        edges.forEach(Edge::draw);
    }

    private void plan(double west, double east) {
        List<Double> across = across(west, east);
        List<Double> along = along();
        List<Words.Name> names = new ArrayList<>();
        along.forEach(v -> names.add(v == COAST_ROAD_V ? new Words.Name("滨海大道", "Binhai Avenue") : words.street()));
        Map<String, Edge> byPlace = new HashMap<>();
        for (int i = 0; i < across.size(); i++) {
            Words.Name name = words.street();
            boolean main = i % 4 == 2;
            for (int j = 0; j + 1 < along.size() && isTown(across.get(i), along.get(j + 1)); j++) {
                boolean drawnBefore = i == 0 && west > 0;
                if (!drawnBefore) {
                    byPlace.put(
                            "v" + i + " " + j,
                            edge(across, along, i, j, i, j + 1, name, main ? "secondary" : "residential"));
                }
            }
            remember(across, along, i);
        }
        for (int j = 0; j < along.size(); j++) {
            for (int i = 0; i + 1 < across.size(); i++) {
                if (isTown(across.get(i), along.get(j)) && isTown(across.get(i + 1), along.get(j))) {
                    Strip strip = strip(across.get(i), across.get(i + 1));
                    boolean coastRoad = along.get(j) == COAST_ROAD_V;
                    if (strip == null || coastRoad || j % 3 == (strip.kind().equals("rail") ? 1 : 0)) {
                        String kind = coastRoad
                                ? "trunk"
                                : along.get(j) < 200 ? "tertiary" : j % 3 == 0 ? "secondary" : "residential";
                        Edge edge = edge(across, along, i, j, i + 1, j, names.get(j), kind);
                        if (strip != null) {
                            edge.tags[edge.tags.length - 1] = "yes";
                        }
                        byPlace.put("s" + i + " " + j, edge);
                    }
                }
            }
        }
        for (int i = 0; i + 1 < across.size(); i++) {
            for (int j = 0; j + 1 < along.size(); j++) {
                Edge south = byPlace.get("s" + i + " " + j);
                Edge north = byPlace.get("s" + i + " " + (j + 1));
                Edge westSide = byPlace.get("v" + i + " " + j);
                Edge eastSide = byPlace.get("v" + (i + 1) + " " + j);
                if (south != null
                        && north != null
                        && westSide != null
                        && eastSide != null
                        && strip(across.get(i), across.get(i + 1)) == null) {
                    blocks.add(new Block(
                            new double[][] {south.from, south.to, north.to, north.from},
                            south,
                            eastSide,
                            north,
                            westSide));
                }
            }
        }
    }

    private void remember(List<Double> across, List<Double> along, int i) {
        bottom.put(across.get(i), junction(across, along, i, 0));
        for (int j = along.size() - 1; j >= 0; j--) {
            if (isTown(across.get(i), along.get(j))) {
                int node = junction(across, along, i, j);
                top.put(across.get(i), Map.entry(places.get(across.get(i) + " " + along.get(j)), node));
                return;
            }
        }
    }

    private boolean isTown(double s, double v) {
        return v <= COAST_ROAD_V || !isBorder(s) && v <= shore.foot(s);
    }

    static Strip strip(double west, double east) {
        return STRIPS.stream()
                .filter(strip -> strip.s() > west && strip.s() < east)
                .findFirst()
                .orElse(null);
    }

    private List<Double> across(double west, double east) {
        List<Double> lines = new ArrayList<>();
        double s = west;
        while (s < east - 110) {
            lines.add(s);
            double wanted = s + 135 + random.nextInt(110);
            Strip strip = STRIPS.stream()
                    .filter(one -> one.s() - one.half() > lines.get(lines.size() - 1) + 20
                            && one.s() - one.half() < wanted + 70)
                    .filter(one -> one.s() < east)
                    .findFirst()
                    .orElse(null);
            if (strip != null) {
                double gap = strip.s() - strip.half() - s;
                if (gap > 260) {
                    lines.add(s + gap / 2);
                }
                lines.add(strip.s() - strip.half());
                s = strip.s() + strip.half();
            } else {
                s = wanted;
            }
        }
        lines.add(east);
        return lines;
    }

    private List<Double> along() {
        List<Double> lines = new ArrayList<>(List.of(145.0, COAST_ROAD_V));
        while (lines.get(lines.size() - 1) < 1_950) {
            lines.add(lines.get(lines.size() - 1) + 115 + random.nextInt(85));
        }
        return lines;
    }

    private Edge edge(
            List<Double> across, List<Double> along, int i, int j, int i2, int j2, Words.Name name, String kind) {
        int start = junction(across, along, i, j);
        int end = junction(across, along, i2, j2);
        return new Edge(
                places.get(across.get(i) + " " + along.get(j)),
                start,
                places.get(across.get(i2) + " " + along.get(j2)),
                end,
                "highway",
                kind,
                "name",
                name.zh(),
                "name:en",
                name.en(),
                "bridge",
                null);
    }

    private int junction(List<Double> across, List<Double> along, int i, int j) {
        double s = across.get(i);
        double v = along.get(j);
        return junctions.computeIfAbsent(s + " " + v, first -> {
            boolean fixed = v <= COAST_ROAD_V || isBorder(s) || strip(s - 40, s + 40) != null;
            double[] place = {
                s + (isBorder(s) || strip(s - 40, s + 40) != null ? 0 : random.nextInt(31) - 15),
                v + (fixed ? 0 : random.nextInt(37) - 18)
            };
            places.put(s + " " + v, place);
            return draft.node(shore.at(place[0], place[1]));
        });
    }

    private static boolean isBorder(double s) {
        for (double border : QUARTERS) {
            if (s == border) {
                return true;
            }
        }
        return false;
    }
}
