package org.sanfen.exchange.register;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.sanfen.exchange.register.RegisterRefused.Why;
import org.sqlite.SQLiteConfig;

/**
 * A layer of a GeoPackage (OGC 12-128r18), a row in memory at a time. The file is opened for reading only, with nothing in
 * its schema trusted. A table without geometry is a layer too.
 */
final class GpkgTable implements Table {

    private static final String LAYERS = """
            SELECT contents.table_name, columns.column_name, systems.organization, systems.organization_coordsys_id
            FROM gpkg_contents AS contents
            LEFT JOIN gpkg_geometry_columns AS columns ON columns.table_name = contents.table_name
            LEFT JOIN gpkg_spatial_ref_sys AS systems ON systems.srs_id = columns.srs_id
            WHERE contents.data_type IN ('features', 'attributes')
            ORDER BY contents.table_name
            """;

    /** Bytes of the envelope by its code, after the eight of the header. */
    private static final int[] ENVELOPES = {0, 32, 48, 48, 64};

    private record Layer(String table, String geometry, String crs) {}

    private final Path file;
    private final String name;
    private final List<FileLook.Part> parts = new ArrayList<>();
    private final Layer layer;
    private final Columns columns = new Columns();

    /** @param wanted layer; null for the first */
    GpkgTable(Path file, String wanted) {
        this.file = file;
        this.name = RegisterFiles.name(file);
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            List<Layer> layers = layers(statement);
            for (Layer one : layers) {
                parts.add(new FileLook.Part(one.table(), count(statement, one)));
            }
            layer = layers.stream()
                    .filter(one -> wanted == null || one.table().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new RegisterRefused(
                            wanted == null ? Why.NO_LAYER : Why.NO_SHEET, name, wanted == null ? "" : wanted));
            try (ResultSet none = statement.executeQuery("SELECT * FROM " + quoted(layer.table()) + " LIMIT 0")) {
                ResultSetMetaData meta = none.getMetaData();
                for (int i = 1; i <= Math.min(meta.getColumnCount(), MOST_COLUMNS); i++) {
                    if (!meta.getColumnName(i).equals(layer.geometry())) {
                        columns.place(meta.getColumnName(i));
                    }
                }
            }
        } catch (SQLException broken) {
            throw new RegisterRefused(Why.BROKEN, name, RegisterFiles.reason(broken), broken);
        }
    }

    private static List<Layer> layers(Statement statement) throws SQLException {
        List<Layer> layers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(LAYERS)) {
            while (rows.next()) {
                String organization = rows.getString(3);
                String crs = organization != null
                                && organization.toUpperCase(Locale.ROOT).equals("EPSG")
                        ? "EPSG:" + rows.getInt(4)
                        : null;
                layers.add(new Layer(rows.getString(1), rows.getString(2), "EPSG:4326".equals(crs) ? "WGS84" : crs));
            }
        }
        return layers;
    }

    private static long count(Statement statement, Layer layer) throws SQLException {
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + quoted(layer.table()))) {
            return count.getLong(1);
        }
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public List<FileLook.Part> parts() {
        return parts;
    }

    @Override
    public String part() {
        return layer.table();
    }

    @Override
    public String declaredCrs() {
        return layer.crs();
    }

    @Override
    public long headerRow() {
        return 0;
    }

    @Override
    public void read(Taker taker) {
        try (Connection connection = open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + quoted(layer.table()))) {
            long number = 0;
            while (rows.next()) {
                if (++number > MOST_ROWS) {
                    throw new RegisterRefused(Why.TOO_MANY_ROWS, name, String.valueOf(MOST_ROWS));
                }
                if (!taker.take(row(number, rows))) {
                    return;
                }
            }
        } catch (SQLException broken) {
            throw new RegisterRefused(Why.BROKEN, name, RegisterFiles.reason(broken), broken);
        }
    }

    private RawRow row(long number, ResultSet row) throws SQLException {
        String[] cells = new String[columns.size()];
        ResultSetMetaData meta = row.getMetaData();
        FeatureSpot spot = null;
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String column = meta.getColumnName(i);
            if (column.equals(layer.geometry())) {
                spot = spot(row.getBytes(i));
            } else if (columns.find(column) >= 0) {
                cells[columns.find(column)] = row.getObject(i) instanceof byte[] ? null : row.getString(i);
            }
        }
        return new RawRow(
                number,
                columns,
                cells,
                spot == null ? null : spot.x(),
                spot == null ? null : spot.y(),
                spot != null && spot.isShape(),
                false);
    }

    /** Null for a geometry that is empty or can't be read: then the row has no position, and says so. */
    private static FeatureSpot spot(byte[] blob) {
        if (blob == null || blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
            return null;
        }
        int flags = blob[3];
        int envelope = flags >> 1 & 7;
        int start = 8 + (envelope < ENVELOPES.length ? ENVELOPES[envelope] : 0);
        if (start >= blob.length || !isBelievable(blob, start)) {
            return null;
        }
        try {
            Geometry geometry = new WKBReader().read(Arrays.copyOfRange(blob, start, blob.length));
            return FeatureSpot.of(geometry);
        } catch (ParseException | IllegalArgumentException broken) {
            return null;
        }
    }

    /** A count of corners larger than the bytes could hold would ask for memory without end. */
    private static boolean isBelievable(byte[] blob, int start) {
        if (blob.length < start + 9) {
            return false;
        }
        ByteBuffer wkb = ByteBuffer.wrap(blob, start, blob.length - start)
                .slice()
                .order(blob[start] == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        boolean isPoint = wkb.getInt(1) % 1000 == 1;
        return isPoint || wkb.getInt(5) >= 0 && wkb.getInt(5) <= blob.length;
    }

    private Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setPragma(SQLiteConfig.Pragma.BUSY_TIMEOUT, "0");
        Connection connection =
                config.createConnection("jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1");
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA cell_size_check = ON");
        }
        return connection;
    }

    private static String quoted(String table) {
        return "\"" + table.replace("\"", "\"\"") + "\"";
    }
}
