package org.sanfen.exchange.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.sanfen.exchange.job.ImportJob.State;
import org.sanfen.exchange.register.CrsGuess;
import org.sanfen.exchange.register.ReadRow;
import org.sanfen.exchange.register.ReadSummary;
import org.sanfen.exchange.register.ReadingChoice;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Imports made of rows that a test writes down, as if a file had been read. */
@TestComponent
class StagedRows {

    static final String PLACE = "town";
    static final String SOURCE = "register";

    private final DataSource source;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final ImportJobStore jobs;
    private final ImportJobs imports;
    private final RowPlan plan;
    private final PlaceStore places;
    private final ChangeNumbers numbers;
    private final ObjectMapper json;

    StagedRows(
            DataSource source,
            JdbcClient database,
            TransactionTemplate transactions,
            ImportJobStore jobs,
            ImportJobs imports,
            RowPlan plan,
            PlaceStore places,
            ChangeNumbers numbers,
            ObjectMapper json) {
        this.source = source;
        this.database = database;
        this.transactions = transactions;
        this.jobs = jobs;
        this.imports = imports;
        this.plan = plan;
        this.places = places;
        this.numbers = numbers;
        this.json = json;
    }

    void oneTown() {
        database.sql("DELETE FROM place").update();
        database.sql("""
                        INSERT INTO place (id, name, zone, country, bounds)
                        VALUES ('town', '镇', 'Asia/Shanghai', 'CN', ST_MakeEnvelope(114.2, 22.5, 114.3, 22.6, 4326))
                        """).update();
    }

    /** An AED with a position; fields as name and JSON value in turn. */
    ReadRow row(long number, String id, double lon, double lat, String... fields) {
        ObjectNode values = json.createObjectNode();
        values.put("kind", "aed");
        values.put("lon", lon);
        values.put("lat", lat);
        return new ReadRow(number, id, with(values, fields), lon, lat, null, null, List.of());
    }

    /** The same by its address. */
    ReadRow addressed(long number, String id, String address, String... fields) {
        ObjectNode values = json.createObjectNode();
        values.put("kind", "aed");
        values.put("address", address);
        return new ReadRow(number, id, with(values, fields), null, null, address, null, List.of());
    }

    private ObjectNode with(ObjectNode values, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            values.set(fields[i], json.readTree(fields[i + 1]));
        }
        return values;
    }

    long preview(ReadRow... rows) {
        return preview("WGS84", rows);
    }

    /** Up to the preview; returns the job. */
    long preview(String crs, ReadRow... rows) {
        long id = jobs.add(PLACE, "register.csv", null);
        jobs.looked(id, Map.of("format", "CSV"));
        Place town = places.findPlace(PLACE).orElseThrow();
        transactions.executeWithoutResult(tx -> {
            jobs.chosen(
                    id,
                    new ReadingChoice(null, null, null, null, null, null, crs, null, "aed", SOURCE, "CC-BY-4.0"),
                    rows.length);
            Connection connection = DataSourceUtils.getConnection(source);
            try (RowStage stage = new RowStage(connection, json, done -> {})) {
                for (ReadRow row : rows) {
                    stage.take(row);
                }
                stage.finish(new ReadSummary(rows.length, rows.length, 0, Map.of(), List.of(), CrsGuess.NONE, 0));
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            plan.first(id, town, SOURCE, ImportWork.srid(crs), (step, at) -> {});
            jobs.ready(id, plan.counts(id), numbers.current(PLACE).get(Part.POINTS));
        });
        return id;
    }

    ImportJob apply(long id) {
        jobs.wish(id, State.READY, State.APPLYING);
        return carryOut(id);
    }

    ImportJob undo(long id) {
        jobs.wish(id, State.APPLIED, State.UNDOING);
        return carryOut(id);
    }

    /** By this thread, or by the server's own worker if it was quicker. */
    private ImportJob carryOut(long id) {
        try {
            return imports.carryOut(id, (step, rows) -> {});
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    ImportJob take(ReadRow... rows) {
        return apply(preview(rows));
    }

    ImportJob job(long id) {
        return jobs.getJob(id);
    }

    /** Row number to what it is. */
    Map<Long, String> whats(long id) {
        Map<Long, String> whats = new java.util.TreeMap<>();
        database.sql("SELECT number, what FROM import_row WHERE job_id = :id")
                .param("id", id)
                .query(row -> {
                    whats.put(row.getLong(1), row.getString(2));
                });
        return whats;
    }

    Map<String, Object> importRow(long id, long number) {
        return database.sql("SELECT * FROM import_row WHERE job_id = :id AND number = :number")
                .param("id", id)
                .param("number", number)
                .query()
                .singleRow();
    }

    Map<String, Object> point(String sourceId) {
        return database.sql("SELECT *, ST_X(geom) AS lon, ST_Y(geom) AS lat FROM point WHERE source_id = :id")
                .param("id", sourceId)
                .query()
                .singleRow();
    }

    /** A point that the place has from elsewhere; returns its id. */
    String add(String kind, String source, String name, double lon, double lat) {
        return database.sql("""
                        INSERT INTO point (place_id, kind, name, geom, source, change_number)
                        VALUES ('town', :kind, :name, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), :source, 1)
                        RETURNING id
                        """)
                .param("kind", kind)
                .param("name", name)
                .param("lon", lon)
                .param("lat", lat)
                .param("source", source)
                .query(String.class)
                .single();
    }

    /** As an editor would. */
    void edit(String sourceId, String column, String value) {
        transactions.executeWithoutResult(tx -> {
            long number = numbers.next(PLACE, Part.POINTS);
            database.sql("UPDATE point SET " + column
                            + " = :value, edited_fields = edited_fields || ARRAY['" + column
                            + "'], revision = revision + 1, change_number = :number WHERE source_id = :id")
                    .param("value", value)
                    .param("number", number)
                    .param("id", sourceId)
                    .update();
        });
    }

    long count(String rows) {
        return database.sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }
}
