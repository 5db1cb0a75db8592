package org.sanfen.exchange.vector;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;

/**
 * An ESRI Shapefile: geometries in {@code .shp}, values in {@code .dbf}, coordinate system in {@code .prj}, character
 * set in {@code .cpg}. Heights and measures are left out. The index {@code .shx} isn't needed to read from the start.
 *
 * @see <a href="https://www.esri.com/content/dam/esrisites/sitecore-archive/Files/Pdfs/library/whitepapers/pdfs/shapefile.pdf">ESRI
 *     Shapefile Technical Description</a>
 */
final class Shapefile implements VectorFile {

    private static final int MAGIC = 9994;
    private static final int HEADER_BYTES = 100;

    /** A single geometry of more is no street, building or border. */
    private static final int MOST_BYTES = 256 << 20;

    private final Path file;
    private final String name;
    private final Charset charset;
    private final VectorLayer layer;
    private final List<String> missing;

    /** @param charset of the table; null to find out */
    Shapefile(Path file, Charset charset) throws IOException {
        this(file, file.getFileName().toString(), charset);
    }

    /** @param name by which people know the file, if it lies under another */
    Shapefile(Path file, String name, Charset charset) throws IOException {
        this.file = file;
        this.name = name;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] header = in.readNBytes(HEADER_BYTES);
            if (header.length < HEADER_BYTES || ByteBuffer.wrap(header).getInt() != MAGIC) {
                throw new ImportRefused(Refusal.NO_FEATURES_FILE, "name", name);
            }
        }
        Path table = beside("dbf");
        Path stated = beside("cpg");
        this.charset = charset != null || table == null
                ? charset
                : DbfCharset.of(table, stated == null ? null : Files.readString(stated, StandardCharsets.ISO_8859_1));
        Path system = beside("prj");
        missing =
                Stream.of("dbf", "prj").filter(ending -> beside(ending) == null).toList();
        try (DbfTable values = table == null ? null : new DbfTable(table, this.charset)) {
            layer = new VectorLayer(
                    stem(name),
                    values == null ? List.of() : values.columns(),
                    system == null
                            ? FileCrs.UNKNOWN
                            : FileCrs.wkt(Files.readString(system, StandardCharsets.ISO_8859_1)));
        }
    }

    @Override
    public Charset charset() {
        return charset;
    }

    @Override
    public List<VectorLayer> layers() {
        return List.of(layer);
    }

    @Override
    public List<String> missing() {
        return missing;
    }

    @Override
    public void read(String wanted, Taker taker) {
        Path table = beside("dbf");
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                DbfTable values = table == null ? null : new DbfTable(table, charset)) {
            in.skipNBytes(HEADER_BYTES);
            for (long number = 1; ; number++) {
                byte[] head = in.readNBytes(8);
                if (head.length == 0) {
                    return;
                }
                ByteBuffer content = content(in, head);
                Map<String, String> row = values == null ? Map.of() : values.next();
                boolean isDeleted = row == null;
                if (!isDeleted
                        && !taker.take(GeometryReading.feature(number, row, () -> ShapeRecord.geometry(content)))) {
                    return;
                }
            }
        } catch (EOFException broken) {
            throw new ImportRefused(
                    broken, Refusal.BROKEN, "name", name, "detail", String.valueOf(broken.getMessage()));
        } catch (IOException unreadable) {
            throw new ImportRefused(
                    unreadable, Refusal.UNREADABLE, "name", name, "detail", String.valueOf(unreadable.getMessage()));
        }
    }

    /** A record says its length first: what is wrong in one leaves the next where it is. */
    private static ByteBuffer content(InputStream in, byte[] head) throws IOException {
        if (head.length < 8) {
            throw new EOFException("in the head of a record");
        }
        long bytes = 2L * ByteBuffer.wrap(head).getInt(4);
        if (bytes < 4 || bytes > MOST_BYTES) {
            throw new EOFException("a record of " + bytes + " bytes");
        }
        byte[] content = in.readNBytes((int) bytes);
        if (content.length < bytes) {
            throw new EOFException("in a record of " + bytes + " bytes");
        }
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A part of the file with another ending, in whatever case; null if there is none. */
    private Path beside(String ending) {
        String stem = stem(file.getFileName().toString());
        for (String name : List.of(stem + "." + ending, stem + "." + ending.toUpperCase(Locale.ROOT))) {
            Path part = file.resolveSibling(name);
            if (Files.isRegularFile(part)) {
                return part;
            }
        }
        return null;
    }

    private static String stem(String name) {
        return name.replaceFirst("\\.[^.]*$", "");
    }

    @Override
    public void close() {
        // Each reading closes what it opened.
    }
}
