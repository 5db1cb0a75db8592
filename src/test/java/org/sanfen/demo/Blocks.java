package org.sanfen.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** What stands on each block: estates of towers, older rows, shops, offices, schools, parks, works, and the villages. */
final class Blocks {

    private static final double ALLEY_ROWS_M = 31;
    private static final double ALLEY_COLUMNS_M = 47;

    private final Shore shore;
    private final Draft draft;
    private final Builder builder;
    private final Words words;
    private final Random random;
    private int hospitals;

    Blocks(Shore shore, Draft draft, Builder builder, Words words, long seed) {
        this.shore = shore;
        this.draft = draft;
        this.builder = builder;
        this.words = words;
        this.random = new Random(seed);
    }

    void fill(Lattice.Block block) {
        double[] middle = block.at(0.5, 0.5);
        double s = middle[0];
        double v = middle[1];
        double dice = random.nextDouble();
        if (Village.isInOne(s, v)) {
            if (dice < 0.8) {
                village(block);
            } else {
                rows(block);
            }
            return;
        }
        boolean byTheRoad = v < 470;
        boolean meisha = s > 9_650;
        boolean byThePort = s > 5_300 && s < 9_650 && byTheRoad;
        boolean works = s > 8_150 && s < 9_200 && v > 900;
        if (works && dice < 0.7 || byThePort && dice < 0.3) {
            works(block);
        } else if (meisha && byTheRoad && dice < 0.4) {
            hotel(block);
        } else if (dice < (byTheRoad ? 0.14 : 0.05)) {
            mall(block);
        } else if (dice < (byTheRoad ? 0.32 : 0.10)) {
            offices(block);
        } else if (dice < (byTheRoad ? 0.36 : 0.18)) {
            school(block);
        } else if (dice < (byTheRoad ? 0.46 : 0.27)) {
            park(block);
        } else if (hospitals < 3 && dice < 0.29) {
            hospitals++;
            hospital(block);
        } else if (dice < 0.62) {
            rows(block);
        } else {
            towers(block);
        }
    }

    private void village(Lattice.Block block) {
        int rows = Math.max(2, (int) Math.round(block.depth() / ALLEY_ROWS_M));
        int columns = Math.max(2, (int) Math.round(block.width() / ALLEY_COLUMNS_M));
        int[][] nodes = new int[columns + 1][rows + 1];
        for (int k = 0; k <= columns; k++) {
            for (int l = 0; l <= rows; l++) {
                double a = (k + (k == 0 || k == columns ? 0 : shaken(0.12))) / columns;
                double b = (double) l / rows;
                boolean corner = (k == 0 || k == columns) && (l == 0 || l == rows);
                nodes[k][l] = corner
                        ? -1
                        : k == 0
                                ? block.west().open(b)
                                : k == columns
                                        ? block.east().open(b)
                                        : l == 0
                                                ? block.south().open(a)
                                                : l == rows
                                                        ? block.north().open(a)
                                                        : node(block.at(a, b + shaken(0.1) / rows));
            }
        }
        for (int l = 1; l < rows; l++) {
            Words.Name lane = random.nextInt(3) == 0 ? words.lane() : new Words.Name(null, null);
            List<Integer> alley = new ArrayList<>();
            for (int k = 0; k <= columns; k++) {
                alley.add(nodes[k][l]);
            }
            draft.way(alley, "highway", "footway", "name", lane.zh(), "name:en", lane.en());
        }
        for (int k = 1; k < columns; k++) {
            for (int l = 0; l < rows; l++) {
                if (random.nextInt(10) < 6) {
                    draft.way(List.of(nodes[k][l], nodes[k][l + 1]), "highway", "footway");
                }
            }
        }
        double depth = block.depth() / rows;
        for (int l = 0; l < rows; l++) {
            for (double side : new double[] {9.2, depth - 9.2}) {
                for (double x = 13; x < block.width() - 10; x += 12.6 + random.nextDouble() * 1.6) {
                    builder.want(
                            block.at(x / block.width(), (l * depth + side) / block.depth()),
                            10.4 + random.nextDouble() * 1.4,
                            10 + random.nextDouble() * 1.2,
                            4 + random.nextInt(5),
                            "village",
                            null);
                }
            }
        }
    }

