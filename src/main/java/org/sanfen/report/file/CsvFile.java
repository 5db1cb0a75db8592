package org.sanfen.report.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.sanfen.web.SpreadsheetCsv;

/**
 * The table of areas as CSV, the notice in columns at the end of every row, because no program skips comments in CSV.
 * Stateless.
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
        SpreadsheetCsv csv = new SpreadsheetCsv(out);
        FileTable areas = book.getTable("areas");
        List<Object> line =
                new ArrayList<>(areas.columns().stream().map(FileColumn::key).toList());
        line.addAll(NOTICES);
        csv.row(line);
        for (List<Object> row : areas.rows()) {
            line.clear();
            line.addAll(row);
            NOTICES.forEach(name -> line.add(book.notice().fields().get(name)));
            csv.row(line);
        }
        csv.flush();
    }
}
