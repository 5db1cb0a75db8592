package org.sanfen.exchange.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** UTF-8 with a byte order mark, by which Excel knows it. Thread-safe. */
@Component
class CsvExport implements PointExport {

    /** A floor, a phone number: nothing that a spreadsheet would take for more than a number. */
    private static final Pattern NUMBER_LIKE = Pattern.compile("[+-]\\d[\\d ()./-]*");

    @Override
    public ExportFormat format() {
        return ExportFormat.CSV;
    }

    @Override
    public void write(Content content, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().build(text);
        ExportColumns columns = content.columns();
        csv.writeRecord(columns.names());
        content.points()
                .forEach(point -> csv.writeRecord(
                        columns.row(point).stream().map(CsvExport::cell).toList()));
        csv.flush();
        text.flush();
    }

    private static String cell(Object value) {
        return value == null ? "" : value instanceof String words ? harmless(words) : value.toString();
    }

    /** A spreadsheet would run a text that begins like a formula. */
    static String harmless(String words) {
        return !words.isEmpty()
                        && "=+-@\t\r".indexOf(words.charAt(0)) >= 0
                        && !NUMBER_LIKE.matcher(words).matches()
                ? "'" + words
                : words;
    }
}
