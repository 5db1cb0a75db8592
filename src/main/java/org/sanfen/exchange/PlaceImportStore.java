package org.sanfen.exchange;

import org.locationtech.jts.geom.Geometry;
import org.sanfen.geo.Wkb;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/** Writes the place itself and the record of each import. */
@Repository
class PlaceImportStore {

    private static final String INSERT = """
            INSERT INTO place (id, name, names, zone, country, languages, emergency_numbers, schematic, first_run, publish,
                               attribution, licence, bounds)
            VALUES (:id, :name, CAST(:names AS jsonb), :zone, :country, :languages, CAST(:numbers AS jsonb), :schematic,
                    :first_run, :publish, :attribution, :licence, ST_GeomFromEWKB(:bounds))
            ON CONFLICT (id) DO NOTHING
            """;

    private static final String ALONE = "SELECT NOT EXISTS (SELECT FROM place WHERE id <> :place)";

    private static final String UPDATE = """
            UPDATE place
            SET name = :name, names = CAST(:names AS jsonb), zone = :zone, country = :country, languages = :languages,
                emergency_numbers = CAST(:numbers AS jsonb), attribution = :attribution, licence = :licence,
                bounds = ST_GeomFromEWKB(:bounds)
            WHERE id = :id
              AND (name, names, zone, country, languages, emergency_numbers, attribution, licence,
                   ST_AsEWKB(bounds))
                  IS DISTINCT FROM
                  (:name, CAST(:names AS jsonb), :zone, :country, CAST(:languages AS text[]), CAST(:numbers AS jsonb),
                   :attribution, :licence, CAST(:bounds AS bytea))
            """;

    private static final String LOCK = """
            SELECT last_number
            FROM change_counter
            WHERE place_id = :place
            FOR UPDATE
            """;

    private static final String RECORD = """
            INSERT INTO import_run (place_id, format, file_name, file_sha256, data_date, change_number, counts, messages)
            VALUES (:place, :format, :file_name, :sha256, :data_date, :number, CAST(:counts AS jsonb),
                    CAST(:messages AS jsonb))
            """;

    private final JdbcClient database;
    private final ObjectMapper json;
    private final String publish;

    /** @param publish how new places publish their coverage: {@code automatic} or {@code by_hand} */
    PlaceImportStore(JdbcClient database, ObjectMapper json, @Value("${sanfen.publish}") String publish) {
        this.database = database;
        this.json = json;
        this.publish = publish;
    }

    /** True if the place is new; it publishes by hand unless the operator has set otherwise or it is first-run content. */
    boolean add(String place, PlaceFacts facts, Geometry bounds, ImportRequest request) {
        if (!publish.equals("automatic") && !publish.equals("by_hand")) {
            throw new ImportRefused("SANFEN_PUBLISH is \"" + publish + "\": set it to automatic or by_hand.");
        }
        return with(database.sql(INSERT), place, facts, bounds)
                        .param("schematic", request.schematic())
                        .param("first_run", request.firstRun())
                        .param("publish", request.firstRun() ? "automatic" : publish)
                        .update()
                == 1;
    }

    /** True if the database has no other place. */
    boolean isAlone(String place) {
        return database.sql(ALONE).param("place", place).query(Boolean.class).single();
    }

    /** True if anything of it changed. */
    boolean update(String place, PlaceFacts facts, Geometry bounds) {
        return with(database.sql(UPDATE), place, facts, bounds).update() == 1;
    }

    private JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec statement, String place, PlaceFacts facts, Geometry bounds) {
        return statement
                .param("id", place)
                .param("name", facts.name())
                .param("names", json.writeValueAsString(facts.names()))
                .param("zone", facts.zone().getId())
                .param("country", facts.country())
                .param("languages", facts.languages().toArray(String[]::new))
                .param("numbers", json.writeValueAsString(facts.emergencyNumbers()))
                .param("attribution", facts.attribution())
                .param("licence", facts.licence())
                .param("bounds", Wkb.write(bounds));
    }

    /** Makes edits of the place wait until this import commits, and returns its last change number. */
    long lock(String place) {
        return database.sql(LOCK).param("place", place).query(Long.class).single();
    }

    void record(String place, ImportSummary summary) {
        database.sql(RECORD)
                .param("place", place)
                .param("format", summary.format())
                .param("file_name", summary.fileName())
                .param("sha256", summary.sha256())
                .param("data_date", summary.dataDate() == null ? null : java.sql.Timestamp.from(summary.dataDate()))
                .param("number", summary.changeNumber())
                .param("counts", json.writeValueAsString(summary.counts()))
                .param("messages", json.writeValueAsString(summary.messages()))
                .update();
    }
}
