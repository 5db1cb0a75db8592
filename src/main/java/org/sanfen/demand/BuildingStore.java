package org.sanfen.demand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.sanfen.geo.Wkb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the current residential buildings of a place. Thread-safe. */
@Repository
public class BuildingStore {

    private static final String RESIDENTIAL = """
            SELECT id, ST_AsBinary(geom) AS geom, ST_AsBinary(entrances) AS entrances, floor_m2
            FROM building
            WHERE place_id = :place
              AND valid_to IS NULL
              AND use = 'residential'
            ORDER BY id
            """;

    private static final String OTHERS = """
            SELECT ST_AsBinary(geom) AS geom
            FROM building
            WHERE place_id = :place
              AND valid_to IS NULL
              AND use <> 'residential'
            ORDER BY id
            """;

    private final JdbcClient database;

    BuildingStore(JdbcClient database) {
        this.database = database;
    }

    /** Buildings in which people live, by id. */
    public List<Building> listResidential(String placeId) {
        List<Building> buildings = new ArrayList<>();
        database.sql(RESIDENTIAL).withFetchSize(2000).param("place", placeId).query(row -> {
            buildings.add(building(row));
        });
        return buildings;
    }

    /** Outer rings of buildings in which nobody lives: they make ground built-up. */
    public List<int[]> listOtherOutlines(String placeId) {
        List<int[]> rings = new ArrayList<>();
        database.sql(OTHERS).withFetchSize(2000).param("place", placeId).query(row -> {
            rings.addAll(outline(Wkb.read(row.getBytes("geom"))));
        });
        return rings;
    }

    private static Building building(ResultSet row) throws SQLException {
        Geometry polygons = Wkb.read(row.getBytes("geom"));
        List<int[]> outline = outline(polygons);
        List<int[]> entrances = new ArrayList<>();
        byte[] known = row.getBytes("entrances");
        if (known != null) {
            for (Coordinate entrance : Wkb.read(known).getCoordinates()) {
                entrances.add(units(new Coordinate[] {entrance}));
            }
        }
        int[] inside = units(new Coordinate[] {polygons.getInteriorPoint().getCoordinate()});
        return new Building(
                row.getLong("id"),
                List.copyOf(outline),
                List.copyOf(entrances),
                inside[0],
                inside[1],
                Math.round(row.getDouble("floor_m2") * 1000));
    }

    private static List<int[]> outline(Geometry polygons) {
        List<int[]> outline = new ArrayList<>(polygons.getNumGeometries());
        for (int i = 0; i < polygons.getNumGeometries(); i++) {
            outline.add(
                    units(((Polygon) polygons.getGeometryN(i)).getExteriorRing().getCoordinates()));
        }
        return outline;
    }

    private static int[] units(Coordinate[] coordinates) {
        int[] xy = new int[2 * coordinates.length];
        for (int i = 0; i < coordinates.length; i++) {
            xy[2 * i] = (int) Math.round(coordinates[i].x * 1e7);
            xy[2 * i + 1] = (int) Math.round(coordinates[i].y * 1e7);
        }
        return xy;
    }
}
