package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.sanfen.geo.Geodesic;
import org.sanfen.geo.Wkb;

/**
 * The sea within a box, from coastlines, which keep the land on their left. The box is cut along them into faces; a face
 * that lies right of its coast is sea. A coastline that ends inside the box, as one does where an extract was cut along
 * a border, goes on straight to the box's nearest edge. Where coastlines contradict each other, a face can't be told: it
 * stays land, the coastline itself is drawn, and the finding says where.
 *
 * @param pieces polygons of sea within the box
 */
record Sea(List<Polygon> pieces) {

    static Sea none() {
        return new Sea(List.of());
    }

    static Sea within(Envelope box, List<LineString> coastlines, Findings findings) {
        Geometry frame = Wkb.GEOMETRIES.toGeometry(box);
        List<Geometry> inside = new ArrayList<>();
        Map<Segment, Boolean> alongs = new HashMap<>();
        for (LineString coastline : coastlines) {
            Geometry within = coastline.intersection(frame);
            for (int i = 0; i < within.getNumGeometries(); i++) {
                if (within.getGeometryN(i) instanceof LineString line && !line.isEmpty()) {
                    inside.add(line);
                }
            }
        }
        if (inside.isEmpty()) {
            return none();
        }
        for (Geometry line : inside) {
            Coordinate[] corners = line.getCoordinates();
            for (int i = 1; i < corners.length; i++) {
                alongs.put(Segment.of(corners[i - 1], corners[i]), Segment.isForward(corners[i - 1], corners[i]));
            }
        }
        List<Geometry> lines = new ArrayList<>(inside);
        LineString edge = ((Polygon) frame).getExteriorRing();
        lines.add(edge);
        lines.addAll(extended(inside, edge, findings));
        Polygonizer polygonizer = new Polygonizer();
        polygonizer.add(UnaryUnionOp.union(lines));
        @SuppressWarnings("unchecked")
        Collection<Polygon> faces = polygonizer.getPolygons();
        @SuppressWarnings("unchecked")
        Collection<LineString> loose = polygonizer.getDangles();
        List<Polygon> sea = new ArrayList<>();
        for (Polygon face : faces) {
            int votes = loose.stream().anyMatch(face::intersects) ? 0 : votes(face, alongs);
            if (votes > 0) {
                // The start of a ring depends on hash order: without this, the same sea would differ at every import.
                face.normalize();
                sea.add(face);
            } else if (votes == 0) {
                Coordinate somewhere = face.getInteriorPoint().getCoordinate();
                findings.add("sea_or_land", "Ground that no coastline tells from the sea counts as land",
                        "ground", somewhere.x, somewhere.y);
            }
        }
        sea.sort(null);
        return new Sea(sea);
    }

    private static List<LineString> extended(List<Geometry> coastlines, LineString edge, Findings findings) {
        Map<Coordinate, Integer> ends = new TreeMap<>();
        for (Geometry line : coastlines) {
            Coordinate[] corners = line.getCoordinates();
            ends.merge(corners[0], 1, Integer::sum);
            ends.merge(corners[corners.length - 1], 1, Integer::sum);
        }
        List<LineString> extensions = new ArrayList<>();
        ends.forEach((end, count) -> {
            Coordinate nearest = DistanceOp.nearestPoints(edge, edge.getFactory().createPoint(end))[0];
            double away = Geodesic.metres(nearest.x, nearest.y, end.x, end.y);
            if (count == 1 && away > 0.1) {
                extensions.add(edge.getFactory().createLineString(new Coordinate[] {end, nearest}));
                findings.add("coastline_ends_inside", "Coastlines that end inside the file go on straight to its edge",
                        "coastline, for " + Math.round(away) + " m", end.x, end.y);
            }
        });
        return extensions;
    }

    /** Positive if most of the face's coast has it on the right, negative if on the left, 0 if nothing is known. */
    private static int votes(Polygon face, Map<Segment, Boolean> alongs) {
        int votes = count(face.getExteriorRing(), alongs, false);
        for (int i = 0; i < face.getNumInteriorRing(); i++) {
            votes += count(face.getInteriorRingN(i), alongs, true);
        }
        return votes;
    }

    private static int count(LineString ring, Map<Segment, Boolean> alongs, boolean hole) {
        Coordinate[] corners = ring.getCoordinates();
        boolean faceOnLeft = Orientation.isCCW(corners) != hole;
        int votes = 0;
        for (int i = 1; i < corners.length; i++) {
            Boolean along = alongs.get(Segment.of(corners[i - 1], corners[i]));
            if (along != null) {
                boolean sameWay = along == Segment.isForward(corners[i - 1], corners[i]);
                votes += sameWay == faceOnLeft ? -1 : 1;
            }
        }
        return votes;
    }

    /** A stretch between two corners, whichever way it is drawn. */
    private record Segment(double ax, double ay, double bx, double by) {

        static Segment of(Coordinate a, Coordinate b) {
            return isForward(a, b) ? new Segment(a.x, a.y, b.x, b.y) : new Segment(b.x, b.y, a.x, a.y);
        }

        static boolean isForward(Coordinate a, Coordinate b) {
            return a.compareTo(b) <= 0;
        }
    }
}
