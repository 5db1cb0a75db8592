package org.sanfen.upkeep;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * The code by which whoever sent a report can follow it: ten letters of Crockford's base 32, 50 random bits, so that nobody
 * finds another's by trying. It stands for a report, never for a person.
 */
final class ProblemCode {

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ProblemCode() {}

    static String draw() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** The code that somebody typed: capitals, blanks, hyphens and the look-alikes o, i and l are forgiven. */
    static Optional<String> read(String typed) {
        String code = typed.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        boolean fits = code.length() == LENGTH && code.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
        return fits ? Optional.of(code) : Optional.empty();
    }

    /** In two groups, easier to copy. */
    static String grouped(String code) {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }
}
