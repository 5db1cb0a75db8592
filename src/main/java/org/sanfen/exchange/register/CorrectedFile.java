package org.sanfen.exchange.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the rows that have problems back as they stand in the file, with a column that says what is wrong, so that they can
 * be mended and taken again: the same columns, so the same mapping fits, and the added column is one that nothing reads.
 * The register's file is read a second time instead of being kept. Thread-safe.
 */
public final class CorrectedFile {

    /** Writes cells; the first row is the header. */
    private interface Rows {
        void write(List<String> cells) throws IOException;
    }

    private static final String BOM = "\ufeff";

    private CorrectedFile() {}

    /**
     * As CSV, UTF-8 with the mark that spreadsheets need.
     *
     * @param choice as the file was read
     * @param problems row number to its problems in the reader's language; empty for a row that is left out here
     * @param header of the added column
     */
    public static void writeCsv(
            Path file, ReadingChoice choice, LongFunction<List<String>> problems, String header, OutputStream out)
            throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BOM);
        CsvWriter csv = CsvWriter.builder().build(text);
        write(file, choice, problems, header, cells -> csv.writeRecord(cells));
        csv.flush();
    }

    /** As {@link #writeCsv}, as a workbook: every cell is text, so that no zero is lost. */
    public static void writeXlsx(
            Path file, ReadingChoice choice, LongFunction<List<String>> problems, String header, OutputStream out)
            throws IOException {
        try (Workbook book = new Workbook(out, "Sanfen", "1.0")) {
            Worksheet sheet = book.newWorksheet("rows");
            int[] at = {0};
            write(file, choice, problems, header, cells -> {
                for (int i = 0; i < cells.size(); i++) {
                    sheet.value(at[0], i, cells.get(i));
                }
                if (++at[0] % 1_000 == 0) {
                    sheet.flush();
                }
            });
        }
    }

    private static void write(
            Path file, ReadingChoice choice, LongFunction<List<String>> problems, String header, Rows rows)
            throws IOException {
        Table table = RegisterReader.open(file, choice).table();
        List<String> columns = table.columns();
        boolean hasGeometry = RegisterReader.open(file, choice).format().hasGeometry();
        try {
            List<String> names = new ArrayList<>(columns);
            if (hasGeometry) {
                names.addAll(List.of("lon", "lat"));
            }
            names.add(header);
            rows.write(names);
            table.read(row -> {
                List<String> sentences = problems.apply(row.number());
                if (!sentences.isEmpty()) {
                    writeRow(row, columns, hasGeometry, sentences, rows);
                }
                return true;
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static void writeRow(
            RawRow row, List<String> columns, boolean hasGeometry, List<String> sentences, Rows rows) {
        List<String> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(row.cell(column)));
        if (hasGeometry) {
            cells.add(row.x() == null ? "" : String.valueOf(row.x()));
            cells.add(row.y() == null ? "" : String.valueOf(row.y()));
        }
        cells.add(String.join(" ", sentences));
        try {
            rows.write(cells.stream().map(CorrectedFile::harmless).toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A cell that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay as they are. */
    private static String harmless(String cell) {
        boolean isFormula =
                !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 && !cell.matches("[+-]?[\\d .,()/-]+");
        return isFormula ? "'" + cell : cell;
    }
}
