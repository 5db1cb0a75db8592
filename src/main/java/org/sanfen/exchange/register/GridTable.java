package org.sanfen.exchange.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sanfen.web.SpreadsheetCsv;

/**
 * A grid whose header has been found: rows under it, without comments and empty ones. In a table that we have written
 * ourselves, what was made harmless for spreadsheets is again what was meant.
 */
final class GridTable implements Table {

    /** Rows among which the header is looked for: files with a preamble have some lines of it. */
    private static final int PREAMBLE = 40;

    private final Grid grid;
    private final long headerRow;
    private final Columns columns;
    private final boolean isOurs;

    /** @param headerRow null to look for it; 0 for none */
    GridTable(Grid grid, Long headerRow) {
        this.grid = grid;
        List<String[]> first = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        grid.read((number, cells) -> {
            first.add(cells);
            numbers.add(number);
            return first.size() < PREAMBLE || headerRow != null && number < headerRow;
        });
        int header = headerRow == null ? HeaderRow.find(first) : numbers.indexOf(headerRow);
        this.headerRow = header < 0 ? 0 : numbers.get(header);
        List<String> names = header < 0 ? List.of() : Arrays.asList(withoutTail(first.get(header)));
        this.isOurs = Profiles.isOwn(names) || names.stream().anyMatch(GridTable::isAdded);
        this.columns = header < 0
                ? Columns.lettered(
                        first.stream().mapToInt(cells -> cells.length).max().orElse(0))
                : Columns.ofHeader(names.stream().map(this::meant).toList());
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public List<FileLook.Part> parts() {
        return grid.parts();
    }

    @Override
    public String part() {
        return grid.part();
    }

    @Override
    public String declaredCrs() {
        return null;
    }

    @Override
    public long headerRow() {
        return headerRow;
    }

    @Override
    public void read(Taker taker) {
        grid.read((number, cells) -> {
            if (number <= headerRow || HeaderRow.isComment(cells)) {
                return true;
            }
            boolean isOdd = false;
            for (int i = columns.size(); i < cells.length; i++) {
                isOdd |= cells[i] != null && !cells[i].isBlank();
            }
            if (isOurs) {
                Arrays.setAll(cells, i -> meant(cells[i]));
            }
            RawRow row = new RawRow(number, columns, cells, null, null, false, isOdd);
            return row.isBlank() || taker.take(row);
        });
    }

    private static boolean isAdded(String name) {
        return name != null && CorrectedFile.isAdded(name);
    }

    private String meant(String cell) {
        return isOurs && cell != null ? SpreadsheetCsv.meant(cell) : cell;
    }

    private static String[] withoutTail(String[] cells) {
        int end = cells.length;
        while (end > 0 && (cells[end - 1] == null || cells[end - 1].isBlank())) {
            end--;
        }
        return Arrays.copyOf(cells, end);
    }
}
