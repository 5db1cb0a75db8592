package org.sanfen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "-1层停车场入口", "@SUM(A1)", "+cmd|' /C calc'!A0", "＝1＋1", "\t=1", "'=1", "''-x", "'-"})
    void aTextThatWouldRunIsMadeHarmlessAndComesBackAsItWas(String text) {
        String written = SpreadsheetCsv.harmless(text);

        assertThat(written).isEqualTo("'" + text);
        assertThat(SpreadsheetCsv.meant(written)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "-1", "+86 755 2222 3333", "-0.5", "+1,5", "'s-Gravenhage", "1-2", "东门"})
    void whatRunsNowhereStaysAsItIsBothWays(String text) {
        assertThat(SpreadsheetCsv.harmless(text)).isEqualTo(text);
        assertThat(SpreadsheetCsv.meant(text)).isEqualTo(text);
    }

    @Test
    void numbersAndTruthsAreWrittenBareAndNothingAsNothing() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SpreadsheetCsv csv = new SpreadsheetCsv(out);

        csv.row(Arrays.asList(-1.5, true, null, "=a", "b,c"));
        csv.flush();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\ufeff-1.5,true,,'=a,\"b,c\"\r\n");
    }
}
