package org.sanfen.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * CSV that spreadsheets open as it is meant: UTF-8 with a byte order mark, by which Excel knows it, and an apostrophe before
 * texts that would run as a formula, which {@link #meant} takes away again. Not thread-safe.
 */
public final class SpreadsheetCsv {

    /** What spreadsheets begin a formula by, in full width too; behind apostrophes, so that the way back is without doubt. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+@\\t\\r\\n＝＋－＠-].*", Pattern.DOTALL);

    /** A floor, a phone number: nothing that a spreadsheet would take for more than a number. */
    private static final Pattern NUMBER_LIKE = Pattern.compile("[+-]\\d[\\d ().,/-]*");

    private final CsvWriter csv;

    /** @param out is not closed */
    public SpreadsheetCsv(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff');
        csv = CsvWriter.builder().build(text);
    }

    /** @param cells texts, numbers, truths; null for an empty one */
    public void row(List<?> cells) {
        csv.writeRecord(cells.stream().map(SpreadsheetCsv::cell).toList());
    }

    public void flush() throws IOException {
        csv.flush();
    }

    private static String cell(Object value) {
        return value == null ? "" : value instanceof String text ? harmless(text) : value.toString();
    }

    static String harmless(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** The text that was written so. */
    public static String meant(String written) {
        return written.startsWith("'") && isFormula(written.substring(1)) ? written.substring(1) : written;
    }

    private static boolean isFormula(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER_LIKE.matcher(text).matches();
    }
}
