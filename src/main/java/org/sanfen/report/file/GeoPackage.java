package org.sanfen.report.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.sqlite.SQLiteConfig;

/**
 * A GeoPackage 1.3 (OGC 12-128r18) being written: an SQLite file with a table a layer and a notice as metadata, a feature
 * at a time. Without spatial indexes: they are optional, and a program that wants one makes it. Not thread-safe.
 */
public final class GeoPackage implements AutoCloseable {

    private static final int BATCH = 1_000;
    private static final int APPLICATION_ID = 0x47504B47; // "GPKG"
    private static final int VERSION = 10300;

    private static final String CORE = """
            CREATE TABLE gpkg_spatial_ref_sys (
              srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
              organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
            CREATE TABLE gpkg_contents (
              table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
              description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
              min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
              CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
            CREATE TABLE gpkg_geometry_columns (
              table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
              srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
              CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
              CONSTRAINT uk_gc_table_name UNIQUE (table_name),
              CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
              CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
            CREATE TABLE gpkg_extensions (
              table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
              scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
            CREATE TABLE gpkg_metadata (
              id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
              md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
            CREATE TABLE gpkg_metadata_reference (
              reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
              timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL,
              md_parent_id INTEGER,
              CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
              CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
            """;

    private static final String SYSTEMS = """
            INSERT INTO gpkg_spatial_ref_sys VALUES
              ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
              ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),
              ('WGS 84 geodetic', 4326, 'EPSG', 4326,
               'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
               NULL)
            """;

    private static final String CONTENT = """
            INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
            VALUES (?, 'features', ?, ?, ?, 4326)
            """;

    private static final String EXTENT = """
            UPDATE gpkg_contents
            SET min_x = ?, min_y = ?, max_x = ?, max_y = ?
            WHERE table_name = ?
            """;

    private static final String GEOMETRY_COLUMN = """
            INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)
            VALUES (?, 'geom', ?, 4326, 0, 0)
            """;

    private static final String METADATA_EXTENSION = """
            INSERT INTO gpkg_extensions (table_name, extension_name, definition, scope)
            VALUES ('gpkg_metadata', 'gpkg_metadata', 'http://www.geopackage.org/spec131/#extension_metadata', 'read-write'),
                   ('gpkg_metadata_reference', 'gpkg_metadata', 'http://www.geopackage.org/spec131/#extension_metadata', 'read-write')
            """;

    private static final String METADATA = """
            INSERT INTO gpkg_metadata (id, md_standard_uri, mime_type, metadata)
            VALUES (1, 'http://purl.org/dc/elements/1.1/', 'text/plain', ?)
            """;

    private static final String REFERENCE = """
            INSERT INTO gpkg_metadata_reference (reference_scope, timestamp, md_file_id)
            VALUES ('geopackage', ?, 1)
            """;

    private final Connection sqlite;
    private final String now;

    private GeoPackage(Connection sqlite, String now) {
        this.sqlite = sqlite;
        this.now = now;
    }

    /** @param file does not exist yet, or is empty */
    public static GeoPackage create(Path file, Instant at) throws IOException {
        SQLiteConfig settings = new SQLiteConfig();
        settings.setApplicationId(APPLICATION_ID);
        settings.setUserVersion(VERSION);
        settings.setJournalMode(SQLiteConfig.JournalMode.OFF);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        try {
            Connection sqlite = settings.createConnection("jdbc:sqlite:" + file);
            sqlite.setAutoCommit(false);
            try (Statement statement = sqlite.createStatement()) {
                for (String sql : CORE.split(";\n")) {
                    statement.executeUpdate(sql);
                }
                statement.executeUpdate(SYSTEMS);
                statement.executeUpdate(METADATA_EXTENSION);
            }
            return new GeoPackage(
                    sqlite, Instant.ofEpochMilli(at.toEpochMilli()).toString());
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    /**
     * Makes a table of features.
     *
     * @param about title, attribution and labels for people
     */
    public Layer layer(String id, String about, FileLayer.Shape shape, List<FileColumn> columns) throws IOException {
        try {
            insert(CONTENT, id, id, about, now);
            String typed = columns.stream()
                    .map(column -> ", \"" + column.key() + "\" " + column.type().sql)
                    .collect(Collectors.joining());
            try (Statement statement = sqlite.createStatement()) {
                statement.executeUpdate("CREATE TABLE \"" + id
                        + "\" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom " + shape + typed + ")");
            }
            insert(GEOMETRY_COLUMN, id, shape.name());
            String names =
                    columns.stream().map(column -> ", \"" + column.key() + "\"").collect(Collectors.joining());
            return new Layer(
                    id,
                    sqlite.prepareStatement("INSERT INTO \"" + id + "\" (geom" + names + ") VALUES (?"
                            + ", ?".repeat(columns.size()) + ")"));
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    /** A table of features, to be closed before the package is. */
    public final class Layer implements AutoCloseable {

        private final String id;
        private final PreparedStatement row;
        private final Envelope box = new Envelope();
        private int waiting;

        private Layer(String id, PreparedStatement row) {
            this.id = id;
            this.row = row;
        }

        /** @param values as many as the layer has columns */
        public void add(Geometry geometry, List<Object> values) throws IOException {
            try {
                box.expandToInclude(geometry.getEnvelopeInternal());
                List<Object> all = new ArrayList<>();
                all.add(binary(geometry));
                all.addAll(values);
                fill(row, all);
                row.addBatch();
                if (++waiting == BATCH) {
                    row.executeBatch();
                    waiting = 0;
                }
            } catch (SQLException failed) {
                throw failure(failed);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                row.executeBatch();
                row.close();
                if (!box.isNull()) {
                    insert(EXTENT, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), id);
                }
            } catch (SQLException failed) {
                throw failure(failed);
            }
        }
    }

    /** Ends the file with what goes with it wherever it goes. */
    public void finish(String notice) throws IOException {
        try {
            insert(METADATA, notice);
            insert(REFERENCE, now);
            sqlite.commit();
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            sqlite.close();
        } catch (SQLException failed) {
            throw failure(failed);
        }
    }

    private static IOException failure(SQLException failed) {
        return new IOException("The GeoPackage could not be written: " + failed.getMessage(), failed);
    }

    private void insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = sqlite.prepareStatement(sql)) {
            fill(statement, Arrays.asList(values));
            statement.executeUpdate();
        }
    }

    private static void fill(PreparedStatement row, List<Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            row.setObject(i + 1, value instanceof Boolean truth ? Integer.valueOf(truth ? 1 : 0) : value);
        }
    }

    /** The format's head (2.1.3), with the box of what is not a point, then WKB. */
    private static byte[] binary(Geometry geometry) {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
        boolean point = geometry.getDimension() == 0;
        boolean empty = geometry.isEmpty();
        ByteBuffer bytes = ByteBuffer.allocate(8 + (point || empty ? 0 : 32) + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G')
                .put((byte) 'P')
                .put((byte) 0)
                .put((byte) (1 | (point || empty ? 0 : 2) | (empty ? 16 : 0)))
                .putInt(4326);
        if (!point && !empty) {
            Envelope box = geometry.getEnvelopeInternal();
            bytes.putDouble(box.getMinX())
                    .putDouble(box.getMaxX())
                    .putDouble(box.getMinY())
                    .putDouble(box.getMaxY());
        }
        return bytes.put(wkb).array();
    }
}
