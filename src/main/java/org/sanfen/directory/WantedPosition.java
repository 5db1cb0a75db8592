package org.sanfen.directory;

import java.util.Optional;
import org.sanfen.geo.LonLat;
import tools.jackson.databind.JsonNode;

/** Where the values that somebody sends for a point want it to stand: asked before they are read, for who may put it there. */
public final class WantedPosition {

    private WantedPosition() {}

    /** Empty where the values leave it in its place, and where they hold no position: {@link PointFields} complains of that. */
    public static Optional<LonLat> find(JsonNode values) {
        JsonNode lon = values.path("lon");
        JsonNode lat = values.path("lat");
        return isDegrees(lon, 180) && isDegrees(lat, 90)
                ? Optional.of(new LonLat(lon.doubleValue(), lat.doubleValue()))
                : Optional.empty();
    }

    private static boolean isDegrees(JsonNode value, double most) {
        return value.isNumber() && Math.abs(value.doubleValue()) <= most;
    }
}
