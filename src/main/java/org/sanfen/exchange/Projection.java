package org.sanfen.exchange;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.sanfen.exchange.vector.FileCrs;
import org.sanfen.geo.Wkb;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Turns coordinates of any system that PostGIS knows into WGS-84, longitude first. PostGIS keeps x east and y north on
 * both sides, whatever order of axes the system itself states. Thread-safe.
 *
 * @see <a href="https://postgis.net/docs/ST_Transform.html">ST_Transform</a>
 */
@Repository
public class Projection {

    private static final String BY_CODE = """
            SELECT ST_AsBinary(ST_Transform(ST_SetSRID(ST_GeomFromWKB(geometry), :code), 4326))
            FROM unnest(:geometries) WITH ORDINALITY AS given (geometry, number)
            ORDER BY number
            """;

    private static final String BY_DEFINITION = """
            SELECT ST_AsBinary(ST_Transform(ST_GeomFromWKB(geometry), :definition, 4326))
            FROM unnest(:geometries) WITH ORDINALITY AS given (geometry, number)
            ORDER BY number
            """;

    private static final String KNOWN = "SELECT EXISTS (SELECT FROM spatial_ref_sys WHERE srid = :code)";

    private final JdbcClient database;

    Projection(JdbcClient database) {
        this.database = database;
    }

    /** Whether PostGIS has a system of that EPSG code. */
    public boolean knows(int code) {
        return database.sql(KNOWN).param("code", code).query(Boolean.class).single();
    }

    /**
     * @param geometries none null, in the system; best some thousand at a time
     * @return as many, in the same order, with SRID 4326
     * @throws ImportRefused if PostGIS doesn't know the system, or a coordinate lies outside of it
     */
    public List<Geometry> toWgs84(List<Geometry> geometries, FileCrs system) {
        if (system.epsg() != null && !knows(system.epsg())) {
            throw new ImportRefused(Refusal.CRS_UNKNOWN, "crs", system.title());
        }
        WKBWriter writer = new WKBWriter();
        byte[][] bytes = geometries.stream().map(writer::write).toArray(byte[][]::new);
        if (system.isWgs84()) {
            List<Geometry> same = new ArrayList<>();
            for (byte[] one : bytes) {
                same.add(Wkb.read(one));
            }
            return same;
        }
        JdbcClient.StatementSpec statement = system.epsg() != null
                ? database.sql(BY_CODE).param("code", system.epsg())
                : database.sql(BY_DEFINITION).param("definition", system.wkt());
        try {
            return statement
                    .param("geometries", bytes)
                    .query((row, number) -> Wkb.read(row.getBytes(1)))
                    .list();
        } catch (DataAccessException refused) {
            throw new ImportRefused(refused, Refusal.CRS_WRONG, "crs", system.title());
        }
    }
}
