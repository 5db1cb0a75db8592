package org.sanfen.street.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.sanfen.geo.Geodesic;
import org.sanfen.geo.LonLat;
import org.sanfen.geo.Wkb;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.StreetEdge;

/**
 * A seeded town of bent streets around an origin: steps, tunnels, private ways, loops, two streets between the same
 * junctions, an island that is large and one that is small, walls and a river. Around the 180th meridian its streets are
 * cut there, as OpenStreetMap's are. Spots lie beside streets, on junctions, several on one street, and far from all.
 */
final class WalkTown {

    static final int SMALLEST_PIECE_MM = 500_000;
    static final int LONGEST_LEG_MM = 50_000;

    private static final int SIDE = 6;
    private static final double BLOCK_M = 90;
    private static final int HALF_ROUND = 1_800_000_000;

    final String name;
    final List<StreetEdge> streets = new ArrayList<>();
    final List<int[]> barriers = new ArrayList<>();
    final List<LonLat> spots = new ArrayList<>();

    private final Random random;
    private final int lon;
    private final int lat;
    private final LocalFrame frame;
    private final List<double[]> junctions = new ArrayList<>();

    /** @param lon 1e-7 degrees, as {@code lat} */
    WalkTown(String name, long seed, int lon, int lat) {
        this.name = name;
        this.random = new Random(seed);
        this.lon = lon;
        this.lat = lat;
        this.frame = LocalFrame.at(lat);
    }

    static List<WalkTown> all() {
        List<WalkTown> towns = new ArrayList<>();
        towns.add(new WalkTown("no streets", 0, 0, 0));
        towns.add(new WalkTown("Shenzhen", 1, 1_142_700_000, 225_700_000).draw());
        towns.add(new WalkTown("Shenzhen again", 2, 1_142_700_000, 225_700_000).draw());
        towns.add(new WalkTown("Punta Arenas", 3, -709_100_000, -531_600_000).draw());
        towns.add(new WalkTown("Oulu", 4, 254_700_000, 650_100_000).draw());
        towns.add(new WalkTown("Greenwich", 5, 0, 514_800_000).draw());
        towns.add(new WalkTown("Quito", 6, -785_000_000, -1_000).draw());
        towns.add(new WalkTown("Taveuni, on the 180th meridian", 7, HALF_ROUND, -168_000_000).draw());
        return towns;
    }

