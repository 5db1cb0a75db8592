package org.sanfen.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sanfen.exchange.text.CharsetFinder;

/**
 * A table of populations as people send it: an area's code or id and its residents, with or without a header in Chinese or
 * English, in the encodings of East Asia, with commas, semicolons or tabs. Rows that can't be used are kept with their line and
 * reason.
 *
 * @param rows those that can be read
 * @param bad those that can't
 */
record PopulationFile(List<Row> rows, List<Bad> bad) {

    private static final Set<String> CODES = Set.of(
            "code",
            "area",
            "area code",
            "area id",
            "id",
            "代码",
            "编码",
            "区域",
            "区域代码",
            "区域编号",
            "区划代码",
            "行政区划代码",
            "统计用区划代码",
            "社区代码",
            "街道代码");
    private static final Set<String> RESIDENTS = Set.of(
            "residents",
            "population",
            "pop",
            "inhabitants",
            "人口",
            "人口数",
            "人口数量",
            "总人口",
            "常住人口",
            "常住人口数",
            "居民",
            "居民数",
            "居民人数",
            "实有人口");

    /** More than any area has: a slip of the keyboard, or another column. */
    private static final long MOST = 100_000_000;

    /**
     * One area's population.
     *
     * @param line of the file, from 1
     * @param area code or id
     * @param residents 0 or more
     */
    record Row(long line, String area, long residents) {}

    /**
     * A row that can't be used.
     *
     * @param line of the file, from 1
     * @param value what stands there
     * @param reason key of the sentence in the i18n files
     */
    record Bad(long line, String value, String reason) {}

    static PopulationFile read(byte[] bytes) {
        String text = decode(bytes);
        List<Row> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Bad> bad = new ArrayList<>();
        int codeColumn = -1;
        int residentsColumn = -1;
        List<CsvRecord> records = new ArrayList<>();
        try {
            CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .allowMissingFields(true)
                    .allowExtraFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .ofCsvRecord(text)
                    .forEach(records::add);
        } catch (CsvParseException wrong) {
            long line = records.isEmpty() ? 1 : records.get(records.size() - 1).getStartingLineNumber() + 1;
            bad.add(new Bad(line, "", "population.bad.row"));
        }
        for (CsvRecord record : records) {
            if (record.getFields().stream().allMatch(String::isBlank)) {
                continue;
            }
            if (codeColumn < 0) {
                codeColumn = find(record, CODES);
                residentsColumn = find(record, RESIDENTS);
                if (codeColumn >= 0 && residentsColumn >= 0) {
                    continue;
                }
                if (record.getFieldCount() != 2 || number(record.getField(1)) < 0) {
                    bad.add(new Bad(record.getStartingLineNumber(), shown(record), "population.bad.header"));
                    return new PopulationFile(rows, bad);
                }
                codeColumn = 0;
                residentsColumn = 1;
            }
            take(record, codeColumn, residentsColumn, rows, seen, bad);
        }
        if (rows.isEmpty() && bad.isEmpty()) {
            bad.add(new Bad(1, "", "population.bad.empty"));
        }
        return new PopulationFile(rows, bad);
    }

    private static void take(
            CsvRecord record, int codeColumn, int residentsColumn, List<Row> rows, Set<String> seen, List<Bad> bad) {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() <= Math.max(codeColumn, residentsColumn)) {
            bad.add(new Bad(line, shown(record), "population.bad.columns"));
            return;
        }
        String area = record.getField(codeColumn).strip();
        String typed = record.getField(residentsColumn).strip();
        long residents = number(typed);
        if (area.isEmpty()) {
            bad.add(new Bad(line, shown(record), "population.bad.area"));
        } else if (residents < 0) {
            bad.add(new Bad(line, typed, "population.bad.number"));
        } else if (!seen.add(area)) {
            bad.add(new Bad(line, area, "population.bad.twice"));
        } else {
            rows.add(new Row(line, area, residents));
        }
    }

    /** A whole number with or without separators of thousands; -1 for anything else. */
    private static long number(String typed) {
        String digits = typed.strip().replaceAll("(?<=\\d)[,，\\u00a0\\u202f ](?=\\d{3}(\\D|$))", "");
        if (!digits.matches("\\d{1,9}")) {
            return -1;
        }
        long number = Long.parseLong(digits);
        return number > MOST ? -1 : number;
    }

    private static int find(CsvRecord header, Set<String> names) {
        for (int i = 0; i < header.getFieldCount(); i++) {
            String name = header.getField(i).strip().toLowerCase(Locale.ROOT).replace('_', ' ');
            if (names.contains(name)) {
                return i;
            }
        }
        return -1;
    }

    private static String shown(CsvRecord record) {
        String all = String.join(", ", record.getFields());
        return all.length() > 60 ? all.substring(0, 60) + "…" : all;
    }

    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
    }

    /** Spreadsheets of East Asia write their old encodings. */
    private static String decode(byte[] bytes) {
        try {
            String text = new String(bytes, CharsetFinder.best(new ByteArrayInputStream(bytes)));
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory can't be read", impossible);
        }
    }
}
