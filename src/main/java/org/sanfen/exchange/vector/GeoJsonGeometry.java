package org.sanfen.exchange.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** A geometry of GeoJSON (RFC 7946, section 3.1), of which the plane counts. */
final class GeoJsonGeometry {

    private static final GeometryFactory PLANE = new GeometryFactory();

    private GeoJsonGeometry() {}

    /**
     * @return null where there is none
     * @throws IllegalArgumentException if it is none of GeoJSON's
     */
    static Geometry read(JsonNode geometry) {
        if (geometry.isMissingNode() || geometry.isNull()) {
            return null;
        }
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Point" -> coordinates.isEmpty() ? null : PLANE.createPoint(coordinate(coordinates));
            case "MultiPoint" -> PLANE.createMultiPointFromCoords(line(coordinates));
            case "LineString" -> PLANE.createLineString(line(coordinates));
            case "MultiLineString" ->
                PLANE.createMultiLineString(each(coordinates, part -> PLANE.createLineString(line(part)))
                        .toArray(LineString[]::new));
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                PLANE.createMultiPolygon(
                        each(coordinates, GeoJsonGeometry::polygon).toArray(Polygon[]::new));
            case "GeometryCollection" ->
                PLANE.createGeometryCollection(
                        each(geometry.path("geometries"), GeoJsonGeometry::read).toArray(Geometry[]::new));
            default -> throw new IllegalArgumentException("it is of no known type");
        };
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> lines = each(rings, ring -> PLANE.createLinearRing(GeometryReading.closed(line(ring))));
        if (lines.isEmpty()) {
            return PLANE.createPolygon();
        }
        return PLANE.createPolygon(lines.get(0), lines.subList(1, lines.size()).toArray(LinearRing[]::new));
    }

    private static <T> List<T> each(JsonNode nodes, Function<JsonNode, T> made) {
        List<T> all = new ArrayList<>();
        for (JsonNode node : nodes) {
            T one = made.apply(node);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    private static Coordinate[] line(JsonNode positions) {
        return each(positions, GeoJsonGeometry::coordinate).toArray(Coordinate[]::new);
    }

    private static Coordinate coordinate(JsonNode position) {
        if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
            throw new IllegalArgumentException("a position is two numbers");
        }
        return new Coordinate(position.path(0).doubleValue(), position.path(1).doubleValue());
    }
}
