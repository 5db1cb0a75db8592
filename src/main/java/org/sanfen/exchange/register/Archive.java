package org.sanfen.exchange.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.sanfen.exchange.Refusal;

/**
 * Looks into a zip archive before anything else reads it: everything is unpacked once, into nowhere, and counted, because
 * the sizes an archive states of itself may lie. Nothing that defines XML entities gets through.
 */
final class Archive {

    /** Far more than the {@link Table#MOST_ROWS} rows that a register may have, of any usual length, unpack to. */
    private static final long MOST_BYTES = 1_500_000_000L;

    /** Of any part but a sheet or a KML, which are read a row at a time: texts, say, are held in memory as a whole. */
    private static final long MOST_PART_BYTES = 150_000_000L;

    private static final int MOST_ENTRIES = 2_000;
    private static final int HEAD = 8_192;

    private Archive() {}

    static RegisterFiles.Kind kind(Path file) {
        String name = RegisterFiles.name(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            boolean isWorkbook = zip.getEntry("xl/workbook.xml") != null;
            if (!isWorkbook && findKml(zip) == null) {
                throw new RegisterRefused(Refusal.ARCHIVE, name, "");
            }
            check(zip, name);
            return isWorkbook ? RegisterFiles.Kind.XLSX : RegisterFiles.Kind.KMZ;
        } catch (IOException broken) {
            throw new RegisterRefused(Refusal.BROKEN, name, RegisterFiles.reason(broken), broken);
        }
    }

    /** The document of a KMZ: by convention the first KML in it. */
    static ZipEntry findKml(ZipFile zip) {
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".kml")) {
                return entry;
            }
        }
        return null;
    }

    private static void check(ZipFile zip, String name) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new RegisterRefused(Refusal.TOO_LARGE_UNPACKED, name, "");
        }
        long sum = 0;
        byte[] buffer = new byte[65_536];
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            String path = entry.getName().toLowerCase(Locale.ROOT);
            boolean isStreamed = path.endsWith(".kml") || path.matches("xl/worksheets/[^/]+");
            long most = isStreamed ? MOST_BYTES : MOST_PART_BYTES;
            long bytes = 0;
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] head = in.readNBytes(HEAD);
                if (new String(head, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                    throw new RegisterRefused(Refusal.DOCTYPE, name, "");
                }
                bytes = head.length;
                for (int read; (read = in.read(buffer)) >= 0; ) {
                    bytes += read;
                    if (bytes > most || sum + bytes > MOST_BYTES) {
                        throw new RegisterRefused(Refusal.TOO_LARGE_UNPACKED, name, "");
                    }
                }
            }
            sum += bytes;
        }
    }
}
