package org.sanfen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void givesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.stepAt(second))).isEqualTo(code);
        assertThat(Totp.findStep(SECRET, code, second)).hasValue(Totp.stepAt(second));
    }

    @Test
    void aClockMayBeWrongByOneStepAndNoMore() {
        String code = Totp.code(SECRET, 1000);
        assertThat(Totp.findStep(SECRET, code, 999 * 30)).hasValue(1000);
        assertThat(Totp.findStep(SECRET, code, 1001 * 30 + 29)).hasValue(1000);
        assertThat(Totp.findStep(SECRET, code, 998 * 30 + 29)).isEmpty();
        assertThat(Totp.findStep(SECRET, code, 1002 * 30)).isEmpty();
    }
}
