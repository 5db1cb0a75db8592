package org.sanfen.exchange.job;

import org.sanfen.place.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Places rows that have an address and no position by what the place itself knows. Thread-safe. */
@Repository
class AddressPlacing {

    /** Rows that nothing could place: they are left out, and say so. */
    private static final String NOWHERE = """
            UPDATE row_at
            SET left_out = true,
                problems = problems || jsonb_build_array(jsonb_build_object(
                  'column', '', 'value', left(address, 200), 'reason', 'address_not_found', 'hint', ''))
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

    /** Works on {@code row_at} and {@code row_met} of the caller's transaction. */
    void place(Place place) {
        database.sql(NOWHERE).update();
    }
}
