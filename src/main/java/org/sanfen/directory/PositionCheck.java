package org.sanfen.directory;

import java.util.List;
import org.sanfen.geo.Geodesic;
import org.sanfen.geo.LonLat;
import org.sanfen.place.Place;

/** Whether a typed position can be meant: inside the place's bounds and a kilometre around them. Pure. */
final class PositionCheck {

    private static final double MARGIN_M = 1_000;

    /** GCJ-02 and BD-09 lie up to about this far off WGS-84. */
    private static final double SHIFT_M = 2_500;

    private PositionCheck() {}

    /** @throws org.sanfen.web.ApiProblem with the likely mistake: swapped order, or shifted coordinates */
    static void require(LonLat position, Place place) {
        List<Double> bounds = place.bounds();
        if (bounds == null) {
            return;
        }
        double away = metresOutside(position.lon(), position.lat(), bounds);
        if (away <= MARGIN_M) {
            return;
        }
        boolean swapped =
                Math.abs(position.lon()) <= 90 && metresOutside(position.lat(), position.lon(), bounds) <= MARGIN_M;
        boolean shifted = away <= SHIFT_M && List.of("CN", "HK", "MO").contains(String.valueOf(place.country()));
        String key = swapped
                ? "problem.position_swapped"
                : shifted ? "problem.position_shifted" : "problem.position_outside";
        throw FieldProblem.of("lon", key, "distance", distance(away), "place", place.name());
    }

    /** Distance to the nearest place of the box, metres; 0 inside. */
    private static double metresOutside(double lon, double lat, List<Double> bounds) {
        double nearestLon = Math.max(bounds.get(0), Math.min(bounds.get(2), lon));
        double nearestLat = Math.max(bounds.get(1), Math.min(bounds.get(3), lat));
        return Geodesic.metres(lon, lat, nearestLon, nearestLat);
    }

    private static String distance(double metres) {
        return metres < 10_000 ? Math.round(metres / 100) / 10.0 + " km" : Math.round(metres / 1_000) + " km";
    }
}
