package org.sanfen.staff;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes, compares and makes passwords. Only the bcrypt hash is ever stored. Thread-safe. */
@Component
class Passwords {

    /** bcrypt's work factor: 2^11 rounds, about a tenth of a second. */
    private static final int STRENGTH = 11;

    /** bcrypt reads no further. */
    private static final int MAX_BYTES = 72;

    private static final int MIN_LETTERS = 12;
    private static final int GROUPS = 4;

    /**
     * A hash that no password is known to have, so that an unknown login takes as long as a known one. Written down, for
     * hashing one took half a second of each start, before anything is compiled (2026-11-22).
     */
    static final String NOBODY = "{bcrypt}$2a$" + STRENGTH + "$" + ".".repeat(22 + 31);

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));

    /** A new password that is easy to read aloud: 20 letters, 98 bits. */
    String generate() {
        return OneTimeSecrets.letters(GROUPS);
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    /** Compares in the same time whether or not there is a hash. */
    boolean matches(String password, Optional<String> hash) {
        boolean readable = password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
        boolean same = encoder.matches(readable ? password : "", hash.orElse(NOBODY));
        return same && readable && hash.isPresent();
    }

    /** Why a chosen password will not do, as the key of a sentence; empty when it will. */
    Optional<String> objection(String password, String login) {
        if (password.codePointCount(0, password.length()) < MIN_LETTERS) {
            return Optional.of("problem.password_short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of("problem.password_long");
        }
        if (password.toLowerCase(java.util.Locale.ROOT).contains(login)
                || password.codePoints().distinct().count() < 4) {
            return Optional.of("problem.password_easy");
        }
        if (CommonPasswords.isOne(password)) {
            return Optional.of("problem.password_common");
        }
        return Optional.empty();
    }
}