    private void towers(Lattice.Block block) {
        Words.Name estate = words.estate();
        cross(block, "private");
        ground(block, 0.08, "landuse", "residential", "name", estate.zh(), "name:en", estate.en());
        int number = 1;
        int across = Math.max(2, (int) (block.width() / 68));
        int deep = Math.max(2, (int) (block.depth() / 72));
        int storeys = 15 + random.nextInt(15);
        for (int i = 0; i < across; i++) {
            for (int j = 0; j < deep; j++) {
                builder.want(
                        block.at((i + 0.5 + shaken(0.08)) / across, (j + 0.5 + shaken(0.08)) / deep),
                        25,
                        21,
                        storeys + random.nextInt(4),
                        "home",
                        number == 1 ? estate : null);
                number++;
            }
        }
    }

    private void rows(Lattice.Block block) {
        cross(block, random.nextBoolean() ? "private" : null);
        int deep = Math.max(2, (int) (block.depth() / 33));
        int across = Math.max(2, (int) (block.width() / 62));
        int storeys = 6 + random.nextInt(3);
        Words.Name estate = words.estate();
        for (int j = 0; j < deep; j++) {
            for (int i = 0; i < across; i++) {
                builder.want(
                        block.at((i + 0.5) / across, (j + 0.5 + shaken(0.06)) / deep),
                        Math.min(52, block.width() / across - 10),
                        13,
                        storeys,
                        "home",
                        i + j == 0 ? estate : null);
            }
        }
    }

    private void mall(Lattice.Block block) {
        Words.Name name = words.mall();
        int way = 0;
        List<Integer> nodes = new ArrayList<>(List.of(block.south().open(0.5)));
        for (double b : new double[] {0.25, 0.5, 0.75}) {
            nodes.add(node(block.at(0.5, b)));
        }
        nodes.add(block.north().open(0.5));
        draft.way(nodes, "highway", "pedestrian");
        for (double a : new double[] {0.26, 0.74}) {
            builder.want(
                    block.at(a, 0.34),
                    block.width() * 0.36,
                    block.depth() * 0.46,
                    4 + way,
                    "mall",
                    way++ == 0 ? name : null);
            builder.want(
                    block.at(a, 0.76), 36, 30, 12 + random.nextInt(12), random.nextBoolean() ? "home" : "office", null);
        }
    }

    private void offices(Lattice.Block block) {
        cross(block, null);
        for (double a : new double[] {0.25, 0.75}) {
            for (double b : new double[] {0.25, 0.75}) {
                builder.want(
                        block.at(a, b),
                        38,
                        34,
                        8 + random.nextInt(20),
                        "office",
                        random.nextBoolean() ? words.office() : null);
            }
        }
    }

    private void school(Lattice.Block block) {
        Words.Name name = words.school();
        ground(block, 0.07, "amenity", "school", "name", name.zh(), "name:en", name.en());
        gate(block, "private");
        builder.want(block.at(0.3, 0.72), 62, 15, 5, "school", name);
        builder.want(block.at(0.3, 0.45), 62, 15, 5, "school", null);
        builder.want(block.at(0.28, 0.2), 40, 22, 3, "school", null);
        ring(block, 0.62, 0.9, 0.2, 0.8, "leisure", "pitch");
    }

    private void hospital(Lattice.Block block) {
        Words.Name name =
                new Words.Name(hospitals == 1 ? "盐田示意医院" : "示意社区医院" + hospitals, "Demonstration Hospital " + hospitals);
        ground(block, 0.07, "amenity", "hospital", "name", name.zh(), "name:en", name.en());
        cross(block, null);
        builder.want(block.at(0.28, 0.27), 60, 30, 12, "hospital", name);
        builder.want(block.at(0.74, 0.27), 44, 26, 6, "hospital", null);
        builder.want(block.at(0.28, 0.75), 50, 24, 8, "hospital", null);
    }

