package org.sanfen.exchange.osm;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.locationtech.jts.geom.Envelope;
import org.sanfen.exchange.Refusal;

/**
 * Reads .osm.pbf block by block; a file cut in the middle shows itself. After the first pass it knows which block holds what, and
 * later passes skip the others without inflating them.
 *
 * @see <a href="https://wiki.openstreetmap.org/wiki/PBF_Format">PBF Format</a>
 */
final class PbfReader {

    private static final String HEADER = "OSMHeader";
    private static final int LARGEST_HEADER = 64 * 1024;
    private static final int LARGEST_BLOCK = 32 * 1024 * 1024;
    private static final Set<String> UNDERSTOOD = Set.of("OsmSchema-V0.6", "DenseNodes");

    private final PbfIndex index = new PbfIndex();

    void read(InputStream raw, Set<OsmFile.Part> wanted, OsmHandler handler) throws IOException {
        try (PbfAhead ahead = new PbfAhead()) {
            read(raw, wanted, handler, ahead);
        }
    }

    private void read(InputStream raw, Set<OsmFile.Part> wanted, OsmHandler handler, PbfAhead ahead)
            throws IOException {
        var in = new DataInputStream(raw);
        boolean first = true;
        for (int block = 0; ; block++) {
            int headerLength = nextLength(in);
            if (headerLength < 0) {
                break;
            }
            if (headerLength > LARGEST_HEADER) {
                throw Wire.broken();
            }
            Wire header = new Wire(exactly(in, headerLength));
            String type = "";
            long size = -1;
            while (header.hasMore()) {
                switch (header.field()) {
                    case 1 -> type = header.inner().text();
                    case 3 -> size = header.varint();
                    default -> header.skip();
                }
            }
            if (size < 0 || size > LARGEST_BLOCK || first != type.equals(HEADER)) {
                throw Wire.broken();
            }
            first = false;
            if (type.equals(HEADER)) {
                handler.header(header(inflated(exactly(in, (int) size))));
            } else if (!type.equals("OSMData") || !index.mayHold(block, wanted)) {
                in.skipNBytes(size);
            } else {
                byte[] blob = exactly(in, (int) size);
                int number = block;
                ahead.add(
                        () -> PbfBlock.parse(inflated(blob)),
                        parsed -> index.put(number, parsed.send(wanted, handler)));
            }
        }
        ahead.finish();
        if (first) {
            throw new EOFException();
        }
    }

    /** The length that opens a block, or -1 at the file's end. */
    private static int nextLength(DataInputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return -1;
        }
        byte[] rest = exactly(in, 3);
        int length = (first << 24) | ((rest[0] & 0xff) << 16) | ((rest[1] & 0xff) << 8) | (rest[2] & 0xff);
        return length < 0 ? Integer.MAX_VALUE : length;
    }

    private static byte[] exactly(DataInputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        Wire blob = new Wire(bytes);
        byte[] raw = null;
        byte[] packed = null;
        long size = 0;
        while (blob.hasMore()) {
            switch (blob.field()) {
                case 1 -> raw = blob.inner().rest();
                case 2 -> size = blob.varint();
                case 3 -> packed = blob.inner().rest();
                default -> blob.skip();
            }
        }
        if (raw != null) {
            return raw;
        }
        if (packed == null || size < 0 || size > LARGEST_BLOCK) {
            throw new UnreadableFile(Refusal.OSM_PACKING);
        }
        byte[] out = new byte[(int) size];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int got = 0;
            while (got < out.length && !inflater.finished()) {
                int more = inflater.inflate(out, got, out.length - got);
                if (more == 0) {
                    throw Wire.broken();
                }
                got += more;
            }
            return out;
        } catch (DataFormatException bad) {
            throw Wire.broken();
        } finally {
            inflater.end();
        }
    }

    private static OsmHeader header(byte[] bytes) throws IOException {
        Wire in = new Wire(bytes);
        Envelope box = null;
        long seconds = 0;
        while (in.hasMore()) {
            switch (in.field()) {
                case 1 -> box = box(in.inner());
                case 4 -> requireUnderstood(in.inner().text());
                case 32 -> seconds = in.varint();
                default -> in.skip();
            }
        }
        return new OsmHeader(box, seconds > 0 ? Instant.ofEpochSecond(seconds) : null);
    }

    private static void requireUnderstood(String feature) throws UnreadableFile {
        if (!UNDERSTOOD.contains(feature)) {
            throw new UnreadableFile(Refusal.OSM_FEATURE, feature, null);
        }
    }

    /** West, east, north, south in 1e-9 degrees. */
    private static Envelope box(Wire in) throws UnreadableFile {
        double[] sides = new double[5];
        while (in.hasMore()) {
            int field = in.field();
            if (field >= 1 && field <= 4) {
                sides[field] = in.zigzag() * 1e-9;
            } else {
                in.skip();
            }
        }
        return new Envelope(sides[1], sides[2], sides[4], sides[3]);
    }
}
