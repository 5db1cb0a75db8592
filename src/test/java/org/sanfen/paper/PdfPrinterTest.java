package org.sanfen.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PdfPrinterTest {

    /** Where it can't be printed, the first start of every build fails. */
    @Test
    void theSheetThatIsPrintedForNobodyIsAPdf() throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();

        PdfPrinter.print(PdfPrinter.SHEET, pdf);

        assertThat(pdf.toString(StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }
}