    private void hotel(Lattice.Block block) {
        Words.Name name = words.hotel();
        ground(block, 0.07, "leisure", "garden");
        cross(block, null);
        builder.want(block.at(0.27, 0.28), 58, 20, 7 + random.nextInt(8), "hotel", name);
        builder.want(block.at(0.74, 0.3), 22, 46, 5 + random.nextInt(4), "hotel", null);
        builder.want(block.at(0.72, 0.76), 40, 18, 4, "hotel", null);
    }

    private void works(Lattice.Block block) {
        Words.Name name = words.works();
        ground(block, 0.06, "landuse", "industrial", "name", name.zh(), "name:en", name.en());
        cross(block, "private");
        for (double a : new double[] {0.26, 0.74}) {
            for (double b : new double[] {0.26, 0.74}) {
                builder.want(
                        block.at(a, b),
                        block.width() * 0.36,
                        block.depth() * 0.34,
                        2 + random.nextInt(4),
                        "works",
                        a + b < 0.6 ? name : null);
            }
        }
    }

    private void park(Lattice.Block block) {
        Words.Name name = words.park();
        ground(block, 0.05, "leisure", "park", "name", name.zh(), "name:en", name.en());
        int middle = node(block.at(0.5 + shaken(0.1), 0.5 + shaken(0.1)));
        draft.way(
                List.of(
                        block.south().open(0.22),
                        node(block.at(0.3, 0.3)),
                        middle,
                        node(block.at(0.62, 0.78)),
                        block.north().open(0.7)),
                "highway",
                "footway");
        draft.way(
                List.of(
                        block.west().open(0.66),
                        node(block.at(0.25, 0.6)),
                        middle,
                        node(block.at(0.76, 0.42)),
                        block.east().open(0.4)),
                "highway",
                "footway");
        if (random.nextInt(3) == 0) {
            ring(block, 0.12, 0.36, 0.68, 0.88, "natural", "water");
        }
    }

    /** Two lanes that meet in the middle of the block. */
    private void cross(Lattice.Block block, String access) {
        int middle = node(block.at(0.5, 0.5));
        draft.way(
                List.of(
                        block.south().open(0.5),
                        node(block.at(0.5, 0.25)),
                        middle,
                        node(block.at(0.5, 0.75)),
                        block.north().open(0.5)),
                "highway",
                "service",
                "access",
                access);
        draft.way(
                List.of(
                        block.west().open(0.5),
                        node(block.at(0.25, 0.5)),
                        middle,
                        node(block.at(0.75, 0.5)),
                        block.east().open(0.5)),
                "highway",
                "footway",
                "access",
                access);
    }

    private void gate(Lattice.Block block, String access) {
        draft.way(
                List.of(block.south().open(0.52), node(block.at(0.55, 0.32)), node(block.at(0.55, 0.6))),
                "highway",
                "footway",
                "access",
                access);
    }

    private void ground(Lattice.Block block, double inset, String... tags) {
        ring(block, inset, 1 - inset, inset, 1 - inset, tags);
    }

    private void ring(Lattice.Block block, double fromA, double toA, double fromB, double toB, String... tags) {
        List<Coordinate> corners = new ArrayList<>();
        for (double[] corner : new double[][] {
            {fromA, fromB}, {(fromA + toA) / 2, fromB}, {toA, fromB}, {toA, toB}, {(fromA + toA) / 2, toB}, {fromA, toB}
        }) {
            corners.add(metres(block.at(corner[0], corner[1])));
        }
        draft.ring(corners, tags);
    }

    private int node(double[] place) {
        return draft.node(metres(place));
    }

    private Coordinate metres(double[] place) {
        return shore.at(place[0], place[1]);
    }

    private double shaken(double most) {
        return (random.nextDouble() * 2 - 1) * most;
    }
}
