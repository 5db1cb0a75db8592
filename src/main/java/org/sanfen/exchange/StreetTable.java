package org.sanfen.exchange;

import java.sql.SQLException;
import org.sanfen.exchange.osm.StreetRow;
import org.sanfen.place.ChangeNumbers;

/** Streets in the database: the columns and how a row fills them. */
final class StreetTable {

    private static final String STAGE = """
            CREATE TEMPORARY TABLE staged_street ON COMMIT DROP AS
            SELECT source_id, ordinal, from_node, to_node, geom, length_mm, class, name, names, steps,
                   private, tunnel, bridge, content_hash
            FROM street
            WITH NO DATA
            """;

    private static final String COPY_STAGED = """
            COPY staged_street (source_id, ordinal, from_node, to_node, geom, length_mm, class, name, names, steps,
              private, tunnel, bridge, content_hash)
            FROM STDIN (FORMAT binary)
            """;

    private static final String COPY_NEW = """
            COPY street (place_id, valid_from,
              source_id, ordinal, from_node, to_node, geom, length_mm, class, name, names, steps,
              private, tunnel, bridge, content_hash)
            FROM STDIN (FORMAT binary)
            """;

    private static final String COMPARE = """
            SELECT (SELECT count(*)
                    FROM staged_street staged
                    WHERE NOT EXISTS (SELECT FROM street held
                                      WHERE held.place_id = ? AND held.valid_to IS NULL
                                        AND held.content_hash = staged.content_hash)) AS fresh,
                   (SELECT count(*)
                    FROM street held
                    WHERE held.place_id = ? AND held.valid_to IS NULL
                      AND NOT EXISTS (SELECT FROM staged_street staged
                                      WHERE staged.content_hash = held.content_hash)) AS gone
            """;

    private static final String END = """
            UPDATE street held
            SET valid_to = ?
            WHERE held.place_id = ? AND held.valid_to IS NULL
              AND NOT EXISTS (SELECT FROM staged_street staged
                              WHERE staged.content_hash = held.content_hash)
            """;

    private static final String INSERT = """
            INSERT INTO street (place_id, valid_from,
              source_id, ordinal, from_node, to_node, geom, length_mm, class, name, names, steps,
              private, tunnel, bridge, content_hash)
            SELECT ?, ?,
              source_id, ordinal, from_node, to_node, geom, length_mm, class, name, names, steps,
              private, tunnel, bridge, content_hash
            FROM staged_street staged
            WHERE NOT EXISTS (SELECT FROM street held
                              WHERE held.place_id = ? AND held.valid_to IS NULL
                                AND held.content_hash = staged.content_hash)
            """;

    static final VersionedRows.Statements STATEMENTS = new VersionedRows.Statements(
            "street",
            ChangeNumbers.Part.STREETS,
            STAGE,
            "ANALYZE staged_street",
            COPY_STAGED,
            COPY_NEW,
            COMPARE,
            END,
            INSERT);

    private StreetTable() {}

    static void write(CopyTable table, StreetRow row) throws SQLException {
        table.text(row.sourceId())
                .integer(row.ordinal())
                .bigint(row.fromNode())
                .bigint(row.toNode())
                .geometry(row.geometry())
                .bigint(row.lengthMm())
                .text(row.walk().kind())
                .text(row.name())
                .texts(row.names())
                .bool(row.walk().steps())
                .bool(row.walk().restricted())
                .bool(row.walk().tunnel())
                .bool(row.walk().bridge());
        table.end();
    }
}
