package org.sanfen.exchange;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.geo.Wkb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mends outlines by PostGIS: what crosses itself becomes the parts that it encloses. Thread-safe. */
@Repository
class OutlineMending {

    private static final String MEND = """
            SELECT ST_AsBinary(ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_GeomFromEWKB(:outline)), 3)))
            """;

    private final JdbcClient database;

    OutlineMending(JdbcClient database) {
        this.database = database;
    }

    /**
     * A valid outline.
     *
     * @param outline may be empty, where nothing was enclosed
     * @param at where the given one crossed itself, as longitude and latitude; null if it was valid
     */
    record Mended(MultiPolygon outline, String at) {}

    Mended mend(Geometry polygons) {
        TopologyValidationError wrong = polygons.isEmpty() ? null : new IsValidOp(polygons).getValidationError();
        if (wrong == null) {
            return new Mended(multi(polygons), null);
        }
        Geometry mended = database.sql(MEND)
                .param("outline", Wkb.write(polygons))
                .query((row, number) -> Wkb.read(row.getBytes(1)))
                .single();
        return new Mended(multi(mended), Findings.position(wrong.getCoordinate().x, wrong.getCoordinate().y));
    }

    /** The polygons in whatever came in; lines and points enclose nothing. */
    static MultiPolygon multi(Geometry geometry) {
        List<Polygon> polygons = new ArrayList<>();
        for (Object one : PolygonExtracter.getPolygons(geometry)) {
            Polygon polygon = (Polygon) one;
            if (!polygon.isEmpty()) {
                polygons.add(polygon);
            }
        }
        return Wkb.GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
}
