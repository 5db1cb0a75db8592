package org.sanfen.exchange.register;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.exchange.Refusal;

/** Finds what stands between and around cells: what gives most rows the same number of cells, and many. */
final class Delimiters {

    private static final int SAMPLE_CHARS = 64 * 1024;
    private static final int SAMPLE_ROWS = 200;
    private static final List<Character> DELIMITERS = List.of(',', '\t', ';', '|');

    /** @param quote around cells */
    record Found(char delimiter, char quote) {}

    private Delimiters() {}

    static Found find(Path file, Charset charset) {
        String sample = sample(file, charset);
        char quote = quote(sample);
        char best = ',';
        double most = 0;
        for (char delimiter : DELIMITERS) {
            double score = score(sample, delimiter, quote);
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        return new Found(best, quote);
    }

    private static double score(String sample, char delimiter, char quote) {
        Map<Integer, Integer> widths = new HashMap<>();
        int rows = 0;
        try (CsvReader<CsvRecord> records = CsvGrid.reader(new StringReader(sample), delimiter, quote)) {
            for (CsvRecord record : records) {
                if (++rows > SAMPLE_ROWS) {
                    break;
                }
                widths.merge(record.getFieldCount(), 1, Integer::sum);
            }
        } catch (CsvParseException | IOException | UncheckedIOException notThis) {
            return 0;
        }
        return score(widths, rows);
    }

    private static double score(Map<Integer, Integer> widths, int rows) {
        double best = 0;
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            if (width.getKey() > 1) {
                double share = (double) width.getValue() / rows;
                best = Math.max(best, share * share * (1 + Math.log(width.getKey())));
            }
        }
        return best;
    }

    /** An apostrophe only where cells stand in them and no double quote is about. */
    private static char quote(String sample) {
        boolean apostrophes = sample.indexOf('"') < 0
                && sample.lines().limit(5).allMatch(line -> line.matches("\\s*'.*'\\s*[,;\t|]\\s*'.*'\\s*"));
        return apostrophes ? '\'' : '"';
    }

    private static String sample(Path file, Charset charset) {
        try (Reader in = CsvGrid.open(file, charset)) {
            char[] chars = new char[SAMPLE_CHARS];
            int length = 0;
            for (int read; length < SAMPLE_CHARS && (read = in.read(chars, length, SAMPLE_CHARS - length)) > 0; ) {
                length += read;
            }
            String text = new String(chars, 0, length);
            int end = length < SAMPLE_CHARS ? length : text.lastIndexOf('\n') + 1;
            return end > 0 ? text.substring(0, end) : text;
        } catch (IOException unreadable) {
            throw new RegisterRefused(
                    Refusal.UNREADABLE, RegisterFiles.name(file), RegisterFiles.reason(unreadable), unreadable);
        }
    }
}
