package org.sanfen.exchange.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A format in which chosen points are exported. */
enum ExportFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    GEOJSON("geojson", "application/geo+json"),
    GPKG("gpkg", "application/geopackage+sqlite3"),
    KML("kml", "application/vnd.google-earth.kml+xml"),
    /** GeoJSON with OpenStreetMap's tags as properties, for mappers to compare with. */
    OSM("osm.geojson", "application/geo+json");

    private final String ending;
    private final String mediaType;

    ExportFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** As in the HTTP interface. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String ending() {
        return ending;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<ExportFormat> find(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }
}
