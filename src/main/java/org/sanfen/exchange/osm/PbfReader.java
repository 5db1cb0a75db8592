package org.sanfen.exchange.osm;

import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.locationtech.jts.geom.Envelope;

/**
 * Reads .osm.pbf block by block. osmpbf's own BlockInputStream takes a file cut in the middle for a whole one, so the
 * blocks are read here and only their contents by osmpbf. After the first pass it knows which block holds what, and
 * later passes skip the others without inflating them.
 *
 * @see <a href="https://wiki.openstreetmap.org/wiki/PBF_Format">PBF Format</a>
 */
final class PbfReader {

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
                throw broken(null);
            }
            BlobHeader header = BlobHeader.parseFrom(exactly(in, headerLength));
            int size = header.getDatasize();
            if (size < 0 || size > LARGEST_BLOCK || first != header.getType().equals("OSMHeader")) {
                throw broken(null);
            }
            first = false;
            if (header.getType().equals("OSMHeader")) {
                handler.header(header(inflated(exactly(in, size))));
            } else if (!header.getType().equals("OSMData") || !index.mayHold(block, wanted)) {
                in.skipNBytes(size);
            } else {
                byte[] blob = exactly(in, size);
                int number = block;
                ahead.add(
                        () -> PrimitiveBlock.parseFrom(inflated(blob)),
                        parsed -> index.put(number, new PbfBlock(parsed, wanted, handler).send()));
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
        Blob blob = Blob.parseFrom(bytes);
        if (blob.hasRaw()) {
            return blob.getRaw().toByteArray();
        }
        if (!blob.hasZlibData() || blob.getRawSize() > LARGEST_BLOCK) {
            throw new UnreadableFile("is compressed in a way that is not read here: rewrite it with"
                    + " \"osmium cat -f pbf\" and import that; nothing was changed.");
        }
        byte[] out = new byte[blob.getRawSize()];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(blob.getZlibData().asReadOnlyByteBuffer());
            int got = 0;
            while (got < out.length && !inflater.finished()) {
                int more = inflater.inflate(out, got, out.length - got);
                if (more == 0) {
                    throw broken(null);
                }
                got += more;
            }
            return out;
        } catch (DataFormatException bad) {
            throw broken(bad);
        } finally {
            inflater.end();
        }
    }

    private static OsmHeader header(byte[] bytes) throws IOException {
        HeaderBlock header = HeaderBlock.parseFrom(bytes);
        for (String feature : header.getRequiredFeaturesList()) {
            if (!UNDERSTOOD.contains(feature)) {
                throw new UnreadableFile("needs \"" + feature
                        + "\", which is not read here: import a plain extract without history; nothing was changed.");
            }
        }
        Envelope box = null;
        if (header.hasBbox()) {
            var stated = header.getBbox();
            box = new Envelope(
                    stated.getLeft() * 1e-9, stated.getRight() * 1e-9,
                    stated.getBottom() * 1e-9, stated.getTop() * 1e-9);
        }
        long seconds = header.getOsmosisReplicationTimestamp();
        return new OsmHeader(box, seconds > 0 ? Instant.ofEpochSecond(seconds) : null);
    }

    private static IOException broken(Throwable cause) {
        return cause instanceof InvalidProtocolBufferException known
                ? known
                : new UnreadableFile("is broken: download it again; nothing was changed.", cause);
    }
}
