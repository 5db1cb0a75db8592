package org.sanfen.exchange.vector;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.sqlite.SQLiteConfig;

/**
 * A GeoPackage: an SQLite file with a table a layer, a row in memory at a time. Opened for reading only, with nothing in its
 * schema trusted. Not thread-safe.
 *
 * @see <a href="https://www.geopackage.org/spec131/">OGC 12-128r18</a>
 */
public final class GeoPackageFile implements AutoCloseable {

    private static final String LAYERS = """
            SELECT contents.table_name, columns.column_name, systems.organization, systems.organization_coordsys_id,
                   systems.definition
            FROM gpkg_contents AS contents
            LEFT JOIN gpkg_geometry_columns AS columns
              ON columns.table_name = contents.table_name COLLATE NOCASE
            LEFT JOIN gpkg_spatial_ref_sys AS systems ON systems.srs_id = columns.srs_id
            WHERE contents.data_type IN ('features', 'attributes')
            ORDER BY contents.table_name
            """;

    /** Bytes of the envelope by its code, after the eight of the header. */
    private static final int[] ENVELOPES = {0, 32, 48, 48, 64};

    private static final int HEADER_BYTES = 8;

    /**
     * A table of the file.
     *
     * @param geometryColumn null for a table of attributes
     * @param crs of its geometries, as the file states it
     * @param columns beside the geometry
     */
    public record Layer(String table, String geometryColumn, FileCrs crs, List<String> columns) {}

    /** Takes rows in order; false ends the reading. */
    public interface Taker {

        /**
         * @param number from 1
         * @param values by column, as text; without what is null or no text
         * @param geometry see {@link #geometry}; null where there is none
         */
        boolean take(long number, Map<String, String> values, byte[] geometry);
    }

    private final Connection connection;
    private final List<Layer> layers = new ArrayList<>();

    private GeoPackageFile(Connection connection) {
        this.connection = connection;
    }

    /** @throws SQLException if it is none, or is damaged */
    public static GeoPackageFile open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setPragma(SQLiteConfig.Pragma.BUSY_TIMEOUT, "0");
        GeoPackageFile opened = new GeoPackageFile(
                config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1"));
        try {
            opened.distrust();
            opened.findLayers();
            return opened;
        } catch (SQLException | RuntimeException broken) {
            opened.close();
            throw broken;
        }
    }

    private void distrust() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA cell_size_check = ON");
        }
    }

    private void findLayers() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LAYERS)) {
            while (row.next()) {
                String table = row.getString(1);
                String geometry = row.getString(2);
                layers.add(new Layer(table, geometry, crs(row), columns(table, geometry)));
            }
        }
    }

    private static FileCrs crs(ResultSet row) throws SQLException {
        String organization = row.getString(3);
        if ("EPSG".equalsIgnoreCase(organization)) {
            return FileCrs.epsg(row.getInt(4));
        }
        return "NONE".equalsIgnoreCase(organization) ? FileCrs.UNKNOWN : FileCrs.wkt(row.getString(5));
    }

    private List<String> columns(String table, String geometry) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + quoted(table) + " LIMIT 0")) {
            ResultSetMetaData described = none.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                if (!described.getColumnName(i).equalsIgnoreCase(geometry)) {
                    columns.add(described.getColumnName(i));
                }
            }
            return columns;
        }
    }

    /** Layers of features and tables of attributes, by name. */
    public List<Layer> layers() {
        return List.copyOf(layers);
    }

    public long count(Layer layer) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM " + quoted(layer.table()))) {
            return count.getLong(1);
        }
    }

    /** Hands out every row, until the taker has enough. */
    public void read(Layer layer, Taker taker) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + quoted(layer.table()))) {
            ResultSetMetaData described = row.getMetaData();
            for (long number = 1; row.next(); number++) {
                Map<String, String> values = new LinkedHashMap<>();
                byte[] geometry = null;
                for (int i = 1; i <= described.getColumnCount(); i++) {
                    if (described.getColumnName(i).equalsIgnoreCase(layer.geometryColumn())) {
                        geometry = row.getBytes(i);
                        continue;
                    }
                    Object value = row.getObject(i);
                    if (value != null && !(value instanceof byte[])) {
                        values.put(described.getColumnName(i), row.getString(i));
                    }
                }
                if (!taker.take(number, values, geometry)) {
                    return;
                }
            }
        }
    }

    /**
     * Behind a header of its own, whose envelope may be of five lengths, a GeoPackage keeps WKB.
     *
     * @return null where there is none
     * @throws ParseException if it can't be read; a count that its bytes couldn't hold can't
     */
    public static Geometry geometry(byte[] blob) throws ParseException {
        if (blob == null) {
            return null;
        }
        if (blob.length < HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
            throw new ParseException("it is no geometry of a GeoPackage");
        }
        int envelope = blob[3] >> 1 & 7;
        if (envelope >= ENVELOPES.length || blob.length < HEADER_BYTES + ENVELOPES[envelope]) {
            throw new ParseException("it has no envelope of a GeoPackage");
        }
        byte[] wkb = new byte[blob.length - HEADER_BYTES - ENVELOPES[envelope]];
        ByteBuffer.wrap(blob).position(HEADER_BYTES + ENVELOPES[envelope]).get(wkb);
        return new WKBReader().read(wkb);
    }

    private static String quoted(String table) {
        return '"' + table.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
