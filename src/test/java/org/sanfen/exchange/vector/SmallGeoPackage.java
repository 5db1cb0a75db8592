package org.sanfen.exchange.vector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** A GeoPackage of one layer with the columns {@code name} and {@code n}, as a bureau's program writes it. */
public final class SmallGeoPackage {

    private SmallGeoPackage() {}

    /**
     * @param epsg system of the coordinates
     * @param shapes name to its outline in WKT; {@code n} counts them from 1
     */
    public static Path write(Path file, String layer, int epsg, Map<String, String> shapes) {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = database.createStatement()) {
            sql.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
            sql.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)");
            sql.execute("CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT,"
                    + " organization_coordsys_id INTEGER, definition TEXT)");
            sql.execute("INSERT INTO gpkg_contents VALUES ('" + layer + "', 'features')");
            sql.execute("INSERT INTO gpkg_geometry_columns VALUES ('" + layer + "', 'geom', " + epsg + ")");
            sql.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (" + epsg + ", 'EPSG', " + epsg + ", 'undefined')");
            sql.execute("CREATE TABLE " + layer + " (fid INTEGER, geom BLOB, name TEXT, n INTEGER)");
            try (PreparedStatement insert =
                    database.prepareStatement("INSERT INTO " + layer + " VALUES (?, ?, ?, ?)")) {
                int number = 0;
                for (Map.Entry<String, String> shape : shapes.entrySet()) {
                    insert.setInt(1, ++number);
                    insert.setBytes(2, blob(epsg, shape.getValue()));
                    insert.setString(3, shape.getKey());
                    insert.setInt(4, number);
                    insert.executeUpdate();
                }
            }
            return file;
        } catch (SQLException | ParseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static byte[] blob(int epsg, String wkt) throws ParseException {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(new WKTReader().read(wkt));
        return ByteBuffer.allocate(8 + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'G', 'P', 0, 1})
                .putInt(epsg)
                .put(wkb)
                .array();
    }
}
