package org.sanfen.exchange.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Traditional characters to simplified ones, one by one: OpenCC's table. For comparing only, never for showing. */
final class SimplifiedCharacters {

    private static final Map<Integer, Integer> TABLE = read();

    private SimplifiedCharacters() {}

    /** The simplified form of a character; itself if it has none. */
    static int of(int character) {
        return character < 0x2e80 ? character : TABLE.getOrDefault(character, character);
    }

    private static Map<Integer, Integer> read() {
        try (InputStream file = SimplifiedCharacters.class.getResourceAsStream("/exchange/simplified.txt")) {
            String[] lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n");
            int[] traditional = lines[1].codePoints().toArray();
            int[] simplified = lines[2].codePoints().toArray();
            Map<Integer, Integer> table = new HashMap<>();
            for (int i = 0; i < traditional.length; i++) {
                table.put(traditional[i], simplified[i]);
            }
            return Map.copyOf(table);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
