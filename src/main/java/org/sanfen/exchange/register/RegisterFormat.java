package org.sanfen.exchange.register;

import java.util.Locale;

/** The forms in which a register comes as rows. */
public enum RegisterFormat {
    CSV,
    XLSX,
    GEOJSON,
    GPKG,
    KML,
    /** An extract of OpenStreetMap, of which only the points are rows; the whole of it is another import. */
    OSM;

    /** As in the HTTP interface. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether each row brings its own geometry, so that no column has to hold the position. */
    public boolean hasGeometry() {
        return this == GEOJSON || this == GPKG || this == KML || this == OSM;
    }
}
