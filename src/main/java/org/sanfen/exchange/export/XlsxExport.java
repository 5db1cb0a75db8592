package org.sanfen.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/**
 * One sheet of points, heads in sight. Texts are written as texts: no phone number loses its plus, no code its zeros. Rows
 * go out in batches. Thread-safe.
 */
@Component
class XlsxExport implements PointExport {

    private static final int BATCH = 500;
    private static final double WIDTH = 18;

    @Override
    public ExportFormat format() {
        return ExportFormat.XLSX;
    }

    @Override
    public void write(Content content, OutputStream out) throws IOException {
        ExportNotice notice = content.notice();
        ExportColumns columns = content.columns();
        Workbook workbook = new Workbook(out, "Sanfen", "1.0");
        workbook.properties().setTitle(notice.place().name(notice.language()));
        Worksheet sheet = workbook.newWorksheet(notice.schematic() == null ? "points" : "points schematic");
        List<String> names = columns.names();
        for (int column = 0; column < names.size(); column++) {
            sheet.width(column, WIDTH);
            sheet.inlineString(0, column, names.get(column));
            sheet.style(0, column).bold().fillColor("E8EDF3").set();
        }
        sheet.freezePane(3, 1);
        int[] written = {0};
        content.points().forEach(point -> {
            List<Object> row = columns.row(point);
            written[0]++;
            for (int column = 0; column < row.size(); column++) {
                cell(sheet, written[0], column, row.get(column));
            }
            if (written[0] % BATCH == 0) {
                sheet.flush();
            }
        });
        sheet.finish();
        workbook.finish();
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value != null) {
            sheet.inlineString(row, column, value.toString());
        }
    }
}
