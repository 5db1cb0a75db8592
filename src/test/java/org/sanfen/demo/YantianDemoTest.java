package org.sanfen.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** What lies in db/demo is what the generator makes: nobody has to trust a file whose origin can't be repeated. */
class YantianDemoTest {

    private static final Path FOLDER = Path.of("db", "demo");

    @Test
    void theStoredFilesAreTheGeneratorsToTheByte() throws Exception {
        Map<String, byte[]> made = YantianDemo.files();

        assertThat(made.keySet()).containsExactlyInAnyOrderElementsOf(storedFiles());
        for (Map.Entry<String, byte[]> file : made.entrySet()) {
            assertThat(sha256(stored(file.getKey())))
                    .as("contents of " + file.getKey()
                            + "; after a change of the generator, run it and store the result")
                    .isEqualTo(sha256(file.getValue()));
        }
    }

    @Test
    void theStoredFilesAreSmall() throws IOException {
        long bytes = 0;
        for (String file : storedFiles()) {
            bytes += Files.size(FOLDER.resolve(file));
        }
        assertThat(bytes).isBetween(100_000L, 3_000_000L);
    }

    private static List<String> storedFiles() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        }
    }

    /** Without compression, whose bytes depend on the JDK. */
    private static byte[] stored(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(file));
        if (!file.endsWith(".gz")) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
