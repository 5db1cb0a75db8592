package org.sanfen.exchange.register;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sanfen.directory.PointKind;
import org.sanfen.web.SpreadsheetCsv;

/**
 * Our own template of a register: a table of one example row, its headers in the reader's language. Whoever fills it in
 * need not map anything, since {@link Profiles} knows the headers. Thread-safe.
 */
public final class Template {

    /** Fields in the template's order, with the example's value. */
    private static final Map<String, String> EXAMPLE = example();

    private Template() {}

    private static Map<String, String> example() {
        Map<String, String> example = new LinkedHashMap<>();
        example.put("source_id", "A-001");
        example.put("kind", "aed");
        example.put("name", "");
        example.put("names.en", "Community centre");
        example.put("lon", "114.236000");
        example.put("lat", "22.557000");
        example.put("address", "");
        example.put("placement", "");
        example.put("level", "1");
        example.put("indoor", "yes");
        example.put("access", "yes");
        example.put("opening_hours", "Mo-Fr 08:30-17:30; PH off");
        example.put("operator", "");
        example.put("phone", "119");
        example.put("verified_on", "2026-04-01");
        example.put("attributes.made_on", "");
        return example;
    }

    /** Keys of the headers in the i18n files: {@code import.field.*}, and {@code import.template.*} for the example. */
    static List<String> fields() {
        return List.copyOf(EXAMPLE.keySet());
    }

    /** Key of a field's label in the i18n files. */
    public static String key(String field) {
        return "import.field." + field;
    }

    /** @param words key to text in the reader's language */
    public static void writeCsv(UnaryOperator<String> words, List<PointKind> kinds, String language, OutputStream out)
            throws IOException {
        SpreadsheetCsv csv = new SpreadsheetCsv(out);
        for (List<String> row : rows(words, kinds, language)) {
            csv.row(row);
        }
        csv.flush();
    }

    /** As {@link #writeCsv}, as a workbook. */
    public static void writeXlsx(UnaryOperator<String> words, List<PointKind> kinds, String language, OutputStream out)
            throws IOException {
        try (Workbook book = new Workbook(out, "Sanfen", "1.0")) {
            Worksheet sheet = book.newWorksheet(words.apply("import.template.sheet"));
            int y = 0;
            for (List<String> row : rows(words, kinds, language)) {
                for (int x = 0; x < row.size(); x++) {
                    sheet.value(y, x, row.get(x));
                }
                y++;
            }
            sheet.freezePane(0, 1);
        }
    }

    private static List<List<String>> rows(UnaryOperator<String> words, List<PointKind> kinds, String language) {
        List<String> headers = new ArrayList<>();
        List<String> values = new ArrayList<>();
        EXAMPLE.forEach((field, value) -> {
            headers.add(words.apply(key(field)));
            values.add(
                    switch (field) {
                        case "kind" ->
                            kinds.stream()
                                    .filter(kind -> kind.id().equals(value))
                                    .map(kind -> kind.name(language))
                                    .findFirst()
                                    .orElse(value);
                        case "name", "address", "placement", "operator" -> words.apply("import.template." + field);
                        case "indoor", "access" -> words.apply("import.template.yes");
                        default -> value;
                    });
        });
        return List.of(headers, values);
    }
}
