package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.sanfen.street.engine.StreetEdge;

/**
 * The oracle: every edge cut into pieces of 0.25 m, plain Dijkstra in floating point over all of them, points snapped by
 * trying every street. Slow, simple, and shares nothing with the engine but the drawing.
 */
final class BruteForce {

    private static final double PIECE_M = 0.25;

    private final Scene scene;
    private final double limit;
    private final double speed;
    private final boolean privateWays;
    private final List<List<double[]>> links = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<TreeSet<Double>> cuts = new ArrayList<>();
    /** Of each street, metres along it of its cuts, and their numbers. */
    private double[][] ats;

    private int[][] at;

    /** @param speed metres a second on the level; 0 for costs in metres */
    BruteForce(Scene scene, double limit, double speed, boolean privateWays) {
        this.scene = scene;
        this.limit = limit;
        this.speed = speed;
        this.privateWays = privateWays;
    }

    /** Covered metres of each street, in the order drawn. */
    double[] coveredMetres(List<double[]> points) {
        double[] costs = search(prepare(points));
        double[] covered = new double[scene.streets().size()];
        for (int s = 0; s < covered.length; s++) {
            if (open(s)) {
                Double before = null;
                for (double at : cuts.get(s)) {
                    if (before != null) {
                        double from = limit - costs[number(s, before)];
                        double to = limit - costs[number(s, at)];
                        double reach = (Math.max(0, from) + Math.max(0, to)) * metresPerCost(s);
                        covered[s] += Math.min(at - before, reach);
                    }
                    before = at;
                }
            }
        }
        return covered;
    }

    /** Metres of each street that two different points reach, by {@link #searchEach}; pieces judged by their middles. */
    double[] backupMetres(List<double[]> costs) {
        double[] doubled = new double[scene.streets().size()];
        for (int s = 0; s < doubled.length; s++) {
            for (int i = 1; open(s) && i < ats[s].length; i++) {
                double half = (ats[s][i] - ats[s][i - 1]) / 2 / metresPerCost(s);
                int reaching = 0;
                for (double[] one : costs) {
                    double middle = half + Math.min(one[at[s][i - 1]], one[at[s][i]]);
                    reaching += middle <= limit ? 1 : 0;
                }
                doubled[s] += reaching >= 2 ? ats[s][i] - ats[s][i - 1] : 0;
            }
        }
        return doubled;
    }

    /** A search from each point alone; infinite all over for one that is unlinked. */
    List<double[]> searchEach(List<double[]> points) {
        prepare(points);
        List<double[]> costs = new ArrayList<>();
        for (double[] point : points) {
            double[] start = snap(point);
            costs.add(search(start == null ? List.of() : List.<double[]>of(start)));
        }
        return costs;
    }

    /** Cost of a search at a place of a street. */
    double costAt(double[] costs, int street, double place) {
        int found = Arrays.binarySearch(ats[street], place);
        int after = found < 0 ? -found - 1 : found;
        int before = found < 0 ? after - 1 : found;
        return Math.min(
                costs[at[street][before]] + (place - ats[street][before]) / metresPerCost(street),
                costs[at[street][after]] + (ats[street][after] - place) / metresPerCost(street));
    }

    private List<double[]> prepare(List<double[]> points) {
        List<double[]> starts = new ArrayList<>();
        for (StreetEdge street : scene.streets()) {
            TreeSet<Double> cut = new TreeSet<>();
            double length = street.lengthMm() / 1000.0;
            for (double at = 0; at < length; at += PIECE_M) {
                cut.add(at);
            }
            cut.add(length);
            cuts.add(cut);
        }
        for (double[] point : points) {
            double[] start = snap(point);
            if (start != null) {
                starts.add(start);
                cuts.get((int) start[0]).add(start[1]);
            }
        }
        link();
        ats = new double[cuts.size()][];
        at = new int[cuts.size()][];
        for (int s = 0; s < ats.length; s++) {
            int street = s;
            ats[s] = cuts.get(s).stream().mapToDouble(one -> one).toArray();
            at[s] = cuts.get(s).stream().mapToInt(one -> number(street, one)).toArray();
        }
        return starts;
    }

    private boolean open(int street) {
        return privateWays || !scene.streets().get(street).privateWay();
    }

    private double metresPerCost(int street) {
        return speed == 0 ? 1 : scene.streets().get(street).steps() ? 0.6 * speed : speed;
    }

    private int number(int street, double at) {
        StreetEdge edge = scene.streets().get(street);
        String key = at == 0
                ? "node " + edge.fromNode()
                : at == edge.lengthMm() / 1000.0 ? "node " + edge.toNode() : street + " at " + at;
        return numbers.computeIfAbsent(key, any -> {
            links.add(new ArrayList<>());
            return numbers.size();
        });
    }

    private void link() {
        for (int s = 0; s < cuts.size(); s++) {
            Double before = null;
            for (double at : cuts.get(s)) {
                if (before != null) {
                    int a = number(s, before);
                    int b = number(s, at);
                    if (open(s)) {
                        double cost = (at - before) / metresPerCost(s);
                        links.get(a).add(new double[] {b, cost});
                        links.get(b).add(new double[] {a, cost});
                    }
                }
                before = at;
            }
        }
    }

    private double[] search(List<double[]> starts) {
        double[] costs = new double[links.size()];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        PriorityQueue<double[]> queue = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
        for (double[] start : starts) {
            double leg = speed == 0 ? start[2] : start[2] / speed;
            queue.add(new double[] {leg, number((int) start[0], start[1])});
        }
        while (!queue.isEmpty()) {
            double[] least = queue.poll();
            int at = (int) least[1];
            if (least[0] < costs[at]) {
                costs[at] = least[0];
                for (double[] link : links.get(at)) {
                    queue.add(new double[] {least[0] + link[1], link[0]});
                }
            }
        }
        return costs;
    }

    /** Street, metres along it, metres of leg; null beyond 50 m. */
    private double[] snap(double[] point) {
        double[] best = null;
        for (int s = 0; s < scene.streets().size(); s++) {
            if (open(s) && !scene.streets().get(s).tunnel()) {
                double[] shape = scene.shape(s);
                double along = 0;
                for (int i = 2; i < shape.length; i += 2) {
                    double dx = shape[i] - shape[i - 2];
                    double dy = shape[i + 1] - shape[i - 1];
                    double length = Math.hypot(dx, dy);
                    double t = ((point[0] - shape[i - 2]) * dx + (point[1] - shape[i - 1]) * dy) / (length * length);
                    t = Math.max(0, Math.min(1, t));
                    double leg = Math.hypot(point[0] - shape[i - 2] - t * dx, point[1] - shape[i - 1] - t * dy);
                    if (leg <= 50 && (best == null || leg < best[2])) {
                        double whole = scene.streets().get(s).lengthMm() / 1000.0;
                        best = new double[] {s, Math.min(whole, along + t * length), leg};
                    }
                    along += length;
                }
            }
        }
        return best;
    }
}
