package org.sanfen.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.sanfen.exchange.RegisterFile.Unfit;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.geo.LonLat;
import org.sanfen.geo.Wkb;
import org.sanfen.place.Place;
import tools.jackson.databind.JsonNode;

/** Positions and outlines of GeoJSON, checked; what can't be used is {@link Unfit}. Immutable. */
final class RegisterShapes {

    private static final Set<String> LAYERS = Set.of("urban_village", "grid", "drawn");

    private final Place place;

    RegisterShapes(Place place) {
        this.place = place;
    }

    LonLat position(JsonNode geometry) {
        Coordinate position = coordinate(geometry.path("coordinates"));
        return new LonLat(position.x, position.y);
    }

    RegisterArea area(long number, String id, String source, String licence, JsonNode properties, JsonNode geometry) {
        String layer = properties.path("layer").asString("");
        if (!LAYERS.contains(layer)) {
            throw new Unfit(
                    "layer",
                    "\"" + layer + "\" is none; a file brings urban_village, grid or drawn, and the administrative"
                            + " areas come with the streets");
        }
        if (id.isEmpty() || id.length() > 60) {
            throw new Unfit(
                    "code", "there is none, or it is longer than 60 characters; it names the area again next time");
        }
        String name = properties.path("name").asString("").strip();
        if (name.isEmpty() || name.length() > 120) {
            throw new Unfit("name", "a name of up to 120 characters is needed");
        }
        Map<String, String> names = new TreeMap<>();
        properties
                .path("names")
                .properties()
                .forEach(one -> names.put(one.getKey(), one.getValue().asString("")));
        JsonNode residents = properties.path("residents");
        boolean stated = !residents.isMissingNode() && !residents.isNull();
        if (stated && (!residents.isIntegralNumber() || residents.longValue() < 0)) {
            throw new Unfit("residents", "should be a whole number from 0 on");
        }
        return new RegisterArea(
                number,
                source,
                licence,
                layer,
                id,
                name,
                names,
                outline(geometry),
                stated ? residents.longValue() : null);
    }

    private MultiPolygon outline(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        List<Polygon> polygons = new ArrayList<>();
        if (geometry.path("type").asString("").equals("Polygon")) {
            polygons.add(polygon(coordinates));
        } else {
            coordinates.forEach(one -> polygons.add(polygon(one)));
        }
        MultiPolygon outline = Wkb.GEOMETRIES.createMultiPolygon(polygons.toArray(new Polygon[0]));
        TopologyValidationError wrong = new IsValidOp(outline).getValidationError();
        if (wrong != null) {
            throw new Unfit(
                    "geometry",
                    "the outline is not valid (" + wrong.getMessage() + " at "
                            + Findings.position(wrong.getCoordinate().x, wrong.getCoordinate().y)
                            + "); draw it without crossing itself");
        }
        if (outline.getArea() == 0) {
            throw new Unfit("geometry", "the outline encloses nothing");
        }
        List<Double> box = place.bounds();
        if (box != null
                && !outline.getEnvelopeInternal()
                        .intersects(new Envelope(box.get(0), box.get(2), box.get(1), box.get(3)))) {
            throw new Unfit(
                    "geometry",
                    "it lies outside " + place.name() + "; check the place, and that longitude comes before latitude");
        }
        return outline;
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> lines = new ArrayList<>();
        rings.forEach(ring -> lines.add(ring(ring)));
        if (lines.isEmpty()) {
            throw new Unfit("geometry", "a polygon has no ring");
        }
        return Wkb.GEOMETRIES.createPolygon(
                lines.get(0), lines.subList(1, lines.size()).toArray(new LinearRing[0]));
    }

    private static LinearRing ring(JsonNode positions) {
        List<Coordinate> corners = new ArrayList<>();
        positions.forEach(position -> corners.add(coordinate(position)));
        if (corners.size() < 4 || !corners.get(0).equals2D(corners.get(corners.size() - 1))) {
            throw new Unfit("geometry", "a ring needs four positions or more and ends where it began");
        }
        return Wkb.GEOMETRIES.createLinearRing(corners.toArray(new Coordinate[0]));
    }

    private static Coordinate coordinate(JsonNode position) {
        JsonNode lon = position.path(0);
        JsonNode lat = position.path(1);
        if (!lon.isNumber()
                || !lat.isNumber()
                || Math.abs(lon.doubleValue()) > 180
                || Math.abs(lat.doubleValue()) > 90) {
            throw new Unfit(
                    "geometry",
                    "a position is two numbers in degrees, longitude (-180 to 180) before latitude (-90 to 90)");
        }
        return new Coordinate(lon.doubleValue(), lat.doubleValue());
    }
}
