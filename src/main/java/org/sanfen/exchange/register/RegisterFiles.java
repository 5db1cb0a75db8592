package org.sanfen.exchange.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.sanfen.exchange.Refusal;
import org.sanfen.exchange.osm.OsmFile;

/** Tells a file's format by its first bytes, because extensions lie, and opens it. */
final class RegisterFiles {

    private static final int HEAD = 4096;

    private RegisterFiles() {}

    /** What a file is. KMZ and XLSX are both archives. */
    enum Kind {
        CSV,
        XLSX,
        GEOJSON,
        GPKG,
        KML,
        KMZ,
        OSM;

        RegisterFormat format() {
            return this == KMZ ? RegisterFormat.KML : RegisterFormat.valueOf(name());
        }
    }

    static String name(Path file) {
        return file.getFileName() == null ? file.toString() : file.getFileName().toString();
    }

    /** @throws RegisterRefused if it is none of ours */
    static Kind kind(Path file) {
        String name = name(file);
        if (Files.isDirectory(file)) {
            throw new RegisterRefused(Refusal.DIRECTORY, name, "");
        }
        if (!Files.isRegularFile(file)) {
            throw new RegisterRefused(Refusal.NO_FILE, name, "");
        }
        byte[] head = head(file, name);
        if (head.length == 0 || new String(head, StandardCharsets.ISO_8859_1).isBlank()) {
            throw new RegisterRefused(Refusal.EMPTY, name, "");
        }
        if (OsmFile.isExtract(head, name)) {
            return Kind.OSM;
        }
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return Archive.kind(file);
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            boolean saysXlsx = name.toLowerCase(Locale.ROOT).endsWith("x");
            throw new RegisterRefused(saysXlsx ? Refusal.PROTECTED : Refusal.OLD_EXCEL, name, "");
        }
        if (start.startsWith("SQLite format 3\0")) {
            return Kind.GPKG;
        }
        if (start.startsWith("\u001f\u008b") || start.startsWith("7z\u00bc\u00af") || start.startsWith("Rar!")) {
            throw new RegisterRefused(Refusal.ARCHIVE, name, "");
        }
        return ofText(start, name);
    }

    private static Kind ofText(String start, String name) {
        String text = (start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start).stripLeading();
        if (text.startsWith("{")) {
            return Kind.GEOJSON;
        }
        if (text.startsWith("<")) {
            if (text.matches("(?s).*<(\\w+:)?kml[\\s>].*")) {
                return Kind.KML;
            }
            if (text.matches("(?s)(<\\?xml[^>]*>\\s*)?<osm[\\s>].*")) {
                return Kind.OSM;
            }
            throw new RegisterRefused(
                    text.contains("<!DOCTYPE") && !text.matches("(?is).*<!doctype\\s+html.*")
                            ? Refusal.DOCTYPE
                            : Refusal.FORMAT_UNKNOWN,
                    name,
                    "");
        }
        boolean isUtf16 = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
        long control = start.chars()
                .filter(c -> c < 32 && c != '\n' && c != '\r' && c != '\t' && c != 0x1a && c != '\f')
                .count();
        if (!isUtf16 && (start.indexOf('\0') >= 0 || control * 50 > start.length()) || text.startsWith("%PDF")) {
            throw new RegisterRefused(Refusal.FORMAT_UNKNOWN, name, "");
        }
        return Kind.CSV;
    }

    private static byte[] head(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException unreadable) {
            throw new RegisterRefused(Refusal.UNREADABLE, name, reason(unreadable), unreadable);
        }
    }

    static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new RegisterRefused(Refusal.UNREADABLE, name(file), reason(unreadable), unreadable);
        }
    }

    static String reason(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String line = message.lines().findFirst().orElse("");
        return line.length() > 120 ? line.substring(0, 120) + "…" : line;
    }
}
