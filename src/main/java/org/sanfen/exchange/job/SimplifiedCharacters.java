package org.sanfen.exchange.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Traditional characters and those of Japan to China's simplified ones, one by one: OpenCC's table, and one of Japan's own
 * simplifications. For comparing only, never for showing.
 */
final class SimplifiedCharacters {

    private static final Map<Integer, Integer> TABLE = read("simplified.txt", "shinjitai.txt");

    private SimplifiedCharacters() {}

    /** The simplified form of a character; itself if it has none. */
    static int of(int character) {
        return character < 0x2e80 ? character : TABLE.getOrDefault(character, character);
    }

    /** Files of a remark, characters, and below each its simplified form. */
    private static Map<Integer, Integer> read(String... names) {
        Map<Integer, Integer> table = new HashMap<>();
        for (String name : names) {
            try (InputStream file = SimplifiedCharacters.class.getResourceAsStream("/exchange/" + name)) {
                String[] lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n");
                int[] written = lines[1].codePoints().toArray();
                int[] simplified = lines[2].codePoints().toArray();
                for (int i = 0; i < written.length; i++) {
                    table.put(written[i], simplified[i]);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return Map.copyOf(table);
    }
}
