package org.sanfen.demo;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBBox;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.StringTable;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;

/**
 * Writes a draft as .osm.pbf. Blocks are not deflated: zlib's bytes differ from one release to the next, and the jar
 * deflates them anyway.
 */
final class PbfFile {

    private static final int BLOCK = 8_000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<String, Integer> strings = new LinkedHashMap<>();

    /** @param box west, south, east, north */
    static byte[] write(Draft draft, double[] box, long dataDate) throws IOException {
        PbfFile file = new PbfFile();
        file.block(
                "OSMHeader",
                HeaderBlock.newBuilder()
                        .addRequiredFeatures("OsmSchema-V0.6")
                        .addRequiredFeatures("DenseNodes")
                        .addOptionalFeatures("Sort.Type_then_ID")
                        .setWritingprogram("Sanfen, schematic demonstration data, not real locations")
                        .setOsmosisReplicationTimestamp(dataDate)
                        .setBbox(HeaderBBox.newBuilder()
                                .setLeft(nano(box[0]))
                                .setBottom(nano(box[1]))
                                .setRight(nano(box[2]))
                                .setTop(nano(box[3])))
                        .build()
                        .toByteString());
        file.nodes(draft);
        file.ways(draft);
        return file.bytes.toByteArray();
    }

    private void nodes(Draft draft) throws IOException {
        strings.put("", 0);
        DenseNodes.Builder dense = DenseNodes.newBuilder();
        long[] last = new long[3];
        for (int node : new TreeSet<>(draft.used())) {
            Coordinate metres = draft.metres(node);
            long lon = Math.round(Shore.lon(metres) * 1e7);
            long lat = Math.round(Shore.lat(metres) * 1e7);
            dense.addId(node + 1 - last[0]).addLon(lon - last[1]).addLat(lat - last[2]);
            last = new long[] {node + 1, lon, lat};
            draft.nodeTags()
                    .getOrDefault(node, Map.of())
                    .forEach((key, value) -> dense.addKeysVals(string(key)).addKeysVals(string(value)));
            dense.addKeysVals(0);
            if (dense.getIdCount() == BLOCK) {
                group(PrimitiveGroup.newBuilder().setDense(dense));
                dense.clear();
                last = new long[3];
            }
        }
        group(PrimitiveGroup.newBuilder().setDense(dense));
    }

    private void ways(Draft draft) throws IOException {
        PrimitiveGroup.Builder group = PrimitiveGroup.newBuilder();
        List<Draft.Way> ways = draft.ways();
        for (int i = 0; i < ways.size(); i++) {
            var way = crosby.binary.Osmformat.Way.newBuilder().setId(i + 1);
            ways.get(i).tags().forEach((key, value) -> way.addKeys(string(key)).addVals(string(value)));
            long previous = 0;
            for (int node : ways.get(i).nodes()) {
                way.addRefs(node + 1 - previous);
                previous = node + 1;
            }
            group.addWays(way);
            if (group.getWaysCount() == BLOCK || i == ways.size() - 1) {
                group(group);
                group = PrimitiveGroup.newBuilder();
            }
        }
    }

    private int string(String text) {
        return strings.computeIfAbsent(text, first -> strings.size());
    }

    private void group(PrimitiveGroup.Builder group) throws IOException {
        StringTable.Builder table = StringTable.newBuilder();
        strings.keySet().forEach(text -> table.addS(ByteString.copyFromUtf8(text)));
        block(
                "OSMData",
                PrimitiveBlock.newBuilder()
                        .setStringtable(table)
                        .addPrimitivegroup(group)
                        .build()
                        .toByteString());
        strings.clear();
        strings.put("", 0);
    }

    private void block(String type, ByteString contents) throws IOException {
        ByteString blob = Blob.newBuilder().setRaw(contents).build().toByteString();
        ByteString header = BlobHeader.newBuilder()
                .setType(type)
                .setDatasize(blob.size())
                .build()
                .toByteString();
        out.writeInt(header.size());
        header.writeTo(out);
        blob.writeTo(out);
    }

    private static long nano(double degrees) {
        return Math.round(degrees * 1e7) * 100;
    }
}
