package org.sanfen.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sanfen.exchange.osm.AreaRow;
import org.sanfen.geo.Wkb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/** Brings the administrative layer of a place to what a file says; unchanged areas keep their version. */
@Repository
class AreaImportStore {

    private static final String GIVEN = """
            SELECT DISTINCT ON (source_id) source_id, id
            FROM area
            WHERE place_id = :place AND source = 'osm' AND source_id IS NOT NULL
            ORDER BY source_id, version_id DESC
            """;

    private static final String OF_OTHER_SOURCES = """
            SELECT DISTINCT id
            FROM area
            WHERE place_id = :place AND source <> 'osm'
            """;

    /** The root too where it came from elsewhere: an extract brings its own. */
    private static final String CURRENT = """
            SELECT id, content_hash
            FROM area
            WHERE place_id = :place AND (source = 'osm' OR id = :place) AND valid_to IS NULL
            """;

    private static final String ROOT_SOURCE = """
            SELECT source_id
            FROM area
            WHERE id = :place AND source = 'osm' AND valid_to IS NULL
            """;

    private static final String END = """
            UPDATE area
            SET valid_to = :number
            WHERE id = :id AND valid_to IS NULL
            """;

    private static final String INSERT = """
            INSERT INTO area (id, place_id, layer, admin_level, parent_id, code, name, names, geom, area_m2, residents,
                              residents_source, source, licence, source_id, content_hash, valid_from)
            VALUES (:id, :place, 'administrative', :level, :parent, :code, :name, CAST(:names AS jsonb),
                    ST_GeomFromEWKB(:geom), :area_m2, :residents, :residents_source, 'osm', :licence, :source_id,
                    :hash, :number)
            """;

    /** An area with its id, its parent's id and the hash of all that the file says of it. */
    record Identified(String id, String parentId, UUID hash, AreaRow row) {}

    /** What an import does to the areas of a place. */
    record Plan(List<Identified> fresh, List<String> ended, int all) {

        boolean any() {
            return !fresh.isEmpty() || !ended.isEmpty();
        }
    }

    private final JdbcClient database;
    private final ObjectMapper json;

    AreaImportStore(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Source id of the boundary that is the place's root area; empty if there is none or it is a box. */
    Optional<String> findRootSource(String place) {
        return database.sql(ROOT_SOURCE)
                .param("place", place)
                .query(String.class)
                .optional()
                .filter(source -> !source.equals("box"));
    }

    Plan plan(String place, List<AreaRow> rows) {
        Map<String, String> given = new HashMap<>();
        database.sql(GIVEN).param("place", place).query(row -> {
            given.put(row.getString("source_id"), row.getString("id"));
        });
        Map<String, UUID> current = new HashMap<>();
        database.sql(CURRENT).param("place", place).query(row -> {
            current.put(row.getString("id"), row.getObject("content_hash", UUID.class));
        });
        AreaIds ids = new AreaIds(place, given);
        database.sql(OF_OTHER_SOURCES)
                .param("place", place)
                .query(String.class)
                .list()
                .forEach(ids::take);
        Map<String, String> idsNow = new HashMap<>();
        List<Identified> fresh = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        for (AreaRow row : rows) {
            String id = ids.of(row);
            idsNow.put(row.sourceId(), id);
            String parent = row.parentSourceId() == null ? null : idsNow.get(row.parentSourceId());
            UUID hash = hash(parent, row);
            UUID held = current.remove(id);
            if (!hash.equals(held)) {
                fresh.add(new Identified(id, parent, hash, row));
                if (held != null) {
                    ended.add(id);
                }
            }
        }
        ended.addAll(current.keySet());
        return new Plan(fresh, ended, rows.size());
    }

    void write(String place, Plan plan, String licence, long changeNumber) {
        for (String id : plan.ended()) {
            database.sql(END).param("id", id).param("number", changeNumber).update();
        }
        for (Identified area : plan.fresh()) {
            AreaRow row = area.row();
            database.sql(INSERT)
                    .param("id", area.id())
                    .param("place", place)
                    .param("level", row.adminLevel())
                    .param("parent", area.parentId())
                    .param("code", row.code())
                    .param("name", row.name())
                    .param("names", json.writeValueAsString(row.names()))
                    .param("geom", Wkb.write(row.geometry()))
                    .param("area_m2", row.areaM2())
                    .param("residents", row.residents())
                    .param("residents_source", row.residentsSource())
                    .param("licence", licence)
                    .param("source_id", row.sourceId())
                    .param("hash", area.hash())
                    .param("number", changeNumber)
                    .update();
        }
    }

    private UUID hash(String parent, AreaRow row) {
        String text = String.join(
                "\u0001",
                String.valueOf(parent),
                row.sourceId(),
                String.valueOf(row.adminLevel()),
                String.valueOf(row.code()),
                row.name(),
                json.writeValueAsString(row.names()),
                String.valueOf(row.residents()),
                String.valueOf(row.residentsSource()),
                Wkb.writeHex(row.geometry()));
        try {
            ByteBuffer md5 =
                    ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
            return new UUID(md5.getLong(), md5.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
