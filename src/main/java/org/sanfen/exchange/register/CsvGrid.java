package org.sanfen.exchange.register;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sanfen.exchange.Refusal;

/** A text file of cells. Rows are numbered as a spreadsheet shows them: a cell of two lines is one row. */
final class CsvGrid implements Grid {

    private final Path file;
    private final String name;
    private final Charset charset;
    private final char delimiter;
    private final char quote;

    CsvGrid(Path file, Charset charset, char delimiter, char quote) {
        this.file = file;
        this.name = RegisterFiles.name(file);
        this.charset = charset;
        this.delimiter = delimiter;
        this.quote = quote;
    }

    @Override
    public List<FileLook.Part> parts() {
        return List.of(new FileLook.Part(null, -1));
    }

    @Override
    public String part() {
        return null;
    }

    @Override
    public void read(Taker taker) {
        long number = 0;
        try (CsvReader<CsvRecord> records = reader(open(file, charset), delimiter, quote)) {
            for (CsvRecord record : records) {
                number++;
                String[] cells = record.getFields().toArray(String[]::new);
                if (number > Table.MOST_ROWS) {
                    throw new RegisterRefused(Refusal.TOO_MANY_ROWS, name, String.valueOf(Table.MOST_ROWS));
                }
                if (cells.length > Table.MOST_COLUMNS * 4) {
                    throw new RegisterRefused(Refusal.TOO_MANY_COLUMNS, name, String.valueOf(Table.MOST_COLUMNS));
                }
                if (!taker.take(number, cells)) {
                    return;
                }
            }
        } catch (CsvParseException huge) {
            throw new RegisterRefused(Refusal.CELL_TOO_LARGE, name, String.valueOf(number + 1), huge);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new RegisterRefused(Refusal.UNREADABLE, name, RegisterFiles.reason(unreadable), unreadable);
        }
    }

    /** Reads kindly: what stands behind a closing quote belongs to the cell, and a quote never closed ends with the file. */
    static CsvReader<CsvRecord> reader(Reader text, char delimiter, char quote) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(Table.LONGEST_CELL)
                .ofCsvRecord(text);
    }

    /** A byte that the encoding doesn't know becomes a mark that is complained of in its row. */
    static Reader open(Path file, Charset charset) throws IOException {
        Reader text = new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(file),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                65_536);
        PushbackReader past = new PushbackReader(text, 1);
        int first = past.read();
        if (first >= 0 && first != '\ufeff') {
            past.unread(first);
        }
        return past;
    }
}
