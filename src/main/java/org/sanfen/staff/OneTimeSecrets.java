package org.sanfen.staff;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Random texts that stand for somebody once: recovery codes, first passwords and tokens of links. The database holds their SHA-256 alone,
 * which is enough because they are too random to be guessed (a chosen password is not: {@link Passwords} hashes those). Thread-safe.
 */
final class OneTimeSecrets {

    private static final int TOKEN_BYTES = 32;
    private static final String LETTERS = "23456789abcdefghjkmnpqrstvwxyz";
    private static final int GROUP_LETTERS = 5;
    private static final int CODE_GROUPS = 3;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeSecrets() {}

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** For a link: 256 bits, letters that need no escaping. */
    static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /** To write down and type: 15 letters, 73 bits. */
    static String code() {
        return letters(CODE_GROUPS);
    }

    /** Easy to read aloud: letters of thirty that are not taken for each other, in groups of five of 24 bits each. */
    static String letters(int groups) {
        StringBuilder letters = new StringBuilder();
        for (int letter = 0; letter < groups * GROUP_LETTERS; letter++) {
            if (letter > 0 && letter % GROUP_LETTERS == 0) {
                letters.append('-');
            }
            letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    /** A typed code as it was made: without blanks and dashes, in lower case. */
    static String bare(String typed) {
        return typed.replaceAll("[\\s\\-‐–]", "").toLowerCase(Locale.ROOT);
    }

    static byte[] hash(String secret) {
        return DigestUtils.sha256(secret);
    }
}
