package org.sanfen.exchange.osm;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;

/**
 * An extract on disk, as .osm.pbf, .osm, .osm.gz or .osm.bz2; the format is told by the first bytes, not by the name. It
 * may be read as often as needed. Not thread-safe.
 */
public final class OsmFile {

    /** The parts of a file; a pass over a .pbf skips the blocks of those it doesn't want. */
    public enum Part {
        NODES,
        WAYS,
        RELATIONS
    }

    /** Whether a file that was given for something else is an extract: by its first bytes, a text or a packed one by its name. */
    public static boolean isExtract(byte[] head, String name) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith("OSMHeader", 6)
                || name.toLowerCase(Locale.ROOT).matches(".*\\.osm(\\.gz|\\.bz2)?");
    }

    private enum Format {
        PBF("osm.pbf"),
        XML("osm"),
        GZIP("osm.gz"),
        BZIP2("osm.bz2");

        private final String suffix;

        Format(String suffix) {
            this.suffix = suffix;
        }
    }

    private interface Opener {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Opener opener;
    private final Format format;
    private final PbfReader pbf = new PbfReader();

    public OsmFile(Path path) {
        this(path.toString().isEmpty() ? "" : path.getFileName().toString(), () -> Files.newInputStream(path));
    }

    /** An extract in memory. */
    OsmFile(String name, byte[] contents) {
        this(name, () -> new ByteArrayInputStream(contents));
    }

    private OsmFile(String name, Opener opener) {
        this.name = name;
        this.opener = opener;
        this.format = findFormat();
    }

    public String name() {
        return name;
    }

    /** Such as {@code osm.pbf}. */
    public String format() {
        return format.suffix;
    }

    /** Streams the wanted parts. The header always comes. */
    public void read(Part part, OsmHandler handler) {
        read(EnumSet.of(part), handler);
    }

    public void read(Set<Part> wanted, OsmHandler handler) {
        try (InputStream raw = new BufferedInputStream(opener.open(), 1 << 16)) {
            switch (format) {
                case PBF -> pbf.read(raw, wanted, handler);
                case XML -> new XmlReader(wanted, handler).read(raw);
                case GZIP -> new XmlReader(wanted, handler).read(new GZIPInputStream(raw, 1 << 16));
                case BZIP2 -> new XmlReader(wanted, handler).read(new BZip2CompressorInputStream(raw, true));
            }
        } catch (EOFException | ZipException cut) {
            throw new ImportRefused(cut, Refusal.OSM_CUT, "name", name);
        } catch (UnreadableFile unreadable) {
            throw unreadable.refusal(name);
        } catch (IOException failed) {
            throw new ImportRefused(
                    failed, Refusal.UNREADABLE, "name", name, "detail", String.valueOf(failed.getMessage()));
        }
    }

    /** What the file says of itself, without reading on. */
    public OsmHeader header() {
        try {
            read(EnumSet.noneOf(Part.class), new OsmHandler() {
                @Override
                public void header(OsmHeader header) {
                    throw new HeaderRead(header);
                }
            });
        } catch (HeaderRead end) {
            return end.header;
        }
        throw new IllegalStateException("Every file that is read has a header");
    }

    /** Ends a reading that wanted no more. */
    private static final class HeaderRead extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient OsmHeader header;

        HeaderRead(OsmHeader header) {
            super(null, null, false, false);
            this.header = header;
        }
    }

    private Format findFormat() {
        byte[] start = new byte[64];
        int length;
        try (InputStream in = opener.open()) {
            length = in.readNBytes(start, 0, start.length);
        } catch (NoSuchFileException missing) {
            throw new ImportRefused(missing, Refusal.NO_FILE, "name", name);
        } catch (IOException failed) {
            throw new ImportRefused("\"" + name + "\" can't be read: it should be a file you may open.", failed);
        }
        String text = new String(start, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1);
        if (length > 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b) {
            return Format.GZIP;
        } else if (text.startsWith("BZh")) {
            return Format.BZIP2;
        } else if (text.startsWith("\u00ef\u00bb\u00bf<") || text.stripLeading().startsWith("<")) {
            return Format.XML;
        } else if (text.contains("OSMHeader")) {
            return Format.PBF;
        }
        throw new ImportRefused(Refusal.NO_OSM, "name", name);
    }
}
