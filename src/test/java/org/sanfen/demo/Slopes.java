package org.sanfen.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Above the last street: steps to a lane along the slope with terraces on it, and hiking paths up to the ridge. */
final class Slopes {

    private static final double[] PATHS = {1_250, 3_700, 7_700, 10_650, 12_950};

    private final Shore shore;
    private final Draft draft;
    private final Builder builder;
    private final Words words;
    private final Random random;
    private final TreeMap<Double, Integer> lane = new TreeMap<>();
    private final TreeMap<Double, double[]> places = new TreeMap<>();

    Slopes(Shore shore, Draft draft, Builder builder, Words words, long seed) {
        this.shore = shore;
        this.draft = draft;
        this.builder = builder;
        this.words = words;
        this.random = new Random(seed);
    }

    void draw(TreeMap<Double, Map.Entry<double[], Integer>> foot) {
        foot.forEach((s, junction) -> {
            double[] place = {
                junction.getKey()[0] + random.nextInt(31) - 15, junction.getKey()[1] + 95 + random.nextInt(70)
            };
            lane.put(s, draft.node(shore.at(place[0], place[1])));
            places.put(s, place);
            if (random.nextInt(10) < 7 && junction.getKey()[1] > Lattice.COAST_ROAD_V) {
                steps(junction, place, lane.get(s));
            }
        });
        Double last = null;
        Words.Name name = words.lane();
        for (Double s : lane.keySet()) {
            if (last != null
                    && Lattice.strip(last, s) == null
                    && random.nextInt(10) < 8
                    && Math.abs(places.get(s)[1] - places.get(last)[1]) < 190) {
                terrace(last, s, name);
            } else {
                name = words.lane();
            }
            last = s;
        }
        List<Integer> tops = new ArrayList<>();
        for (double s : PATHS) {
            tops.add(path(lane.ceilingKey(s)));
        }
        for (int i = 1; i < tops.size(); i++) {
            ridgePath(PATHS[i - 1], tops.get(i - 1), PATHS[i], tops.get(i));
        }
    }

    private void steps(Map.Entry<double[], Integer> junction, double[] up, int end) {
        double[] from = junction.getKey();
        int bend = draft.node(shore.at((from[0] + up[0]) / 2 + random.nextInt(25) - 12, (from[1] + up[1]) / 2));
        draft.way(List.of(junction.getValue(), bend, end), "highway", "steps");
    }

    private void terrace(double west, double east, Words.Name name) {
        double[] a = places.get(west);
        double[] b = places.get(east);
        List<Integer> nodes = new ArrayList<>(List.of(lane.get(west)));
        for (double share : new double[] {0.33, 0.67}) {
            nodes.add(draft.node(
                    shore.at(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share + random.nextInt(17) - 8)));
        }
        nodes.add(lane.get(east));
        draft.way(nodes, "highway", "residential", "name", name.zh(), "name:en", name.en());
        if (a[1] < 520) {
            return;
        }
        int houses = (int) ((b[0] - a[0]) / 36);
        for (int i = 1; i < houses; i++) {
            double share = (double) i / houses;
            for (int side : new int[] {-1, 1}) {
                if (random.nextInt(10) < 7) {
                    builder.want(
                            new double[] {a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share + side * 19},
                            22,
                            13,
                            4 + random.nextInt(6),
                            "home",
                            null);
                }
            }
        }
    }

    private int path(double s) {
        double[] start = places.get(s);
        double v = start[1];
        List<Integer> nodes = new ArrayList<>(List.of(lane.get(s)));
        boolean climbs = false;
        while (v < 2_500) {
            v += 110;
            nodes.add(draft.node(shore.at(start[0] + 70 * StrictMath.sin(v / 260), v)));
            if (nodes.size() == 4) {
                draft.way(nodes, "highway", climbs ? "steps" : "path", "name", "登山径", "name:en", "Hill Path");
                climbs = !climbs;
                nodes = new ArrayList<>(List.of(nodes.get(3)));
            }
        }
        if (nodes.size() > 1) {
            draft.way(nodes, "highway", "path", "name", "登山径", "name:en", "Hill Path");
        }
        return nodes.get(nodes.size() - 1);
    }

    private void ridgePath(double west, int start, double east, int end) {
        List<Integer> nodes = new ArrayList<>(List.of(start));
        for (double s = west + 150; s < east - 100; s += 150) {
            nodes.add(draft.node(shore.at(s, 2_600 + 160 * StrictMath.sin(s / 420) + 90 * StrictMath.sin(s / 170))));
        }
        nodes.add(end);
        draft.way(nodes, "highway", "path", "name", "山脊步道", "name:en", "Ridge Trail");
    }
}
