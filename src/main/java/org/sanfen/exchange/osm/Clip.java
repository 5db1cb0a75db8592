package org.sanfen.exchange.osm;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.sanfen.geo.Wkb;

/**
 * The ground that an import takes in: the root area and {@value #MARGIN_M} m around it, so that streets, points and
 * buildings just beyond the border still count for the reach of those inside. Thread-safe.
 */
public final class Clip {

    /** Metres taken in beyond the root area's border: more than the reach of three minutes on foot. */
    public static final double MARGIN_M = 500;

    private static final double METRES_PER_DEGREE = 111_320;

    private final Geometry ground;
    private final PreparedGeometry prepared;
    private final Envelope box;
    private final boolean rectangle;

    private Clip(Geometry ground) {
        this.ground = ground;
        this.rectangle = ground.isRectangle();
        this.prepared = PreparedGeometryFactory.prepare(ground);
        this.box = ground.getEnvelopeInternal();
    }

    /** The whole earth. */
    public static Clip everywhere() {
        return new Clip(Wkb.GEOMETRIES.toGeometry(new Envelope(-180, 180, -90, 90)));
    }

    /** Everything within the margin of an area. */
    public static Clip around(Geometry root) {
        Envelope box = root.getEnvelopeInternal();
        double narrowing = Math.max(0.01, Math.cos(Math.toRadians(box.centre().y)));
        if (root.isRectangle()) {
            Envelope wider = new Envelope(box);
            wider.expandBy(MARGIN_M / METRES_PER_DEGREE / narrowing, MARGIN_M / METRES_PER_DEGREE);
            return new Clip(Wkb.GEOMETRIES.toGeometry(wider));
        }
        Geometry square = AffineTransformation.scaleInstance(narrowing, 1).transform(root);
        Geometry wider = square.buffer(MARGIN_M / METRES_PER_DEGREE, 4);
        return new Clip(AffineTransformation.scaleInstance(1 / narrowing, 1).transform(wider));
    }

    public Geometry ground() {
        return ground;
    }

    public Envelope box() {
        return box;
    }

    /** True if any of it lies on the ground taken in: pieces are kept whole. */
    public boolean takes(Geometry geometry) {
        Envelope extent = geometry.getEnvelopeInternal();
        if (!box.intersects(extent)) {
            return false;
        }
        return rectangle && box.contains(extent) || prepared.intersects(geometry);
    }

    public boolean takes(double lon, double lat) {
        return box.contains(lon, lat)
                && (rectangle
                        || prepared.intersects(
                                Wkb.GEOMETRIES.createPoint(new org.locationtech.jts.geom.Coordinate(lon, lat))));
    }
}
