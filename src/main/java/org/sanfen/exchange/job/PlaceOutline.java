package org.sanfen.exchange.job;

import org.sanfen.exchange.register.RegisterPlace;
import org.sanfen.geo.Wkb;
import org.sanfen.place.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the reader of registers has to know of a place. Thread-safe. */
@Repository
public class PlaceOutline {

    private static final String OUTLINE = """
            SELECT ST_AsEWKB(geom)
            FROM area
            WHERE id = :place AND valid_to IS NULL
            """;

    private final JdbcClient database;

    PlaceOutline(JdbcClient database) {
        this.database = database;
    }

    public RegisterPlace of(Place place) {
        return new RegisterPlace(
                place.zone(),
                place.country(),
                place.languages(),
                place.bounds(),
                database.sql(OUTLINE)
                        .param("place", place.id())
                        .query(byte[].class)
                        .optional()
                        .map(Wkb::read)
                        .orElse(null));
    }
}
