package org.sanfen.exchange;

import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.sanfen.exchange.osm.AreaRow;
import org.sanfen.geo.Wkb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The root area of a place that came from elsewhere than OpenStreetMap; one row a version, as for all areas. */
@Repository
class OutlineStore {

    private static final String ROOT = """
            SELECT ST_AsBinary(geom)
            FROM area
            WHERE id = :place AND valid_to IS NULL
            """;

    private static final String BOUNDS = """
            SELECT ST_AsBinary(bounds)
            FROM place
            WHERE id = :place
            """;

    private static final String IS_CURRENT = """
            SELECT EXISTS (SELECT FROM area WHERE id = :place AND valid_to IS NULL AND content_hash = :hash)
            """;

    private static final String STAGE = """
            CREATE TEMPORARY TABLE staged_outline (what text NOT NULL, geom geometry NOT NULL) ON COMMIT DROP
            """;

    private static final String STAGED = """
            INSERT INTO staged_outline (what, geom)
            VALUES (:what, ST_GeomFromEWKB(:geom))
            """;

    private static final String END = """
            UPDATE area
            SET valid_to = :number
            WHERE id = :place AND valid_to IS NULL
            """;

    private static final String INSERT = """
            INSERT INTO area (id, place_id, layer, name, geom, area_m2, source, licence, source_id, content_hash, valid_from)
            VALUES (:place, :place, 'administrative', :name, ST_GeomFromEWKB(:geom), :area_m2, :source, :licence, 'outline',
                    :hash, :number)
            """;

    private final JdbcClient database;

    OutlineStore(JdbcClient database) {
        this.database = database;
    }

    /** The ground of the place's root area as it is now. */
    Optional<Geometry> findRoot(String place) {
        return database.sql(ROOT)
                .param("place", place)
                .query((row, number) -> Wkb.read(row.getBytes(1)))
                .optional();
    }

    /** @param fresh box of a new root area; null to keep the one that is there */
    Geometry bounds(String place, Geometry fresh) {
        return fresh != null
                ? fresh
                : database.sql(BOUNDS)
                        .param("place", place)
                        .query((row, number) -> Wkb.read(row.getBytes(1)))
                        .single();
    }

    boolean differs(String place, AreaRow root, String source) {
        return !database.sql(IS_CURRENT)
                .param("place", place)
                .param("hash", hash(root, source))
                .query(Boolean.class)
                .single();
    }

    /** Leaves it for whoever compares, until the transaction ends: {@code staged_outline}. */
    void stage(AreaRow root, String what) {
        database.sql(STAGE).update();
        database.sql(STAGED)
                .param("what", what)
                .param("geom", Wkb.write(root.geometry()))
                .update();
    }

    void replace(String place, AreaRow root, String source, String licence, long changeNumber) {
        database.sql(END).param("place", place).param("number", changeNumber).update();
        database.sql(INSERT)
                .param("place", place)
                .param("name", root.name())
                .param("geom", Wkb.write(root.geometry()))
                .param("area_m2", root.areaM2())
                .param("source", source)
                .param("licence", licence)
                .param("hash", hash(root, source))
                .param("number", changeNumber)
                .update();
    }

    private static UUID hash(AreaRow root, String source) {
        return UUID.nameUUIDFromBytes((root.name() + "\u0001" + source + "\u0001" + Wkb.writeHex(root.geometry()))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