    private WalkTown draw() {
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double aside = column == SIDE / 2 ? 0 : between(-25, 25);
                junctions.add(new double[] {(column - SIDE / 2) * BLOCK_M + aside, row * BLOCK_M + between(-25, 25)});
            }
        }
        for (int here = 0; here < SIDE * SIDE; here++) {
            if (here % SIDE + 1 < SIDE && random.nextInt(8) > 0) {
                street(here, here + 1);
            }
            if (here + SIDE < SIDE * SIDE && random.nextInt(8) > 0) {
                street(here, here + SIDE);
            }
        }
        for (int twice = 0; twice < 4; twice++) {
            StreetEdge other = streets.get(random.nextInt(streets.size()));
            street((int) other.fromNode(), (int) other.toNode());
        }
        for (int loop = 0; loop < 3; loop++) {
            loop(random.nextInt(junctions.size()));
        }
        island(-700, 600);
        island(500, 120);
        walls();
        for (int i = 0; i < 36; i++) {
            spot(i);
        }
        return this;
    }

    private double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    private void street(int from, int to) {
        double[] a = junctions.get(from);
        double[] b = junctions.get(to);
        int bends = random.nextInt(4);
        double[] xy = new double[2 * bends + 4];
        for (int i = 0; i < bends + 2; i++) {
            double t = i / (bends + 1.0);
            double wild = i == 0 || i == bends + 1 ? 0 : 12;
            xy[2 * i] = sameSide(a, b, a[0] + t * (b[0] - a[0]) + between(-wild, wild));
            xy[2 * i + 1] = a[1] + t * (b[1] - a[1]) + between(-wild, wild);
        }
        add(from, to, xy);
    }

    /** No street crosses the middle column, where the meridian may be. */
    private static double sameSide(double[] a, double[] b, double x) {
        return a[0] + b[0] < 0 ? Math.min(x, 0) : Math.max(x, 0);
    }

    private void loop(int at) {
        double[] here = junctions.get(at);
        double out = here[0] < 0 ? -1 : 1;
        double size = between(15, 40);
        add(at, at, new double[] {
            here[0],
            here[1],
            here[0] + out * size,
            here[1] + size / 3,
            here[0] + out * size,
            here[1] - size / 2,
            here[0],
            here[1]
        });
    }

    /** Four streets apart from the others. */
    private void island(double west, double size) {
        int first = junctions.size();
        double south = between(0, 200);
        junctions.add(new double[] {west, south});
        junctions.add(new double[] {west + size / 4, south});
        junctions.add(new double[] {west + size / 4, south + size / 4});
        junctions.add(new double[] {west, south + size / 4});
        for (int i = 0; i < 4; i++) {
            street(first + i, first + (i + 1) % 4);
        }
    }

    private void add(int from, int to, double[] xy) {
        double middle = 0;
        for (int i = 0; i < xy.length; i += 2) {
            middle += xy[i];
        }
        int[] shape = new int[xy.length];
        Coordinate[] line = new Coordinate[xy.length / 2];
        for (int i = 0; i < xy.length; i += 2) {
            shape[i] = lon(xy[i], middle);
            shape[i + 1] = lat(xy[i + 1]);
            line[i / 2] = new Coordinate(shape[i] / LocalFrame.UNITS, shape[i + 1] / LocalFrame.UNITS);
        }
        LineString drawn = Wkb.GEOMETRIES.createLineString(line);
        int kind = random.nextInt(20);
        String street = random.nextInt(3) == 0 ? null : "Street " + from % SIDE;
        streets.add(new StreetEdge(
                10L + 3L * streets.size(),
                from,
                to,
                shape,
                (int) Geodesic.millimetres(drawn),
                kind < 3,
                kind == 3 || kind == 4,
                kind == 5,
                street));
    }

    private void walls() {
        for (int i = 0; i < 14; i++) {
            double x = between(-SIDE / 2.0 * BLOCK_M, SIDE / 2.0 * BLOCK_M);
            double y = between(0, SIDE * BLOCK_M);
            double[] xy = new double[2 * (2 + random.nextInt(3))];
            for (int v = 0; v < xy.length; v += 2) {
                xy[v] = sameSide(new double[] {x}, new double[] {0}, x + between(-40, 40));
                xy[v + 1] = y + between(-40, 40);
            }
            barrier(xy, x);
        }
        barrier(new double[] {-2000, -200, -400, -90, -5, -70}, -1); // a river that no leg and no street comes near
    }

    private void barrier(double[] xy, double side) {
        int[] line = new int[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            line[i] = lon(xy[i], side);
            line[i + 1] = lat(xy[i + 1]);
        }
        barriers.add(line);
    }

    /** Farther than a leg from the middle column, where the server links nobody across the meridian. */
    private void spot(int number) {
        double[] at;
        do {
            at = switch (number % 6) {
                case 0 -> junctions.get(random.nextInt(junctions.size()));
                case 1 -> new double[] {between(-360, 360), between(-60, 600)};
                case 2 -> beside(streets.get(number), 0.5);
                default -> beside(streets.get(random.nextInt(streets.size())), 25);
            };
            number++;
        } while (Math.abs(at[0]) < 60);
        // Finer than the units, because browsers give such positions.
        double east = lon(at[0], at[0]) / LocalFrame.UNITS + between(-4e-8, 4e-8);
        double north = lat(at[1]) / LocalFrame.UNITS + between(-4e-8, 4e-8);
        spots.add(new LonLat(Math.round(east * 1e9) / 1e9, Math.round(north * 1e9) / 1e9));
    }

    private double[] beside(StreetEdge street, double metres) {
        double[] from = junctions.get((int) street.fromNode());
        double[] to = junctions.get((int) street.toNode());
        double t = random.nextDouble();
        return new double[] {
            from[0] + t * (to[0] - from[0]) + between(-metres, metres),
            from[1] + t * (to[1] - from[1]) + between(-metres, metres)
        };
    }

    /** @param side tells on which side of the meridian a position on it counts */
    private int lon(double x, double side) {
        long east = lon + Math.round(x / frame.xMetres());
        if (Math.abs(lon) == HALF_ROUND) {
            return (int) (side > 0 ? east - 2L * HALF_ROUND : east);
        }
        return (int) east;
    }

    private int lat(double y) {
        return lat + (int) Math.round(y / frame.yMetres());
    }

    @Override
    public String toString() {
        return name + ": " + streets.size() + " streets, " + Arrays.toString(spots.toArray());
    }
}
