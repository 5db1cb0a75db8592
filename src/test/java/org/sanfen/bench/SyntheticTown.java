package org.sanfen.bench;

import com.google.protobuf.ByteString;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBBox;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.StringTable;
import crosby.binary.Osmformat.Way;
import crosby.binary.file.BlockOutputStream;
import crosby.binary.file.FileBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * A town that does not exist: a wavy grid of streets, one way a block, with exactly the asked numbers of nodes and of
 * walkable ways. The same seed gives the same bytes.
 */
final class SyntheticTown {

    private static final int BLOCK = 8000;
    private static final double WEST = 100.0;
    private static final double SOUTH = 20.0;
    private static final double STEP = 0.001;
    private static final String[] CLASSES = {"residential", "footway", "service", "tertiary", "steps", "pedestrian"};

    private final int nodes;
    private final int ways;
    private final int side;
    private final Random random;

    SyntheticTown(int nodes, int ways, long seed) {
        this.nodes = nodes;
        this.ways = ways;
        this.side = (int) Math.ceil((1 + Math.sqrt(1 + 2.0 * ways)) / 2);
        this.random = new Random(seed);
        if (nodes < side * side + ways) {
            throw new IllegalArgumentException("Too few nodes for " + ways + " ways");
        }
    }

    void write(Path file) throws IOException {
        try (BlockOutputStream out = new BlockOutputStream(Files.newOutputStream(file))) {
            double extent = side * STEP;
            HeaderBlock header = HeaderBlock.newBuilder()
                    .addRequiredFeatures("OsmSchema-V0.6")
                    .addRequiredFeatures("DenseNodes")
                    .addOptionalFeatures("Sort.Type_then_ID")
                    .setBbox(HeaderBBox.newBuilder()
                            .setLeft(nano(WEST - STEP))
                            .setRight(nano(WEST + extent))
                            .setBottom(nano(SOUTH - STEP))
                            .setTop(nano(SOUTH + extent)))
                    .build();
            out.write(FileBlock.newInstance("OSMHeader", header.toByteString(), null));
            writeNodes(out);
            writeWays(out);
        }
    }

    /** Junctions first (ids from 1, row by row), then the nodes inside each way in the order of the ways. */
    private void writeNodes(BlockOutputStream out) throws IOException {
        DenseNodes.Builder dense = DenseNodes.newBuilder();
        long[] last = new long[3];
        int junctions = side * side;
        int inside = 0;
        int way = 0;
        int left = insideOf(0);
        for (int id = 1; id <= nodes; id++) {
            double lon;
            double lat;
            if (id <= junctions) {
                lon = lonOf(id - 1) + random.nextGaussian() * STEP * 0.05;
                lat = latOf(id - 1) + random.nextGaussian() * STEP * 0.05;
            } else {
                while (inside == left) {
                    way++;
                    left = insideOf(way);
                    inside = 0;
                }
                inside++;
                double along = inside / (left + 1.0);
                int from = from(way);
                int to = to(way);
                lon = lonOf(from) + (lonOf(to) - lonOf(from)) * along + random.nextGaussian() * STEP * 0.03;
                lat = latOf(from) + (latOf(to) - latOf(from)) * along + random.nextGaussian() * STEP * 0.03;
            }
            long x = Math.round(lon * 1e7);
            long y = Math.round(lat * 1e7);
            dense.addId(id - last[0]).addLon(x - last[1]).addLat(y - last[2]);
            last = new long[] {id, x, y};
            if (dense.getIdCount() == BLOCK || id == nodes) {
                write(out, StringTable.newBuilder().addS(ByteString.EMPTY), PrimitiveGroup.newBuilder().setDense(dense));
                dense = DenseNodes.newBuilder();
                last = new long[3];
            }
        }
    }

    private void writeWays(BlockOutputStream out) throws IOException {
        long next = (long) side * side + 1;
        Map<String, Integer> strings = new LinkedHashMap<>();
        strings.put("", 0);
        PrimitiveGroup.Builder group = PrimitiveGroup.newBuilder();
        for (int way = 0; way < ways; way++) {
            Way.Builder builder = Way.newBuilder().setId(way + 1);
            long previous = 0;
            int inside = insideOf(way);
            for (int i = 0; i < inside + 2; i++) {
                long node = i == 0 ? from(way) + 1 : i == inside + 1 ? to(way) + 1 : next++;
                builder.addRefs(node - previous);
                previous = node;
            }
            tag(builder, strings, "highway", CLASSES[random.nextInt(CLASSES.length)]);
            if (random.nextInt(10) < 6) {
                tag(builder, strings, "name", "Street " + way / 20);
            }
            group.addWays(builder);
            if (group.getWaysCount() == BLOCK || way == ways - 1) {
                StringTable.Builder table = StringTable.newBuilder();
                strings.keySet().forEach(text -> table.addS(ByteString.copyFromUtf8(text)));
                write(out, table, group);
                strings.clear();
                strings.put("", 0);
                group = PrimitiveGroup.newBuilder();
            }
        }
    }

    private static void tag(Way.Builder way, Map<String, Integer> strings, String key, String value) {
        way.addKeys(strings.computeIfAbsent(key, text -> strings.size()));
        way.addVals(strings.computeIfAbsent(value, text -> strings.size()));
    }

    private static void write(BlockOutputStream out, StringTable.Builder strings, PrimitiveGroup.Builder group)
            throws IOException {
        PrimitiveBlock block =
                PrimitiveBlock.newBuilder().setStringtable(strings).addPrimitivegroup(group).build();
        out.write(FileBlock.newInstance("OSMData", block.toByteString(), null));
    }

    private int insideOf(int way) {
        long spare = (long) nodes - (long) side * side;
        return (int) (spare * (way + 1) / ways - spare * way / ways);
    }

    private int from(int way) {
        int across = side * (side - 1);
        return way < across ? way / (side - 1) * side + way % (side - 1) : way - across;
    }

    private int to(int way) {
        return from(way) + (way < side * (side - 1) ? 1 : side);
    }

    private double lonOf(int junction) {
        return WEST + junction % side * STEP;
    }

    private double latOf(int junction) {
        return SOUTH + junction / side * STEP;
    }

    private static long nano(double degrees) {
        return Math.round(degrees * 1e9);
    }
}
