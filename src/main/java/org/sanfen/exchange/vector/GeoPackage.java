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
import java.util.Properties;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.sanfen.exchange.ImportRefused;
import org.sqlite.SQLiteConfig;

/**
 * A GeoPackage: an SQLite file with a table a layer. Opened for reading only.
 *
 * @see <a href="https://www.geopackage.org/spec131/">OGC 12-128r18</a>
 */
final class GeoPackage implements VectorFile {

    private static final String LAYERS = """
            SELECT c.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition
            FROM gpkg_contents c
            JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
            LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
            WHERE c.data_type = 'features'
            ORDER BY c.table_name
            """;

    private final Path file;
    private final Connection connection;
    private final List<VectorLayer> layers = new ArrayList<>();
    private final Map<String, String> geometryColumns = new LinkedHashMap<>();

    GeoPackage(Path file) {
        this.file = file;
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Properties properties = config.toProperties();
        try {
            connection = new org.sqlite.JDBC().connect("jdbc:sqlite:" + file.toAbsolutePath(), properties);
            findLayers();
        } catch (SQLException broken) {
            throw refused(broken);
        }
        if (layers.isEmpty()) {
            close();
            throw new ImportRefused("\"" + file.getFileName() + "\" holds no layer of features.");
        }
    }

    private void findLayers() throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(LAYERS)) {
            while (row.next()) {
                String table = row.getString(1);
                geometryColumns.put(table, row.getString(2));
                boolean isEpsg = "EPSG".equalsIgnoreCase(row.getString(3));
                layers.add(new VectorLayer(
                        table, columns(table), isEpsg ? FileCrs.epsg(row.getInt(4)) : FileCrs.wkt(row.getString(5))));
            }
        }
    }

    private List<String> columns(String table) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet none = sql.executeQuery("SELECT * FROM " + quoted(table) + " LIMIT 0")) {
            ResultSetMetaData described = none.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                if (!described.getColumnName(i).equals(geometryColumns.get(table))) {
                    columns.add(described.getColumnName(i));
                }
            }
            return columns;
        }
    }

    @Override
    public List<VectorLayer> layers() {
        return List.copyOf(layers);
    }

    @Override
    public void read(String layer, Consumer<VectorFeature> taker) {
        String geometryColumn = geometryColumns.get(layer);
        List<String> columns = layer(layer).columns();
        WKBReader reader = new WKBReader();
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SELECT * FROM " + quoted(layer))) {
            for (long number = 1; row.next(); number++) {
                Map<String, String> values = new LinkedHashMap<>();
                for (String column : columns) {
                    String value = row.getString(column);
                    if (value != null && !value.isBlank()) {
                        values.put(column, value.strip());
                    }
                }
                taker.accept(new VectorFeature(number, geometry(row.getBytes(geometryColumn), reader), values));
            }
        } catch (SQLException | ParseException | IllegalArgumentException broken) {
            throw refused(broken);
        }
    }

    /** Behind a header of its own, whose envelope may be of five lengths, a GeoPackage keeps WKB. */
    private static Geometry geometry(byte[] blob, WKBReader reader) throws ParseException {
        if (blob == null) {
            return null;
        }
        if (blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
            throw new ParseException("no geometry of a GeoPackage");
        }
        int[] envelopes = {0, 32, 48, 48, 64};
        int kind = blob[3] >> 1 & 7;
        if (kind >= envelopes.length || blob.length < 8 + envelopes[kind]) {
            throw new ParseException("no envelope of a GeoPackage");
        }
        byte[] wkb = new byte[blob.length - 8 - envelopes[kind]];
        ByteBuffer.wrap(blob).position(8 + envelopes[kind]).get(wkb);
        return reader.read(wkb);
    }

    private static String quoted(String table) {
        return '"' + table.replace("\"", "\"\"") + '"';
    }

    private ImportRefused refused(Exception broken) {
        return new ImportRefused(
                "\"" + file.getFileName() + "\" is no GeoPackage, or is damaged: " + broken.getMessage() + ".", broken);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException left) {
            throw refused(left);
        }
    }
}
