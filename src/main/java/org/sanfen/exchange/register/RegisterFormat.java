package org.sanfen.exchange.register;

import java.util.Locale;

/** The forms in which a register comes as rows. OpenStreetMap extracts go another way: they hold a whole place. */
public enum RegisterFormat {
    CSV,
    XLSX,
    GEOJSON,
    GPKG,
    KML;

    /** As in the HTTP interface. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether each row brings its own geometry, so that no column has to hold the position. */
    public boolean hasGeometry() {
        return this == GEOJSON || this == GPKG || this == KML;
    }
}
