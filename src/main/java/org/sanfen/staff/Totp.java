package org.sanfen.staff;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of authenticator apps: RFC 6238 (TOTP) over RFC 4226 (HOTP), with what every app can do: HMAC-SHA-1, six digits,
 * thirty seconds. Pure.
 */
final class Totp {

    /** As RFC 4226 section 4 recommends: 160 bits. */
    static final int SECRET_BYTES = 20;

    private static final int STEP_S = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;

    /** A clock may be wrong by one step either way, as RFC 6238 section 5.2 suggests. */
    private static final int DRIFT = 1;

    private Totp() {}

    /** The number of the time step that a moment lies in. */
    static long stepAt(long epochSecond) {
        return Math.floorDiv(epochSecond, STEP_S);
    }

    static String code(byte[] secret, long step) {
        byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int truncated = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return ("0".repeat(DIGITS) + truncated % MODULUS)
                .substring(String.valueOf(truncated % MODULUS).length());
    }

    /** The step that a typed code belongs to, when it is that of a moment or of a neighbouring step. */
    static OptionalLong findStep(byte[] secret, String code, long epochSecond) {
        long now = stepAt(epochSecond);
        return LongStream.rangeClosed(now - DRIFT, now + DRIFT)
                .filter(step -> code(secret, step).equals(code))
                .max();
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
