package org.sanfen.exchange.job;

import java.util.ArrayList;
import java.util.List;
import org.sanfen.place.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Places rows that have an address and no position by what the place itself knows ({@link KnownAddresses}); asks nobody
 * else. What is placed says by what and how far off it may be; what nothing places is left out and says so. Thread-safe.
 */
@Repository
class AddressPlacing {

    private static final int BATCH = 1000;

    private static final String WAITING = """
            SELECT row_at.number, row_at.address, row_at.said ->> 'name' AS name
            FROM row_met
            JOIN row_at ON row_at.number = row_met.number
            WHERE row_met.point_id IS NULL AND row_at.geom IS NULL AND row_at.address IS NOT NULL
            """;

    private static final String AREAS = """
            SELECT DISTINCT name
            FROM area
            WHERE place_id = :place AND layer = 'administrative' AND valid_to IS NULL
            UNION
            SELECT name FROM place WHERE id = :place
            """;

    private static final String POINTS = """
            SELECT address, name, ST_X(geom) AS lon, ST_Y(geom) AS lat
            FROM point
            WHERE place_id = :place AND status <> 'removed' AND coalesce(address, name) IS NOT NULL
            """;

    /** The spot of each name that is nearest to its middle, and how far its end is from there. */
    private static final String STREETS = """
            WITH named AS (
              SELECT name, geom FROM street WHERE place_id = :place AND valid_to IS NULL AND name IS NOT NULL
              UNION ALL
              SELECT other.value, geom
              FROM street, jsonb_each_text(names) AS other
              WHERE place_id = :place AND valid_to IS NULL AND other.value <> street.name
            ), whole AS (
              SELECT name, ST_Collect(geom) AS geom FROM named GROUP BY name
            )
            SELECT name, ST_X(spot) AS lon, ST_Y(spot) AS lat,
                   ST_DistanceSphere(ST_MakePoint(ST_XMin(geom), ST_YMin(geom)),
                                     ST_MakePoint(ST_XMax(geom), ST_YMax(geom))) / 2 AS half_m
            FROM (SELECT name, geom, ST_ClosestPoint(geom, ST_Centroid(ST_Envelope(geom))) AS spot FROM whole) AS spots
            """;

    private static final String BUILDINGS = """
            SELECT address, name, ST_X(spot) AS lon, ST_Y(spot) AS lat
            FROM (SELECT address, name, ST_PointOnSurface(geom) AS spot
                  FROM building
                  WHERE place_id = :place AND valid_to IS NULL AND coalesce(address, name) IS NOT NULL) AS spots
            """;

    private static final String PLACE = """
            UPDATE row_at
            SET geom = ST_SetSRID(ST_MakePoint(round(spot.lon::numeric, 7)::double precision,
                                               round(spot.lat::numeric, 7)::double precision), 4326),
                placed = spot.by, accuracy_m = spot.accuracy
            FROM unnest(:numbers::bigint[], :lons::double precision[], :lats::double precision[], :bys::text[],
                        :accuracies::double precision[]) AS spot(number, lon, lat, by, accuracy)
            WHERE row_at.number = spot.number
            """;

    private static final String NOWHERE = """
            UPDATE row_at
            SET left_out = true,
                problems = jsonb_path_query_array(problems, '$[*] ? (@.reason != "position_from_address")')
                  || jsonb_build_array(jsonb_build_object(
                    'column', '', 'value', left(coalesce(address, ''), 200), 'reason', 'address_not_found', 'hint', ''))
            FROM row_met
            WHERE row_met.number = row_at.number
              AND row_met.point_id IS NULL
              AND row_at.geom IS NULL
              AND NOT row_at.left_out
            """;

    private final JdbcClient database;

    AddressPlacing(JdbcClient database) {
        this.database = database;
    }

    private record Waiting(long number, String address, String name) {}

    private record Placed(long number, KnownAddresses.Spot spot) {}

    /** Works on {@code row_at} and {@code row_met} of the caller's transaction. */
    void place(Place place) {
        List<Waiting> waiting = database.sql(WAITING)
                .query((row, number) ->
                        new Waiting(row.getLong("number"), row.getString("address"), row.getString("name")))
                .list();
        if (!waiting.isEmpty()) {
            KnownAddresses known = known(place.id());
            List<Placed> placed = new ArrayList<>();
            for (Waiting row : waiting) {
                known.find(row.address(), row.name()).ifPresent(spot -> placed.add(new Placed(row.number(), spot)));
            }
            for (int from = 0; from < placed.size(); from += BATCH) {
                write(placed.subList(from, Math.min(placed.size(), from + BATCH)));
            }
        }
        database.sql(NOWHERE).update();
    }

    private KnownAddresses known(String place) {
        KnownAddresses known = new KnownAddresses();
        database.sql(AREAS).param("place", place).query(row -> {
            known.addArea(row.getString("name"));
        });
        database.sql(STREETS).withFetchSize(BATCH).param("place", place).query(row -> {
            known.addStreet(row.getString("name"), row.getDouble("lon"), row.getDouble("lat"), row.getDouble("half_m"));
        });
        database.sql(POINTS).withFetchSize(BATCH).param("place", place).query(row -> {
            known.addPoint(row.getString("address"), row.getString("name"), row.getDouble("lon"), row.getDouble("lat"));
        });
        database.sql(BUILDINGS).withFetchSize(BATCH).param("place", place).query(row -> {
            known.addBuilding(
                    row.getString("address"), row.getString("name"), row.getDouble("lon"), row.getDouble("lat"));
        });
        return known;
    }

    private void write(List<Placed> placed) {
        database.sql(PLACE)
                .param("numbers", placed.stream().map(Placed::number).toArray(Long[]::new))
                .param("lons", placed.stream().map(one -> one.spot().lon()).toArray(Double[]::new))
                .param("lats", placed.stream().map(one -> one.spot().lat()).toArray(Double[]::new))
                .param("bys", placed.stream().map(one -> one.spot().by()).toArray(String[]::new))
                .param(
                        "accuracies",
                        placed.stream().map(one -> one.spot().accuracyM()).toArray(Double[]::new))
                .update();
    }
}
