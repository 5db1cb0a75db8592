package org.sanfen.report.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A spreadsheet: a sheet a table, numbers as numbers, heads that stay in sight. Stateless. */
public final class XlsxFile {

    private static final int WIDEST = 60;
    private static final int LONGEST_NAME = 31; // the format's limit

    private XlsxFile() {}

    /** Writes it; does not close the stream. */
    public static void write(ReportBook book, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Sanfen", "1.0");
        workbook.properties().setTitle(book.notice().title());
        for (FileTable table : book.tables()) {
            String name = table.title().replaceAll("[\\\\/*?:\\[\\]]", " ");
            Worksheet sheet =
                    workbook.newWorksheet(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name);
            write(book.notice(), table, sheet);
            sheet.finish();
        }
        workbook.finish();
    }

    private static void write(FileNotice notice, FileTable table, Worksheet sheet) {
        for (int column = 0; column < table.columns().size(); column++) {
            FileColumn head = table.columns().get(column);
            sheet.value(0, column, head.title());
            sheet.style(0, column).bold().wrapText(true).fillColor("E8EDF3").set();
            int widest = Math.min(24, length(head.title()));
            for (List<Object> row : table.rows()) {
                widest = Math.max(widest, length(row.get(column)));
            }
            sheet.width(column, Math.min(WIDEST, widest + 2));
        }
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                cell(
                        sheet,
                        row + 1,
                        column,
                        table.rows().get(row).get(column),
                        table.columns().get(column).type());
            }
        }
        sheet.freezePane(1, 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        String label = notice.internal() != null ? notice.internal() : notice.schematic();
        sheet.header(
                label == null ? notice.title() : label + " · " + notice.title(), org.dhatim.fastexcel.Position.LEFT);
        sheet.footer(
                (notice.attribution() == null ? "" : notice.attribution())
                        + (notice.licence() == null ? "" : " · " + notice.licence()),
                org.dhatim.fastexcel.Position.LEFT);
        sheet.footer("&P / &N", org.dhatim.fastexcel.Position.RIGHT);
    }

    private static void cell(Worksheet sheet, int row, int column, Object value, FileColumn.Type type) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value != null) {
            sheet.value(row, column, value.toString());
            if (length(value) > WIDEST) {
                sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
            }
        }
        if (value instanceof Number && type.spreadsheet != null) {
            sheet.style(row, column).format(type.spreadsheet).set();
        }
    }

    /** In the width of a Latin letter; a Chinese one takes two. */
    private static int length(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return 10;
        }
        return value.toString()
                .codePoints()
                .map(letter -> letter >= 0x2e80 ? 2 : 1)
                .sum();
    }
}
