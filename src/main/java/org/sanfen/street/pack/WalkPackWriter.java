package org.sanfen.street.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.sanfen.street.engine.StreetGraph;

/**
 * Writes a pack. Left out are private ways and small pieces of network, onto which nothing snaps. The same input gives
 * the same bytes. Stateless.
 *
 * <p>A head of 16 bytes, least first: {@code SFWP}, {@link #FORMAT} and {@link #ENGINE} in two bytes each, the length of
 * the rest and its CRC-32 in four each. The rest is numbers of {@link PackBytes}: place, change numbers of streets and
 * barriers, seconds since 1970, speeds on the level and on steps in mm/s, longest leg in mm, origin; the names (count,
 * then each in the place's language, English, Chinese, empty where there is none); the edges ({@link PackEdges}); the
 * barriers ({@link PackBarriers}). {@code frontend/src/walk/pack.ts} reads it.
 */
public final class WalkPackWriter {

    /** Of the bytes. */
    public static final int FORMAT = 1;

    /** Of the rules; goes up whenever snapping or the cost of a way may come out differently. */
    public static final int ENGINE = 1;

    private static final byte[] MAGIC = "SFWP".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD_BYTES = 16;

    private WalkPackWriter() {}

    /**
     * @param graph of the place, with private ways and small pieces flagged
     * @param barriers lines that no leg crosses, longitude and latitude in turn, 1e-7 degrees
     * @param names by the name in the place's own language; a name that is not there has no others
     */
    public static byte[] write(
            PackFacts facts, StreetGraph graph, List<int[]> barriers, Map<String, StreetName> names) {
        int originLon = graph.edgeCount() == 0 ? 0 : graph.lon(0);
        int originLat = graph.edgeCount() == 0 ? 0 : graph.lat(0);
        PackEdges edges = new PackEdges(graph, originLon, originLat);
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            if (graph.counts(edge, false)) {
                edges.add(edge);
            }
        }
        PackBytes body = new PackBytes()
                .text(facts.placeId())
                .whole(facts.streetsNumber())
                .whole(facts.basemapNumber())
                .whole(facts.madeAt().getEpochSecond())
                .whole(facts.cost().levelMmPerS())
                .whole(facts.cost().stepsMmPerS())
                .whole(facts.longestLegMm())
                .signed(originLon)
                .signed(originLat)
                .whole(edges.names().size());
        for (int index : edges.names()) {
            String local = graph.name(index);
            StreetName name = names.getOrDefault(local, new StreetName(local, null, null));
            body.text(local).text(name.en()).text(name.zh());
        }
        edges.writeTo(body);
        PackBarriers.write(graph, barriers, facts, originLon, originLat, body);
        return withHead(body.toBytes());
    }

    private static byte[] withHead(byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(body);
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) FORMAT)
                .putShort((short) ENGINE)
                .putInt(body.length)
                .putInt((int) sum.getValue());
        ByteArrayOutputStream whole = new ByteArrayOutputStream(HEAD_BYTES + body.length);
        whole.writeBytes(head.array());
        whole.writeBytes(body);
        return whole.toByteArray();
    }
}
