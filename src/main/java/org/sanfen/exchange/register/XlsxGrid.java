package org.sanfen.exchange.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.sanfen.exchange.Refusal;

/** A sheet of a workbook, a row at a time: dates as dates, times as times, numbers without a needless .0. */
final class XlsxGrid implements Grid {

    /** Formats of numbers that mean a day or a time: y, m, d, h or s outside quotes and brackets. */
    private static final Pattern DATE = Pattern.compile("[ymdhs年月日時时]", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|General");
    private static final Pattern ERROR = Pattern.compile("#(N/A|[A-Z]+[!?]|DIV/0!)");
    private static final Pattern ZEROS = Pattern.compile("0{2,20}");

    private final Path file;
    private final String name;
    private final List<FileLook.Part> parts;
    private final String part;
    private final boolean hasStyles;

    /** @param wanted sheet; null for the first that is shown */
    XlsxGrid(Path file, String wanted) {
        this.file = file;
        this.name = RegisterFiles.name(file);
        this.hasStyles = hasStyles(file, name);
        try (ReadableWorkbook book = open()) {
            List<Sheet> sheets = book.getSheets().toList();
            this.parts = sheets.stream()
                    .map(sheet -> new FileLook.Part(sheet.getName(), -1))
                    .toList();
            this.part = sheets.stream()
                    .filter(sheet -> wanted == null
                            ? sheet.getVisibility() == SheetVisibility.VISIBLE
                            : sheet.getName().equals(wanted))
                    .findFirst()
                    .map(Sheet::getName)
                    .orElseThrow(() -> new RegisterRefused(
                            wanted == null ? Refusal.NO_LAYER : Refusal.NO_SHEET, name, wanted == null ? "" : wanted));
        } catch (IOException | ExcelReaderException broken) {
            throw broken(broken);
        }
    }

    @Override
    public List<FileLook.Part> parts() {
        return parts;
    }

    @Override
    public String part() {
        return part;
    }

    @Override
    public void read(Taker taker) {
        try (ReadableWorkbook book = open();
                Stream<Row> rows = book.findSheet(part).orElseThrow().openStream()) {
            Iterator<Row> all = rows.iterator();
            int first = -1;
            for (Row row = next(all); row != null; row = next(all)) {
                first = first < 0 ? row.getRowNum() : first;
                int number = row.getRowNum() + (first == 0 ? 1 : 0); // rows without a number are counted from 0
                if (number > Table.MOST_ROWS) {
                    throw new RegisterRefused(Refusal.TOO_MANY_ROWS, name, String.valueOf(Table.MOST_ROWS));
                }
                if (!taker.take(number, cells(row))) {
                    return;
                }
            }
        } catch (IOException | UncheckedIOException | ExcelReaderException broken) {
            throw broken(broken);
        }
    }

    /** Null at the end. */
    private Row next(Iterator<Row> rows) {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (IllegalStateException odd) {
            throw broken(odd);
        }
    }

    private String[] cells(Row row) {
        int count = Math.min(row.getCellCount(), Table.MOST_COLUMNS);
        String[] cells = new String[count];
        for (int i = 0; i < count; i++) {
            cells[i] = row.getOptionalCell(i).map(this::text).orElse(null);
        }
        return cells;
    }

    private String text(Cell cell) {
        if (cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return null;
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return number(cell, number);
        }
        if (value instanceof Boolean flag) {
            return flag ? "TRUE" : "FALSE";
        }
        String text = cell.getType() == CellType.FORMULA ? result(cell) : cell.getText();
        if (text != null && text.length() > Table.LONGEST_CELL) {
            throw new RegisterRefused(
                    Refusal.CELL_TOO_LARGE,
                    name,
                    String.valueOf(cell.getAddress().getRow() + 1));
        }
        return text;
    }

    /** What a formula gave when the workbook was saved; null where that is an error. */
    private static String result(Cell formula) {
        String result = formula.getRawValue();
        return result != null && ERROR.matcher(result).matches() ? null : result;
    }

    private static String number(Cell cell, BigDecimal number) {
        String format = cell.getDataFormatString();
        String bare =
                format == null ? "" : NOT_FORMAT.matcher(format.split(";")[0]).replaceAll("");
        if (DATE.matcher(bare).find() && number.signum() >= 0 && number.doubleValue() < 2_958_466) {
            return moment(cell, number);
        }
        String plain = number.signum() == 0
                ? "0"
                : number.round(new java.math.MathContext(15))
                        .stripTrailingZeros()
                        .toPlainString();
        if (ZEROS.matcher(bare).matches() && plain.matches("\\d+")) {
            return "0".repeat(Math.max(0, bare.length() - plain.length())) + plain;
        }
        return plain;
    }

    private static String moment(Cell cell, BigDecimal number) {
        if (number.doubleValue() < 1) {
            return LocalTime.ofSecondOfDay(Math.min(86_399, Math.round(number.doubleValue() * 86_400)))
                    .withSecond(0)
                    .toString();
        }
        if (number.compareTo(BigDecimal.ONE) == 0 && cell.getDataFormatString().contains("h")) {
            return "24:00";
        }
        LocalDateTime moment = cell.asDate();
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    private ReadableWorkbook open() throws IOException {
        return new ReadableWorkbook(file.toFile(), new ReadingOptions(hasStyles, true));
    }

    /** The reader looks for formats wherever it is told to mind them; a workbook need have none. */
    private static boolean hasStyles(Path file, String name) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            return types != null
                    && new String(zip.getInputStream(types).readAllBytes(), StandardCharsets.UTF_8)
                            .contains("spreadsheetml.styles+xml");
        } catch (IOException broken) {
            throw broken(name, broken);
        }
    }

    private RegisterRefused broken(Exception cause) {
        return broken(name, cause);
    }

    /** What is whole and all the same not understood may come out otherwise if another program saves it. */
    private static RegisterRefused broken(String name, Exception cause) {
        boolean isWhole = cause instanceof IllegalStateException
                || cause instanceof ExcelReaderException && !(cause.getCause() instanceof XMLStreamException);
        return new RegisterRefused(
                isWhole ? Refusal.ODD_WORKBOOK : Refusal.BROKEN, name, RegisterFiles.reason(cause), cause);
    }
}
