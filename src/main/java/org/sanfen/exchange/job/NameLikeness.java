package org.sanfen.exchange.job;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Whether two names mean the same thing on the ground, however they are written. Both are brought to one form: NFKC (full
 * and half width, half-width kana), lower case without accents, hiragana as katakana, traditional and Japanese characters
 * as China's simplified ones, and nothing but letters and digits. Then they are alike if they are equal, if the shorter one of at least three
 * characters stands in the longer, or if they share at least 60 % of their pairs of neighbouring characters (Dice's
 * coefficient), or if one is the other in pinyin ({@link PinyinLikeness}). Where both have numbers, they must agree:
 * "No. 3" is not "No. 4". Pure.
 */
final class NameLikeness {

    private static final double ALIKE = 0.6;
    private static final int SHORTEST_PART = 3;

    private NameLikeness() {}

    static String key(String name) {
        String wide = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(wide.length());
        wide.codePoints().map(SimplifiedCharacters::of).forEach(letter -> {
            boolean kana = letter >= 0x3041 && letter <= 0x3096;
            if (kana) {
                key.appendCodePoint(letter + 0x60);
            } else if (Character.isLetterOrDigit(letter)) {
                key.append(withoutAccent(letter));
            }
        });
        return key.toString();
    }

    /** Of Latin letters only: kana's voicing marks change the sound. */
    private static String withoutAccent(int letter) {
        String text = Character.toString(letter);
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN
                ? Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                : text;
    }

    /** Of two keys. */
    static boolean alike(String one, String other) {
        if (one.isEmpty() || other.isEmpty() || numbersDiffer(digits(one), digits(other))) {
            return false;
        }
        String longer = one.length() >= other.length() ? one : other;
        String shorter = longer.equals(one) ? other : one;
        return shorter.length() >= SHORTEST_PART && longer.contains(shorter)
                || one.equals(other)
                || dice(one, other) >= ALIKE
                || PinyinLikeness.alike(one, other);
    }

    private static boolean numbersDiffer(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    private static String digits(String key) {
        return key.replaceAll("\\D+", " ").strip();
    }

    private static double dice(String one, String other) {
        int pairs = one.length() + other.length() - 2;
        if (one.length() < 2 || other.length() < 2) {
            return 0;
        }
        Map<String, Integer> left = new HashMap<>();
        for (int i = 1; i < one.length(); i++) {
            left.merge(one.substring(i - 1, i + 1), 1, Integer::sum);
        }
        int shared = 0;
        for (int i = 1; i < other.length(); i++) {
            Integer count = left.get(other.substring(i - 1, i + 1));
            if (count != null && count > 0) {
                left.put(other.substring(i - 1, i + 1), count - 1);
                shared++;
            }
        }
        return 2.0 * shared / pairs;
    }
}
