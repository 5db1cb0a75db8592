package org.sanfen.report.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of areas as CSV: UTF-8 with a byte order mark, by which Excel knows it, and the notice in columns at the end of
 * every row, because no program skips comments in CSV. Stateless.
 */
public final class CsvFile {

    private static final List<String> NOTICES = List.of(
            "attribution",
            "licence",
            "schematic",
            "internal",
            "change_number",
            "data_date",
            "computed_at",
            "engine_version");

    private CsvFile() {}

    /** Writes it; does not close the stream. */
    public static void write(ReportBook book, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().build(text);
        FileTable areas = book.getTable("areas");
        List<String> line =
                new ArrayList<>(areas.columns().stream().map(FileColumn::key).toList());
        line.addAll(NOTICES);
        csv.writeRecord(line);
        for (List<Object> row : areas.rows()) {
            line.clear();
            row.forEach(value -> line.add(text(value)));
            NOTICES.forEach(name -> line.add(text(book.notice().fields().get(name))));
            csv.writeRecord(line);
        }
        csv.flush();
        text.flush();
    }

    private static String text(Object value) {
        return value == null ? "" : value instanceof String words ? harmless(words) : value.toString();
    }

    /** A spreadsheet would run a text that begins like a formula. */
    private static String harmless(String words) {
        return !words.isEmpty() && "=+-@\t\r".indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }
}
