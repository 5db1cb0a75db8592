package org.sanfen.exchange;

import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.sanfen.exchange.osm.BasemapRow;
import org.sanfen.place.ChangeNumbers;

/** Basemap features in the database: the columns and how a row fills them. */
final class BasemapTable {

    private static final String STAGE = """
            CREATE TEMPORARY TABLE staged_basemap_feature ON COMMIT DROP AS
            SELECT source_id, layer, class, name, names, tunnel, bridge, rank, geom, content_hash
            FROM basemap_feature
            WITH NO DATA
            """;

    private static final String COPY_STAGED = """
            COPY staged_basemap_feature (source_id, layer, class, name, names, tunnel, bridge, rank, geom, content_hash)
            FROM STDIN (FORMAT binary)
            """;

    private static final String COPY_NEW = """
            COPY basemap_feature (place_id, valid_from,
              source_id, layer, class, name, names, tunnel, bridge, rank, geom, content_hash)
            FROM STDIN (FORMAT binary)
            """;

    private static final String COMPARE = """
            SELECT (SELECT count(*)
                    FROM staged_basemap_feature staged
                    WHERE NOT EXISTS (SELECT FROM basemap_feature held
                                      WHERE held.place_id = ? AND held.valid_to IS NULL
                                        AND held.content_hash = staged.content_hash)) AS fresh,
                   (SELECT count(*)
                    FROM basemap_feature held
                    WHERE held.place_id = ? AND held.valid_to IS NULL
                      AND NOT EXISTS (SELECT FROM staged_basemap_feature staged
                                      WHERE staged.content_hash = held.content_hash)) AS gone
            """;

    private static final String END = """
            UPDATE basemap_feature held
            SET valid_to = ?
            WHERE held.place_id = ? AND held.valid_to IS NULL
              AND NOT EXISTS (SELECT FROM staged_basemap_feature staged
                              WHERE staged.content_hash = held.content_hash)
            """;

    private static final String INSERT = """
            INSERT INTO basemap_feature (place_id, valid_from,
              source_id, layer, class, name, names, tunnel, bridge, rank, geom, content_hash)
            SELECT ?, ?,
              source_id, layer, class, name, names, tunnel, bridge, rank, geom, content_hash
            FROM staged_basemap_feature staged
            WHERE NOT EXISTS (SELECT FROM basemap_feature held
                              WHERE held.place_id = ? AND held.valid_to IS NULL
                                AND held.content_hash = staged.content_hash)
            """;

    static final VersionedRows.Statements STATEMENTS = new VersionedRows.Statements(
            "basemap_feature",
            ChangeNumbers.Part.BASEMAP,
            STAGE,
            "ANALYZE staged_basemap_feature",
            COPY_STAGED,
            COPY_NEW,
            COMPARE,
            END,
            INSERT);

    private BasemapTable() {}

    /** The same for a file that speaks of some layers only: what the place has in others stays. */
    static VersionedRows.Statements of(Set<String> layers) {
        String ofThem =
                "held.valid_to IS NULL AND held.layer IN ('" + String.join("', '", new TreeSet<>(layers)) + "')";
        return new VersionedRows.Statements(
                STATEMENTS.table(),
                STATEMENTS.part(),
                STAGE,
                STATEMENTS.analyze(),
                COPY_STAGED,
                COPY_NEW,
                COMPARE.replace("held.valid_to IS NULL", ofThem),
                END.replace("held.valid_to IS NULL", ofThem),
                INSERT);
    }

    static void write(CopyTable table, BasemapRow row) throws SQLException {
        table.text(row.sourceId())
                .text(row.layer())
                .text(row.kind())
                .text(row.name())
                .texts(row.names())
                .bool(row.tunnel())
                .bool(row.bridge())
                .integer(row.rank())
                .geometry(row.geometry());
        table.end();
    }
}
