package org.sanfen.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import org.sanfen.web.SpreadsheetCsv;
import org.springframework.stereotype.Component;

/** As spreadsheets open it. Thread-safe. */
@Component
class CsvExport implements PointExport {

    @Override
    public ExportFormat format() {
        return ExportFormat.CSV;
    }

    @Override
    public void write(Content content, OutputStream out) throws IOException {
        SpreadsheetCsv csv = new SpreadsheetCsv(out);
        ExportColumns columns = content.columns();
        csv.row(columns.names());
        content.points().forEach(point -> csv.row(columns.row(point)));
        csv.flush();
    }
}
