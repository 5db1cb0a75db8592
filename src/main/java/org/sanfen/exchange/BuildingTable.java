package org.sanfen.exchange;

import java.sql.SQLException;
import org.sanfen.exchange.osm.BuildingRow;
import org.sanfen.place.ChangeNumbers;

/** Buildings in the database: the columns and how a row fills them. */
final class BuildingTable {

    private static final String STAGE = """
            CREATE TEMPORARY TABLE staged_building ON COMMIT DROP AS
            SELECT source_id, geom, entrances, levels, levels_assumed, use, use_assumed, footprint_m2,
                   floor_m2, name, address, content_hash
            FROM building
            WITH NO DATA
            """;

    private static final String COPY_STAGED = """
            COPY staged_building (source_id, geom, entrances, levels, levels_assumed, use, use_assumed, footprint_m2,
              floor_m2, name, address, content_hash)
            FROM STDIN (FORMAT binary)
            """;

    private static final String COPY_NEW = """
            COPY building (place_id, valid_from,
              source_id, geom, entrances, levels, levels_assumed, use, use_assumed, footprint_m2,
              floor_m2, name, address, content_hash)
            FROM STDIN (FORMAT binary)
            """;

    private static final String COMPARE = """
            SELECT (SELECT count(*)
                    FROM staged_building staged
                    WHERE NOT EXISTS (SELECT FROM building held
                                      WHERE held.place_id = ? AND held.valid_to IS NULL
                                        AND held.content_hash = staged.content_hash)) AS fresh,
                   (SELECT count(*)
                    FROM building held
                    WHERE held.place_id = ? AND held.valid_to IS NULL
                      AND NOT EXISTS (SELECT FROM staged_building staged
                                      WHERE staged.content_hash = held.content_hash)) AS gone
            """;

    private static final String END = """
            UPDATE building held
            SET valid_to = ?
            WHERE held.place_id = ? AND held.valid_to IS NULL
              AND NOT EXISTS (SELECT FROM staged_building staged
                              WHERE staged.content_hash = held.content_hash)
            """;

    private static final String INSERT = """
            INSERT INTO building (place_id, valid_from,
              source_id, geom, entrances, levels, levels_assumed, use, use_assumed, footprint_m2,
              floor_m2, name, address, content_hash)
            SELECT ?, ?,
              source_id, geom, entrances, levels, levels_assumed, use, use_assumed, footprint_m2,
              floor_m2, name, address, content_hash
            FROM staged_building staged
            WHERE NOT EXISTS (SELECT FROM building held
                              WHERE held.place_id = ? AND held.valid_to IS NULL
                                AND held.content_hash = staged.content_hash)
            """;

    static final VersionedRows.Statements STATEMENTS = new VersionedRows.Statements(
            "building",
            ChangeNumbers.Part.DEMAND,
            STAGE,
            "ANALYZE staged_building",
            COPY_STAGED,
            COPY_NEW,
            COMPARE,
            END,
            INSERT);

    private BuildingTable() {}

    static void write(CopyTable table, BuildingRow row) throws SQLException {
        table.text(row.sourceId())
                .geometry(row.geometry())
                .geometry(row.entrances())
                .oneDecimal(row.levels())
                .bool(row.levelsAssumed())
                .text(row.residential() ? "residential" : "other")
                .bool(row.useAssumed())
                .number(row.footprintM2())
                .number(row.footprintM2() * row.levels())
                .text(row.name())
                .text(row.address());
        table.end();
    }
}
