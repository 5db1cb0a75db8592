package org.sanfen.exchange.job;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sanfen.web.Messages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The rows of an import that have a problem, as a CSV in our own template: what could be read is put right already, and two
 * columns say what a person has to look at. Somebody corrects it in a spreadsheet and imports it again; the rows are known
 * by their id. Thread-safe.
 */
@Component
class CorrectionFile {

    private static final List<String> FIELDS = List.of(
            "kind",
            "name",
            "names",
            "lon",
            "lat",
            "address",
            "placement",
            "indoor",
            "level",
            "access",
            "locked",
            "how_to_open",
            "opening_hours",
            "operator",
            "phone",
            "status",
            "verified_on",
            "wheelchair",
            "parent",
            "equipment",
            "attributes");

    private final ImportRowStore rows;
    private final Messages messages;

    CorrectionFile(ImportRowStore rows, Messages messages) {
        this.rows = rows;
        this.messages = messages;
    }

    void write(ImportJob job, String language, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().build(text);
        List<String> line = new ArrayList<>(List.of("source_id"));
        line.addAll(FIELDS);
        line.addAll(
                List.of(messages.text(language, "import.file.row"), messages.text(language, "import.file.problems")));
        csv.writeRecord(line);
        rows.forEachProblem(job.id(), row -> {
            line.clear();
            line.add(row.sourceId());
            FIELDS.forEach(field -> line.add(cell(row, field)));
            line.add(Long.toString(row.number()));
            line.add(sentences(row, language));
            csv.writeRecord(line);
        });
        csv.flush();
    }

    private static String cell(ImportRow row, String field) {
        if (field.equals("lon") || field.equals("lat")) {
            Double degrees = field.equals("lon") ? row.lon() : row.lat();
            return degrees == null || row.placed() != null ? "" : degrees.toString();
        }
        JsonNode value = row.said().path(field);
        if (value.isMissingNode() || value.isNull()) {
            return field.equals("address") && row.address() != null ? row.address() : "";
        }
        return value.isContainer() ? value.isEmpty() ? "" : value.toString() : value.asString("");
    }

    private String sentences(ImportRow row, String language) {
        List<String> sentences = new ArrayList<>();
        if (row.what().equals("duplicate")) {
            sentences.add(messages.text(
                    language,
                    "import.file.duplicate",
                    "name",
                    row.pointName() == null ? row.point() : row.pointName()));
        }
        for (JsonNode problem : row.problems()) {
            sentences.add(sentence(problem, language));
        }
        return String.join(" | ", sentences);
    }

    /** The row's first problem of that reason. */
    String sentence(ImportRow row, String reason, String language) {
        for (JsonNode problem : row.problems()) {
            if (problem.path("reason").asString("").equals(reason)) {
                return sentence(problem, language);
            }
        }
        return "";
    }

    private String sentence(JsonNode problem, String language) {
        String column = problem.path("column").asString("");
        return (column.isEmpty() ? "" : column + ": ")
                + messages.text(
                        language,
                        "import.problem." + problem.path("reason").asString(""),
                        "value",
                        problem.path("value").asString(""),
                        "hint",
                        problem.path("hint").asString(""));
    }
}
