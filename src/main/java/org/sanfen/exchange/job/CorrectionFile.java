package org.sanfen.exchange.job;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.sanfen.exchange.osm.OpenStreetMap;
import org.sanfen.exchange.register.CorrectedFile;
import org.sanfen.exchange.register.CorrectedFile.Beside;
import org.sanfen.exchange.register.ReadingChoice;
import org.sanfen.web.Messages;
import org.sanfen.web.SpreadsheetCsv;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The rows of an import that have a problem, as they stand in the file, and beside each in words what a person has to look at.
 * Somebody corrects it in a spreadsheet and imports it again. Of an extract of OpenStreetMap it lists the objects. Thread-safe.
 */
@Component
class CorrectionFile {

    private static final int PAGE = 2_000;

    private final ImportRowStore rows;
    private final ImportFiles files;
    private final Messages messages;
    private final ObjectMapper json;

    CorrectionFile(ImportRowStore rows, ImportFiles files, Messages messages, ObjectMapper json) {
        this.rows = rows;
        this.files = files;
        this.messages = messages;
        this.json = json;
    }

    /** @param job whose file is still there and has been read */
    void write(ImportJob job, String language, OutputStream out) {
        ReadingChoice choice = json.treeToValue(job.choice(), ReadingChoice.class);
        List<String> headers =
                List.of(messages.text(language, "import.file.row"), messages.text(language, "import.file.problems"));
        if (choice.source().equals(OpenStreetMap.SOURCE)) {
            writeObjects(job, headers, language, out);
            return;
        }
        Problems problems = new Problems(job.id());
        files.with(job, file -> {
            CorrectedFile.write(file, choice, headers, number -> problems.beside(number, language), out);
            return null;
        });
    }

    /** Of an extract which objects have what: they are corrected in OpenStreetMap itself. */
    private void writeObjects(ImportJob job, List<String> headers, String language, OutputStream out) {
        try {
            SpreadsheetCsv csv = new SpreadsheetCsv(out);
            csv.row(List.of(headers.get(0), headers.get(1), "source_id", "kind", "name"));
            List<ImportRow> page = rows.listProblems(job.id(), -1, PAGE);
            while (!page.isEmpty()) {
                for (ImportRow row : page) {
                    csv.row(Arrays.asList(
                            row.number(),
                            sentences(row, language),
                            row.sourceId(),
                            row.said().path("kind").asString(""),
                            row.said().path("name").asString("")));
                }
                page = rows.listProblems(job.id(), page.get(page.size() - 1).number(), PAGE);
            }
            csv.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Goes along with the file from row to row. */
    private final class Problems {
        private final long job;
        private final Deque<ImportRow> page = new ArrayDeque<>();
        private long after = -1;

        Problems(long job) {
            this.job = job;
        }

        Beside beside(long number, String language) {
            while (after < number) {
                page.clear();
                page.addAll(rows.listProblems(job, after, PAGE));
                after = page.isEmpty() ? Long.MAX_VALUE : page.peekLast().number();
            }
            while (!page.isEmpty() && page.peekFirst().number() < number) {
                page.removeFirst();
            }
            ImportRow row = page.peekFirst();
            return row == null || row.number() != number
                    ? null
                    : new Beside(row.sourceId(), List.of(number, sentences(row, language)));
        }
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
