package org.sanfen.exchange.register;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.sanfen.exchange.register.ColumnMapping.Source;
import org.sanfen.web.SpreadsheetCsv;

/**
 * Writes rows back as they stand in the file, with columns before them that say what is wrong, so that they can be mended and
 * taken again: the same columns, so the same mapping fits, and the added ones are read by nobody. Where the file has no id, the
 * one that the row was given stands in {@code source_id}, so that a mended row is still the same. The register's file is read
 * a second time instead of being kept. Thread-safe.
 */
public final class CorrectedFile {

    private static final String ADDED = " (Sanfen)";
    private static final String ID = "source_id";

    private final Table table;
    private final boolean hasGeometry;
    private final List<String> columns;
    private final String ownId;
    private final SpreadsheetCsv csv;

    /**
     * What stands beside a row.
     *
     * @param sourceId that the row goes by; null if it has none
     * @param cells of the added columns
     */
    public record Beside(String sourceId, List<?> cells) {}

    private CorrectedFile(RegisterReader.Opened opened, ReadingChoice choice, OutputStream out) throws IOException {
        this.table = opened.table();
        this.hasGeometry = opened.format().hasGeometry();
        this.columns = table.columns();
        Source id = choice.mapping().fields().get(ID);
        this.ownId = id == null ? ID : id.columns().size() == 1 ? id.columns().get(0) : null;
        this.csv = new SpreadsheetCsv(out);
    }

    /** Whether a column says what is wrong, and nothing of the point. */
    static boolean isAdded(String column) {
        return column.endsWith(ADDED);
    }

    /**
     * As CSV, whatever the file was.
     *
     * @param choice as the file was read
     * @param headers of the added columns
     * @param beside row number to what stands beside it; null for a row that is left out here
     */
    public static void write(
            Path file, ReadingChoice choice, List<String> headers, LongFunction<Beside> beside, OutputStream out)
            throws IOException {
        CorrectedFile corrected = new CorrectedFile(RegisterReader.open(file, choice), choice, out);
        try {
            corrected.writeHeader(headers);
            corrected.table.read(row -> {
                Beside added = beside.apply(row.number());
                if (added != null) {
                    corrected.writeRow(row, added);
                }
                return true;
            });
            corrected.csv.flush();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private void writeHeader(List<String> headers) {
        List<String> names = new ArrayList<>();
        headers.forEach(header -> names.add(header + ADDED));
        if (isIdMissing()) {
            names.add(ID);
        }
        if (hasGeometry) {
            names.addAll(List.of("lon", "lat"));
        }
        columns.stream().filter(column -> !isAdded(column)).forEach(names::add);
        csv.row(names);
    }

    private boolean isIdMissing() {
        return ownId != null && !columns.contains(ownId);
    }

    private void writeRow(RawRow row, Beside added) {
        List<Object> cells = new ArrayList<>(added.cells());
        if (isIdMissing()) {
            cells.add(added.sourceId());
        }
        if (hasGeometry) {
            cells.add(plain(row.x()));
            cells.add(plain(row.y()));
        }
        for (String column : columns) {
            if (!isAdded(column)) {
                String cell = row.cell(column);
                cells.add(cell.isEmpty() && column.equals(ownId) ? added.sourceId() : cell);
            }
        }
        // A cell too many is what is wrong with the row: it has to be seen.
        for (int i = columns.size(); row.isOdd() && i < row.cells().length; i++) {
            cells.add(row.cells()[i]);
        }
        csv.row(cells);
    }

    /** Metres of a plane system without an exponent. */
    private static String plain(Double coordinate) {
        return coordinate == null ? null : new BigDecimal(coordinate.toString()).toPlainString();
    }
}
