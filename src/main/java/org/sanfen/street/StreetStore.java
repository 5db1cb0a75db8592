package org.sanfen.street;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.sanfen.geo.Wkb;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.StreetEdge;
import org.sanfen.street.pack.StreetName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the current streets and barriers of a place. Thread-safe. */
@Repository
class StreetStore {

    private static final String STREETS = """
            SELECT id, from_node, to_node, ST_AsBinary(geom) AS geom, length_mm, steps, private, tunnel, name
            FROM street
            WHERE place_id = :place
              AND valid_to IS NULL
            """;

    private static final String STREETS_THEN = """
            SELECT id, from_node, to_node, ST_AsBinary(geom) AS geom, length_mm, steps, private, tunnel, name
            FROM street
            WHERE place_id = :place
              AND valid_from <= :number
              AND (valid_to IS NULL OR valid_to > :number)
            """;

    /** Trams run in streets that people cross; platforms are walked on. Water courses and rails in tunnels bar nobody. */
    private static final String BARRIERS = """
            SELECT ST_AsBinary(geom) AS geom
            FROM basemap_feature
            WHERE place_id = :place
              AND valid_to IS NULL
              AND NOT tunnel
              AND NOT bridge
              AND (layer IN ('water', 'waterway', 'coastline', 'wall')
                   OR layer = 'rail' AND class NOT IN ('tram', 'platform', 'platform_edge', 'miniature', 'abandoned',
                                                       'razed', 'dismantled', 'proposed'))
              AND ST_Dimension(geom) > 0
            """;

    private static final String NAMES = """
            SELECT name, max(nullif(basemap_name(names, 'en'), name)) AS en,
                   max(nullif(basemap_name(names, 'zh'), name)) AS zh
            FROM street
            WHERE place_id = :place AND valid_to IS NULL AND name IS NOT NULL
            GROUP BY name
            """;

    private final JdbcClient database;

    StreetStore(JdbcClient database) {
        this.database = database;
    }

    /** Hands each street on as it is read, so that rows never pile up. */
    void eachStreet(String placeId, Consumer<StreetEdge> taker) {
        database.sql(STREETS).withFetchSize(2000).param("place", placeId).query(row -> {
            taker.accept(edge(row));
        });
    }

    /** The same of the streets as they were at a change number. */
    void eachStreet(String placeId, long changeNumber, Consumer<StreetEdge> taker) {
        database.sql(STREETS_THEN)
                .withFetchSize(2000)
                .param("place", placeId)
                .param("number", changeNumber)
                .query(row -> {
                    taker.accept(edge(row));
                });
    }

    /** Lines that no leg crosses: lines as they are, and the rings of polygons. */
    List<int[]> listBarriers(String placeId) {
        List<int[]> lines = new ArrayList<>();
        database.sql(BARRIERS).withFetchSize(2000).param("place", placeId).query(row -> {
            Geometry geometry = Wkb.read(row.getBytes("geom"));
            geometry.apply((GeometryComponentFilter) part -> {
                if (part instanceof LineString line) {
                    lines.add(units(line.getCoordinates()));
                }
            });
        });
        return lines;
    }

    /** Current names in other languages, by the name in the place's own. */
    Map<String, StreetName> mapNames(String placeId) {
        Map<String, StreetName> names = new HashMap<>();
        database.sql(NAMES).param("place", placeId).query(row -> {
            names.put(
                    row.getString("name"),
                    new StreetName(row.getString("name"), row.getString("en"), row.getString("zh")));
        });
        return names;
    }

    private static StreetEdge edge(ResultSet row) throws SQLException {
        return new StreetEdge(
                row.getLong("id"),
                row.getLong("from_node"),
                row.getLong("to_node"),
                units(Wkb.read(row.getBytes("geom")).getCoordinates()),
                Math.toIntExact(row.getLong("length_mm")),
                row.getBoolean("steps"),
                row.getBoolean("private"),
                row.getBoolean("tunnel"),
                row.getString("name"));
    }

    private static int[] units(Coordinate[] coordinates) {
        int[] xy = new int[2 * coordinates.length];
        for (int i = 0; i < coordinates.length; i++) {
            xy[2 * i] = LocalFrame.units(coordinates[i].x);
            xy[2 * i + 1] = LocalFrame.units(coordinates[i].y);
        }
        return xy;
    }
}
