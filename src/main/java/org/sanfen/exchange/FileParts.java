package org.sanfen.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Files in the database a megabyte at a time: never whole in memory, and within reach of every server. Which table holds
 * them its user's statements say. Thread-safe.
 */
public final class FileParts {

    /** Largest file that is taken, MB of 1024 times 1024 bytes. */
    public static final int LARGEST_MB = 200;

    private static final long LARGEST = LARGEST_MB * 1024L * 1024;
    private static final int PART = 1024 * 1024;
    private static final int LONGEST_NAME = 80;

    private final JdbcClient database;
    private final String insert;
    private final String select;

    /**
     * @param insert adds {@code :bytes} as part {@code :number} of {@code :file}
     * @param select the bytes of part {@code :number} of {@code :file}
     */
    public FileParts(JdbcClient database, String insert, String select) {
        this.database = database;
        this.insert = insert;
        this.select = select;
    }

    /**
     * What was kept.
     *
     * @param bytes size
     * @param sha256 fingerprint, hexadecimal
     */
    public record Kept(long bytes, String sha256) {}

    /** Work on files that lie on disk only meanwhile. */
    public interface Use<T> {
        T of(Map<Long, Path> paths) throws IOException;
    }

    /** There is more of a file than {@link #LARGEST_MB}. */
    public static final class TooLarge extends RuntimeException {}

    /**
     * Best inside a transaction, which a failure takes back.
     *
     * @throws TooLarge if there is more than {@link #LARGEST_MB}
     */
    public Kept keep(long id, InputStream file) throws IOException {
        MessageDigest digest = Sha256.begin();
        long size = 0;
        byte[] part = new byte[PART];
        for (int number = 0; ; number++) {
            int read = file.readNBytes(part, 0, PART);
            size += read;
            if (size > LARGEST) {
                throw new TooLarge();
            }
            if (read > 0) {
                digest.update(part, 0, read);
                database.sql(insert)
                        .param("file", id)
                        .param("number", number)
                        .param("bytes", read == PART ? part : Arrays.copyOf(part, read))
                        .update();
            }
            if (read < PART) {
                return new Kept(size, HexFormat.of().formatHex(digest.digest()));
            }
        }
    }

    /**
     * Each under its own name in a folder of its own; all are deleted at the end.
     *
     * @param names by id
     */
    public <T> T with(Map<Long, String> names, Use<T> use) {
        try {
            Path folder = Files.createTempDirectory("sanfen-files-");
            try {
                Map<Long, Path> paths = new HashMap<>();
                for (Map.Entry<Long, String> file : names.entrySet()) {
                    Path own =
                            Files.createDirectory(folder.resolve(file.getKey().toString()));
                    Path path = own.resolve(file.getValue());
                    write(file.getKey(), path);
                    paths.put(file.getKey(), path);
                }
                return use.of(paths);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(long id, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int number = 0; ; number++) {
                byte[] part = database.sql(select)
                        .param("file", id)
                        .param("number", number)
                        .query(byte[].class)
                        .optional()
                        .orElse(null);
                if (part == null) {
                    return;
                }
                out.write(part);
            }
        }
    }

    /** A name that every file system takes, its ending kept: the format goes by it. */
    public static String plainName(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}:*?\"<>|]", "_")
                .strip();
        int dot = Math.max(name.lastIndexOf('.'), 0);
        String ending = dot == 0 || name.length() - dot > 10 ? "" : name.substring(dot);
        String stem = name.substring(0, name.length() - ending.length());
        String cut = stem.substring(0, Math.min(stem.length(), LONGEST_NAME - ending.length())) + ending;
        return cut.isBlank() || cut.matches("\\.+") ? "file" : cut;
    }
}
