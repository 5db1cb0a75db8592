package org.sanfen.exchange.register;

import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.sanfen.geo.Geodesic;
import org.sanfen.geo.LonLat;
import org.sanfen.geo.Wkb;

/**
 * Whether a position is in the place, or within a kilometre of it: by its outline where one is known, else by its bounds. A
 * place of which neither is known holds everything but the poles. Public for whoever converts other coordinate systems.
 * Thread-safe once made.
 */
public final class PlaceBoundary {

    private static final double MARGIN_M = 1_000;
    private static final double METRES_A_DEGREE = 111_195;

    private final Envelope bounds;
    private final IndexedPointInAreaLocator inside;
    private final IndexedFacetDistance edge;

    public PlaceBoundary(RegisterPlace place) {
        Geometry outline = place == null ? null : place.outline();
        List<Double> box = place == null ? null : place.bounds();
        boolean hasOutline = outline instanceof Polygonal && !outline.isEmpty();
        bounds = hasOutline
                ? outline.getEnvelopeInternal()
                : box == null ? null : new Envelope(box.get(0), box.get(2), box.get(1), box.get(3));
        inside = hasOutline ? new IndexedPointInAreaLocator(outline) : null;
        edge = hasOutline ? new IndexedFacetDistance(outline) : null;
    }

    boolean isKnown() {
        return bounds != null;
    }

    /** Middle of the place; null when unknown. */
    LonLat middle() {
        return bounds == null ? null : new LonLat(bounds.centre().x, bounds.centre().y);
    }

    /** Metres from corner to corner; 0 when unknown. */
    double acrossM() {
        return bounds == null
                ? 0
                : Geodesic.metres(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
    }

    public boolean holds(LonLat position) {
        if (bounds == null) {
            return true;
        }
        if (metresFromBox(position) > MARGIN_M) {
            return false;
        }
        return inside == null
                || inside.locate(new Coordinate(position.lon(), position.lat())) != Location.EXTERIOR
                || metresFromEdge(position) <= MARGIN_M;
    }

    /** How far outside, in kilometres, for a sentence. */
    public String kilometresAway(LonLat position) {
        double metres = edge == null ? metresFromBox(position) : metresFromEdge(position);
        return metres < 10_000 ? Math.round(metres / 100) / 10.0 + " km" : Math.round(metres / 1_000) + " km";
    }

    private double metresFromBox(LonLat at) {
        double lon = Math.max(bounds.getMinX(), Math.min(bounds.getMaxX(), at.lon()));
        double lat = Math.max(bounds.getMinY(), Math.min(bounds.getMaxY(), at.lat()));
        if (lon == at.lon() && lat == at.lat()) {
            return 0;
        }
        return Geodesic.metres(at.lon(), at.lat(), lon, lat);
    }

    /** Near enough: a degree of longitude counts as one of latitude, so the margin is wider to the east and west. */
    private double metresFromEdge(LonLat at) {
        Coordinate[] nearest = edge.nearestPoints(Wkb.GEOMETRIES.createPoint(new Coordinate(at.lon(), at.lat())));
        double lat = Math.max(-90, Math.min(90, nearest[0].y));
        double metres = Geodesic.metres(at.lon(), at.lat(), nearest[0].x, lat);
        return Math.min(metres, METRES_A_DEGREE * 360);
    }
}
