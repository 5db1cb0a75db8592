package org.sanfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sanfen.paper.PdfPrinter;

class TrainingTest {

    /** Where it can't be printed, the first start of every build fails. */
    @Test
    void theSheetThatIsPrintedForTheArchiveIsAPdf() throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();

        PdfPrinter.print(Training.SHEET, pdf);

        assertThat(pdf.toString(StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }
}
