package org.sanfen.exchange.job;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.sanfen.exchange.register.ReadRow;
import org.sanfen.exchange.register.ReadSummary;
import org.sanfen.exchange.register.RowProblem;
import org.sanfen.exchange.register.RowSink;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Sends rows as they are read into a table of the transaction, by COPY and 64 KB at a time, so that a file of any length
 * takes the same memory. Not thread-safe.
 */
final class RowStage implements RowSink, AutoCloseable {

    private static final int FLUSH = 1 << 16;
    private static final long TELL_NS = 500_000_000;

    private static final String TABLES = """
            CREATE TEMP TABLE read_row (
              number bigint, source_id text, said jsonb, x double precision, y double precision, address text, mobile text,
              left_out boolean, problems jsonb
            ) ON COMMIT DROP;
            CREATE TEMP TABLE late_problem (number bigint, left_out boolean, problem jsonb) ON COMMIT DROP
            """;

    /** Told about twice a second. */
    interface Progress {
        void rows(long done);
    }

    private final Connection connection;
    private final ObjectMapper json;
    private final Progress progress;
    private final StringBuilder lines = new StringBuilder(2 * FLUSH);
    private CopyIn copy;
    private long rows;
    private long toldAt = System.nanoTime();

    RowStage(Connection connection, ObjectMapper json, Progress progress) throws SQLException {
        this.connection = connection;
        this.json = json;
        this.progress = progress;
        try (Statement sql = connection.createStatement()) {
            sql.execute(TABLES);
        }
        copy = begin("COPY read_row FROM STDIN");
    }

    private CopyIn begin(String statement) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
    }

    @Override
    public boolean take(ReadRow row) {
        lines.append(row.number()).append('\t');
        text(row.sourceId());
        text(json(row.values()));
        lines.append(row.x() == null ? "\\N" : row.x().toString()).append('\t');
        lines.append(row.y() == null ? "\\N" : row.y().toString()).append('\t');
        text(row.address());
        text(row.mobile());
        lines.append(row.isLeftOut() ? "t" : "f").append('\t');
        text(
                row.problems().isEmpty()
                        ? "[]"
                        : json(row.problems().stream().map(RowStage::line).toList()));
        endOfLine();
        if (++rows % 500 == 0) {
            goesOn();
        }
        return true;
    }

    @Override
    public void goesOn() {
        if (System.nanoTime() - toldAt > TELL_NS) {
            toldAt = System.nanoTime();
            progress.rows(rows);
        }
    }

    /** What only the whole file has shown. */
    void finish(ReadSummary summary) throws SQLException {
        flush();
        copy.endCopy();
        copy = begin("COPY late_problem FROM STDIN");
        for (RowProblem problem : summary.aboutMany()) {
            lines.append(problem.row())
                    .append('\t')
                    .append(problem.rowIsLeftOut() ? "t" : "f")
                    .append('\t');
            text(json(line(problem)));
            endOfLine();
        }
        flush();
        copy.endCopy();
        progress.rows(rows);
    }

    private static Map<String, String> line(RowProblem problem) {
        return Map.of(
                "column", problem.column(),
                "value", problem.value(),
                "reason", problem.reason().id(),
                "hint", problem.hint());
    }

    /** PostgreSQL knows no text with a NUL in it, not even escaped in JSON; six characters that look so are a text. */
    private String json(Object value) {
        String text = json.writeValueAsString(value);
        return text.contains("\\u0000") ? json.writeValueAsString(withoutNul(json.readTree(text))) : text;
    }

    private static Object withoutNul(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            node.properties().forEach(field -> fields.put(clean(field.getKey()), withoutNul(field.getValue())));
            return fields;
        }
        if (node.isArray()) {
            return node.values().stream().map(RowStage::withoutNul).toList();
        }
        return node.isString() ? clean(node.stringValue()) : node;
    }

    private static String clean(String text) {
        return text.replace("\0", "");
    }

    /** COPY's text format. */
    private void text(String value) {
        if (value == null) {
            lines.append("\\N\t");
            return;
        }
        String clean = clean(value);
        for (int i = 0; i < clean.length(); i++) {
            char letter = clean.charAt(i);
            switch (letter) {
                case '\\' -> lines.append("\\\\");
                case '\t' -> lines.append("\\t");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                default -> lines.append(letter);
            }
        }
        lines.append('\t');
    }

    private void endOfLine() {
        lines.setCharAt(lines.length() - 1, '\n');
        if (lines.length() >= FLUSH) {
            try {
                flush();
            } catch (SQLException failed) {
                throw new IllegalStateException("The database did not take the rows: " + failed.getMessage(), failed);
            }
        }
    }

    private void flush() throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
