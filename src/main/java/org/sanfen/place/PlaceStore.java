package org.sanfen.place;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sanfen.web.Site;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads places. Thread-safe. */
@Repository
public class PlaceStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String LIST = """
            SELECT id, name, names, zone, country, languages, emergency_numbers, schematic, first_run,
                   attribution, licence,
                   ST_XMin(bounds) AS west, ST_YMin(bounds) AS south, ST_XMax(bounds) AS east, ST_YMax(bounds) AS north
            FROM place
            """;

    private static final String ON_BOTH_SIDES = """
            SELECT ST_XMin(ground) AS west, ST_XMax(ground) - 360 AS east
            FROM (
              SELECT ST_Extent(ST_ShiftLongitude(geom)) AS ground
              FROM area
              WHERE id = :id AND valid_to IS NULL
            ) AS root
            WHERE ST_XMax(ground) - ST_XMin(ground) < 180
            """;

    private final JdbcClient database;
    private final ObjectMapper json;
    private final Site site;

    /** With the numbers that were imported, not the operator's: for an import, which must not write those back. */
    public PlaceStore(JdbcClient database, ObjectMapper json) {
        this(database, json, null);
    }

    @Autowired
    PlaceStore(JdbcClient database, ObjectMapper json, Site site) {
        this.database = database;
        this.json = json;
        this.site = site;
    }

    /**
     * Places to show: schematic first-run ones hide once the operator has a place of its own; Monaco, being real, stays last.
     */
    public List<Place> listPlaces() {
        List<Place> all = database.sql(LIST + "ORDER BY first_run, schematic DESC, id")
                .query(this::place)
                .list();
        boolean ownPlaceExists = all.stream().anyMatch(place -> !place.firstRun());
        return all.stream()
                .filter(place -> !(ownPlaceExists && place.firstRun() && place.schematic()))
                .toList();
    }

    public Optional<Place> findPlace(String id) {
        return database.sql(LIST + "WHERE id = :id")
                .param("id", id)
                .query(this::place)
                .optional();
    }

    /**
     * West, south, east and north of what the place lies on. Across the 180th meridian its bounds are as wide as the world;
     * here west is then greater than east. Null before the first import.
     */
    public List<Double> findGround(Place place) {
        List<Double> bounds = place.bounds();
        if (bounds == null || bounds.get(2) - bounds.get(0) <= 180) {
            return bounds;
        }
        return database.sql(ON_BOTH_SIDES)
                .param("id", place.id())
                .query((row, number) ->
                        List.of(row.getDouble("west"), bounds.get(1), row.getDouble("east"), bounds.get(3)))
                .optional()
                .orElse(bounds);
    }

    /** The place of an area: what stands before the dot of the area's id, which may be the place's own. */
    public Optional<Place> findPlaceOfArea(String areaId) {
        int dot = areaId.indexOf('.');
        return findPlace(dot < 0 ? areaId : areaId.substring(0, dot));
    }

    private Place place(ResultSet row, int number) throws SQLException {
        row.getDouble("west");
        List<Double> bounds = row.wasNull()
                ? null
                : List.of(row.getDouble("west"), row.getDouble("south"), row.getDouble("east"), row.getDouble("north"));
        return new Place(
                row.getString("id"),
                row.getString("name"),
                json.readValue(row.getString("names"), TEXTS),
                ZoneId.of(row.getString("zone")),
                row.getString("country"),
                texts(row.getArray("languages")),
                numbers(row),
                row.getBoolean("schematic"),
                row.getBoolean("first_run"),
                row.getString("attribution"),
                row.getString("licence"),
                bounds);
    }

    private Map<String, String> numbers(ResultSet row) throws SQLException {
        Map<String, String> imported = json.readValue(row.getString("emergency_numbers"), TEXTS);
        return site == null ? imported : site.emergencyNumbers(row.getString("id"), imported);
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
