package org.sanfen.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/**
 * Random texts that stand for somebody once: recovery codes and tokens of links. The database holds their SHA-256 alone,
 * which is enough because they are too random to be guessed (a password is not: that is {@link Passwords}'). Thread-safe.
 */
final class OneTimeSecrets {

    private static final int TOKEN_BYTES = 32;
    private static final String LETTERS = "23456789abcdefghjkmnpqrstvwxyz";
    private static final int CODE_LETTERS = 15;
    private static final int GROUP_LETTERS = 5;
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

    /** To write down and type: 15 letters of 30 in groups of five, 73 bits. */
    static String code() {
        StringBuilder code = new StringBuilder();
        for (int letter = 0; letter < CODE_LETTERS; letter++) {
            if (letter > 0 && letter % GROUP_LETTERS == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** A typed code as it was made: without blanks and dashes, in lower case. */
    static String bare(String typed) {
        return typed.replaceAll("[\\s\\-‐–]", "").toLowerCase(Locale.ROOT);
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
