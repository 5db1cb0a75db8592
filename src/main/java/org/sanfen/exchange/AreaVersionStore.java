package org.sanfen.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.sanfen.geo.Geodesic;
import org.sanfen.geo.Wkb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads and writes versions of areas and what staff set for them. A change ends one version and makes the next. */
@Repository
class AreaVersionStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Double>> SHARES = new TypeReference<>() {};

    private static final String SELECT = """
            SELECT area.id, area.place_id, area.layer, area.admin_level, area.parent_id, area.code, area.name, area.names,
                   area.area_m2, COALESCE(given.residents, area.residents) AS residents,
                   CASE WHEN given.source IS NOT NULL THEN given.source
                        WHEN area.residents IS NOT NULL THEN area.source END AS residents_source,
                   COALESCE(setting.targets, '{}') AS targets, setting.organisation, area.source, area.edited_fields,
                   GREATEST(area.valid_from, given.valid_from, setting.valid_from) AS version,
                   area.changed_at, staff_name(account, area.changed_at) AS changed_by, ST_AsGeoJSON(area.geom, 15) AS geometry
            FROM area
            LEFT JOIN area_population AS given ON given.area_id = area.id AND given.valid_to IS NULL
            LEFT JOIN area_setting AS setting ON setting.area_id = area.id AND setting.valid_to IS NULL
            LEFT JOIN staff_account AS account ON account.id = area.changed_by
            WHERE area.valid_to IS NULL
            """;

    private static final String IDS = """
            SELECT DISTINCT id
            FROM area
            WHERE place_id = :place
            """;

    private static final String NAMED = """
            SELECT id, name, COALESCE(code, id) AS code
            FROM area
            WHERE place_id = :place AND layer = :layer AND valid_to IS NULL
            ORDER BY id
            """;

    private static final String STANDS_ABOVE = """
            WITH RECURSIVE above AS (
              SELECT id, parent_id FROM area WHERE id = :parent AND valid_to IS NULL
              UNION
              SELECT area.id, area.parent_id
              FROM area
              JOIN above ON area.id = above.parent_id
              WHERE area.valid_to IS NULL
            )
            SELECT EXISTS (SELECT FROM above WHERE id = :id)
            """;

    private static final String END = """
            UPDATE area
            SET valid_to = :number,
                edited_fields = CASE WHEN :removed THEN array_append(edited_fields, 'removed') ELSE edited_fields END
            WHERE id = :id AND valid_to IS NULL
            """;

    private static final String INSERT = """
            INSERT INTO area (id, place_id, layer, parent_id, code, name, names, geom, area_m2, source, source_id,
                              content_hash, valid_from, changed_by)
            VALUES (:id, :place, :layer, :parent, :code, :name, CAST(:names AS jsonb), ST_GeomFromEWKB(:geom), :area_m2,
                    'staff', :source_id, :hash, :number, :staff)
            """;

    /** What a file said stays known ({@code content_hash}), so that the same file again changes nothing. */
    private static final String NEXT_VERSION = """
            INSERT INTO area (id, place_id, layer, admin_level, parent_id, code, name, names, geom, area_m2, residents,
                              residents_source, source, licence, source_id, content_hash, valid_from, edited_fields,
                              changed_by)
            SELECT id, place_id, :layer, admin_level, :parent, :code, :name, CAST(:names AS jsonb),
                   ST_GeomFromEWKB(:geom), :area_m2, residents, residents_source, source, licence,
                   CASE WHEN source = 'staff' THEN :source_id ELSE source_id END, content_hash, :number,
                   CASE WHEN source = 'staff' THEN edited_fields
                        ELSE ARRAY(SELECT DISTINCT field FROM unnest(edited_fields || :fields) AS field ORDER BY field)
                   END, :staff
            FROM area
            WHERE id = :id AND valid_to = :number
            """;

    private static final String END_SETTING = """
            UPDATE area_setting
            SET valid_to = :number
            WHERE area_id = :id AND valid_to IS NULL
            """;

    private static final String SET = """
            INSERT INTO area_setting (place_id, area_id, targets, organisation, given_by, valid_from)
            VALUES (:place, :id, CAST(:targets AS jsonb), :organisation, :staff, :number)
            """;

    private final JdbcClient database;
    private final ObjectMapper json;

    AreaVersionStore(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * What a version says.
     *
     * @param parent id of the next larger area; null for none
     * @param code null for none
     */
    record Content(
            String layer, String parent, String code, String name, Map<String, String> names, MultiPolygon outline) {}

    /** The current areas of a place, the largest of each layer first. */
    List<EditedArea> listAreas(String placeId) {
        return database.sql(
                        SELECT + "AND area.place_id = :place\nORDER BY layer, admin_level NULLS FIRST, name, area.id")
                .param("place", placeId)
                .query(this::area)
                .list();
    }

    Optional<EditedArea> findArea(String id) {
        return database.sql(SELECT + "AND area.id = :id")
                .param("id", id)
                .query(this::area)
                .optional();
    }

    Geometry getOutline(String id) {
        return database.sql("SELECT ST_AsBinary(geom) FROM area WHERE id = :id AND valid_to IS NULL")
                .param("id", id)
                .query((row, number) -> Wkb.read(row.getBytes(1)))
                .single();
    }

    /**
     * What an area is called.
     *
     * @param code by which a file names it; its id where it has none
     */
    record Named(String id, String name, String code) {}

    /** The current areas of a layer by their names; without outlines, which are long. */
    List<Named> listNamed(String placeId, String layer) {
        return database.sql(NAMED)
                .param("place", placeId)
                .param("layer", layer)
                .query(Named.class)
                .list();
    }

    /** All ids that the place ever gave. */
    List<String> listIds(String placeId) {
        return database.sql(IDS).param("place", placeId).query(String.class).list();
    }

    /** Whether the area is the parent itself or stands above it: then the parent can't be the area's. */
    boolean standsAbove(String id, String parent) {
        return database.sql(STANDS_ABOVE)
                .param("id", id)
                .param("parent", parent)
                .query(Boolean.class)
                .single();
    }

    void insert(String id, String placeId, Content content, long number, long staffId) {
        bind(database.sql(INSERT), id, content, number, staffId)
                .param("place", placeId)
                .param("hash", UUID.randomUUID())
                .update();
    }

    /** @param fields that differ from the version before */
    void replace(String id, Content content, List<String> fields, long number, long staffId) {
        end(id, number, false);
        bind(database.sql(NEXT_VERSION), id, content, number, staffId)
                .param("fields", fields.toArray(String[]::new))
                .update();
    }

    void end(String id, long number, boolean removed) {
        database.sql(END)
                .param("id", id)
                .param("number", number)
                .param("removed", removed)
                .update();
    }

    void set(String placeId, String id, Map<String, Double> targets, String organisation, long number, long staffId) {
        database.sql(END_SETTING).param("id", id).param("number", number).update();
        if (!targets.isEmpty() || organisation != null) {
            database.sql(SET)
                    .param("place", placeId)
                    .param("id", id)
                    .param("targets", json.writeValueAsString(targets))
                    .param("organisation", organisation, Types.VARCHAR)
                    .param("staff", staffId)
                    .param("number", number)
                    .update();
        }
    }

    private JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec sql, String id, Content content, long number, long staffId) {
        String code = content.code() == null ? id : content.code();
        return sql.param("id", id)
                .param("layer", content.layer())
                .param("parent", content.parent(), Types.VARCHAR)
                .param("code", content.code(), Types.VARCHAR)
                .param("name", content.name())
                .param("names", json.writeValueAsString(content.names()))
                .param("geom", Wkb.write(content.outline()))
                .param("area_m2", Geodesic.squareMetres(content.outline()))
                .param("source_id", content.layer() + "/" + code)
                .param("number", number)
                .param("staff", staffId);
    }

    private EditedArea area(ResultSet row, int number) throws SQLException {
        Short adminLevel = row.getObject("admin_level", Short.class);
        return new EditedArea(
                "Feature",
                row.getString("id"),
                row.getString("geometry"),
                new EditedArea.Properties(
                        row.getString("place_id"),
                        row.getString("layer"),
                        adminLevel == null ? null : adminLevel.intValue(),
                        row.getString("parent_id"),
                        row.getString("code"),
                        row.getString("name"),
                        json.readValue(row.getString("names"), TEXTS),
                        row.getDouble("area_m2"),
                        row.getObject("residents", Long.class),
                        row.getString("residents_source"),
                        json.readValue(row.getString("targets"), SHARES),
                        row.getString("organisation"),
                        row.getString("source"),
                        List.of((String[]) row.getArray("edited_fields").getArray()),
                        row.getLong("version"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by")));
    }
}
