package org.sanfen.exchange.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Reads the small tables of words, and makes words comparable: one width, one case, no blanks, no signs. */
public final class WordTable {

    private WordTable() {}

    public static List<String[]> read(String resource) {
        try (var lines = new BufferedReader(
                new InputStreamReader(WordTable.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Of headers: letters and digits alone. */
    public static String bare(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder bare = new StringBuilder(plain.length());
        plain.codePoints().filter(c -> Character.isLetterOrDigit(c) || c == '@').forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** Of values: signs count, since ○ and × are words. */
    public static String plain(String word) {
        String whole = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(whole.length());
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (!Character.isWhitespace(c) && c != '\u00a0' && c != '_') {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
