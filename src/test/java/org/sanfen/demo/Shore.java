package org.sanfen.demo;

import org.locationtech.jts.geom.Coordinate;

/**
 * The town's own coordinates: s runs along the shore from south-west to north-east, v inland from the sea, both in metres.
 * Streets drawn straight in s and v bend with the bays. Positions leave in metres east and north of the origin, and in
 * degrees: one degree south of where a real town of that name lies, which is open sea. Immutable.
 */
final class Shore {

    static final double LENGTH = 14_200;
    static final int PORT_WEST = 5_600;
    static final int PORT_EAST = 8_900;
    static final double PORT_DEPTH = 880;

    private static final double WEST = 114.198;
    private static final double SOUTH = 21.543;
    private static final double M_PER_LON = 103_480;
    private static final double M_PER_LAT = 110_730;
    private static final int STEP = 10;
    private static final double[][] BEND = {
        {2_400, 300},
        {3_600, 1_300},
        {5_000, 2_200},
        {7_000, 3_300},
        {9_000, 4_600},
        {10_800, 5_900},
        {12_800, 6_700},
        {14_700, 7_000}
    };

    /** Where the slopes begin: s and v in turn. */
    private static final double[] FOOT = {
        0, 900, 600, 1300, 1800, 1450, 2600, 1150, 3400, 1250, 4400, 1000, 5100, 480, 5500, 470, 6200, 1150, 7200, 1700,
        8300, 1800, 9100, 1200, 9600, 470, 10000, 500, 10600, 1150, 11300, 1250, 11800, 560, 12200, 470, 12700, 820,
        13400, 860, 13900, 470, 14200, 430
    };

    /** The border along the ridge: s and v in turn. */
    private static final double[] RIDGE = {
        0, 2800, 900, 3150, 2000, 4000, 3100, 4350, 4000, 5000, 5600, 4900, 7000, 5250, 8300, 5700, 9500, 5400, 10800,
        5650, 12000, 5900, 13200, 5350, 14200, 5000
    };

    private final double[] x;
    private final double[] y;
    private final double[] east;
    private final double[] north;

    Shore() {
        int count = (int) LENGTH / STEP + 1;
        x = new double[count];
        y = new double[count];
        east = new double[count];
        north = new double[count];
        double[][] line = curve();
        double along = 0;
        int at = 1;
        for (int i = 0; i < count; i++) {
            double wanted = (double) i * STEP * total(line) / LENGTH;
            while (at < line.length - 1 && along + gap(line, at) < wanted) {
                along += gap(line, at++);
            }
            double share = (wanted - along) / gap(line, at);
            x[i] = line[at - 1][0] + (line[at][0] - line[at - 1][0]) * share;
            y[i] = line[at - 1][1] + (line[at][1] - line[at - 1][1]) * share;
        }
        for (int i = 0; i < count; i++) {
            int a = Math.max(0, i - 20);
            int b = Math.min(count - 1, i + 20);
            double length = Math.sqrt((x[b] - x[a]) * (x[b] - x[a]) + (y[b] - y[a]) * (y[b] - y[a]));
            east[i] = (x[b] - x[a]) / length;
            north[i] = (y[b] - y[a]) / length;
        }
    }

    /** Metres east and north of the origin. */
    Coordinate at(double s, double v) {
        return straight(s, v + bay(Math.max(0, Math.min(LENGTH, s))) * StrictMath.exp(-Math.max(0, v) / 500));
    }

    /** The same without the bays: t is measured from the town's axis. */
    Coordinate straight(double s, double t) {
        double within = Math.max(0, Math.min(LENGTH, s)) / STEP;
        int i = Math.min(x.length - 2, (int) within);
        double share = within - i;
        double ex = east[i] + (east[i + 1] - east[i]) * share;
        double ey = north[i] + (north[i + 1] - north[i]) * share;
        double beyond = s - within * STEP;
        return new Coordinate(
                x[i] + (x[i + 1] - x[i]) * share + ex * beyond - ey * t,
                y[i] + (y[i + 1] - y[i]) * share + ey * beyond + ex * t);
    }

    double foot(double s) {
        return along(FOOT, s);
    }

    double ridge(double s) {
        return along(RIDGE, s) + 60 * StrictMath.sin(s / 310);
    }

    static double lon(Coordinate metres) {
        return WEST + metres.x / M_PER_LON;
    }

    static double lat(Coordinate metres) {
        return SOUTH + metres.y / M_PER_LAT;
    }

    /** How far the natural shore lies inland of the town's axis. */
    private static double bay(double s) {
        return 105 * StrictMath.sin(s / 610 + 0.4) + 85 * StrictMath.sin(s / 1_370 + 2.1) + 14 * StrictMath.sin(s / 97);
    }

    private static double along(double[] profile, double s) {
        for (int i = 2; i < profile.length; i += 2) {
            if (s <= profile[i]) {
                double share = (s - profile[i - 2]) / (profile[i] - profile[i - 2]);
                return profile[i - 1] + (profile[i + 1] - profile[i - 1]) * Math.max(0, share);
            }
        }
        return profile[profile.length - 1];
    }

    /** Catmull-Rom through the bends. */
    private static double[][] curve() {
        int parts = 100;
        double[][] line = new double[(BEND.length - 1) * parts + 1][];
        for (int i = 0; i < line.length; i++) {
            int leg = Math.min(BEND.length - 2, i / parts);
            double u = (double) (i - leg * parts) / parts;
            line[i] = new double[2];
            for (int axis = 0; axis < 2; axis++) {
                double a = BEND[Math.max(0, leg - 1)][axis];
                double b = BEND[leg][axis];
                double c = BEND[leg + 1][axis];
                double d = BEND[Math.min(BEND.length - 1, leg + 2)][axis];
                line[i][axis] = 0.5
                        * (2 * b
                                + (c - a) * u
                                + (2 * a - 5 * b + 4 * c - d) * u * u
                                + (3 * b - a - 3 * c + d) * u * u * u);
            }
        }
        return line;
    }

    private static double total(double[][] line) {
        double total = 0;
        for (int i = 1; i < line.length; i++) {
            total += gap(line, i);
        }
        return total;
    }

    private static double gap(double[][] line, int i) {
        double dx = line[i][0] - line[i - 1][0];
        double dy = line[i][1] - line[i - 1][1];
        return Math.sqrt(dx * dx + dy * dy);
    }
}
