package org.sanfen.exchange;

import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes one change number of a place's areas back under the next: what it made ends, what it ended begins again. Outlines,
 * settings and populations alike, so that an edit, a deletion, an import and a grid are undone the same way.
 */
@Repository
class AreaUndoStore {

    /** Areas that a change number touched in any way. */
    private static final String TOUCHED = """
            WITH touched AS (
              SELECT id FROM area WHERE place_id = :place AND (valid_from = :number OR valid_to = :number)
              UNION
              SELECT area_id FROM area_setting WHERE place_id = :place AND (valid_from = :number OR valid_to = :number)
              UNION
              SELECT area_id FROM area_population WHERE place_id = :place AND (valid_from = :number OR valid_to = :number)
            )
            """;

    /** Areas that the number touched and that somebody has touched again since. */
    private static final String CHANGED_SINCE = TOUCHED + """
            SELECT touched.id
            FROM touched
            WHERE EXISTS (SELECT FROM area WHERE area.id = touched.id AND GREATEST(valid_from, valid_to) > :number)
               OR EXISTS (SELECT FROM area_setting
                          WHERE area_id = touched.id AND GREATEST(valid_from, valid_to) > :number)
               OR EXISTS (SELECT FROM area_population
                          WHERE area_id = touched.id AND GREATEST(valid_from, valid_to) > :number)
            ORDER BY touched.id
            """;

    private static final String IS_OF_AREAS = TOUCHED + """
            SELECT EXISTS (SELECT FROM touched)
            """;

    /** Areas of the map itself, the root among them; their settings and populations are staff's. */
    private static final String OF_THE_MAP = """
            SELECT EXISTS (SELECT FROM area
                           WHERE place_id = :place
                             AND layer = 'administrative'
                             AND (valid_from = :number OR valid_to = :number))
            """;

    /** Codes of what the number has brought back that another area of the layer has by now. */
    private static final String CODES_TAKEN = """
            SELECT DISTINCT back.code
            FROM area AS back
            JOIN area AS other ON other.place_id = back.place_id
                              AND other.layer = back.layer
                              AND other.code = back.code
                              AND other.id <> back.id
                              AND other.valid_to IS NULL
            WHERE back.place_id = :place
              AND back.valid_from = :next
              AND back.valid_to IS NULL
            ORDER BY back.code
            """;

    private static final String NAMES = TOUCHED + """
            , named AS (
              SELECT DISTINCT ON (area.id) area.id, area.name
              FROM area
              JOIN touched ON touched.id = area.id
              ORDER BY area.id, area.version_id DESC
            )
            SELECT name
            FROM named
            ORDER BY name, id
            """;

    private static final String END_AREAS = """
            UPDATE area
            SET valid_to = :next
            WHERE place_id = :place AND valid_from = :number AND valid_to IS NULL
            """;

    private static final String BRING_BACK_AREAS = """
            INSERT INTO area (id, place_id, layer, admin_level, parent_id, code, name, names, geom, area_m2, residents,
                              residents_source, source, licence, source_id, content_hash, valid_from, edited_fields,
                              changed_by)
            SELECT id, place_id, layer, admin_level, parent_id, code, name, names, geom, area_m2, residents,
                   residents_source, source, licence, source_id, content_hash, :next,
                   array_remove(edited_fields, 'removed'), :staff
            FROM area
            WHERE place_id = :place AND valid_to = :number
            """;

    private static final String END_SETTINGS = """
            UPDATE area_setting
            SET valid_to = :next
            WHERE place_id = :place AND valid_from = :number AND valid_to IS NULL
            """;

    private static final String BRING_BACK_SETTINGS = """
            INSERT INTO area_setting (place_id, area_id, targets, organisation, given_by, valid_from)
            SELECT place_id, area_id, targets, organisation, :staff, :next
            FROM area_setting
            WHERE place_id = :place AND valid_to = :number
            """;

    private static final String END_POPULATIONS = """
            UPDATE area_population
            SET valid_to = :next
            WHERE place_id = :place AND valid_from = :number AND valid_to IS NULL
            """;

    private static final String BRING_BACK_POPULATIONS = """
            INSERT INTO area_population (place_id, area_id, residents, source, given_by, valid_from)
            SELECT place_id, area_id, residents, source, :staff, :next
            FROM area_population
            WHERE place_id = :place AND valid_to = :number
            """;

    private final JdbcClient database;

    AreaUndoStore(JdbcClient database) {
        this.database = database;
    }

    boolean isOfAreas(String placeId, long number) {
        return database.sql(IS_OF_AREAS)
                .param("place", placeId)
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    boolean isOfTheMap(String placeId, long number) {
        return database.sql(OF_THE_MAP)
                .param("place", placeId)
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** @param next the change number under which areas have come back */
    List<String> listCodesTaken(String placeId, long next) {
        return database.sql(CODES_TAKEN)
                .param("place", placeId)
                .param("next", next)
                .query(String.class)
                .list();
    }

    List<String> listChangedSince(String placeId, long number) {
        return database.sql(CHANGED_SINCE)
                .param("place", placeId)
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** What the areas are called that the number touched. */
    List<String> listNames(String placeId, long number) {
        return database.sql(NAMES)
                .param("place", placeId)
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** @param next the change number that takes {@code number} back */
    void undo(String placeId, long number, long next, Long staffId) {
        for (String statement : List.of(
                END_AREAS,
                BRING_BACK_AREAS,
                END_SETTINGS,
                BRING_BACK_SETTINGS,
                END_POPULATIONS,
                BRING_BACK_POPULATIONS)) {
            database.sql(statement)
                    .param("place", placeId)
                    .param("number", number)
                    .param("next", next)
                    .param("staff", staffId, Types.BIGINT)
                    .update();
        }
    }
}
