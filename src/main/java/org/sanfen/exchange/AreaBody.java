package org.sanfen.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sanfen.geo.Wkb;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.Invisible;
import tools.jackson.databind.JsonNode;

/** What staff send of an area, field by field; each refusal names its field. Immutable. */
final class AreaBody {

    static final Set<String> LAYERS = Set.of("urban_village", "grid", "drawn");
    private static final Set<String> FIELDS = Set.of(
            "place",
            "version",
            "layer",
            "name",
            "names",
            "code",
            "parent",
            "residents",
            "targets",
            "organisation",
            "geometry");
    private static final int MOST_CORNERS = 50_000;
    private static final int LONGEST_NAME = 120;

    private final JsonNode body;

    AreaBody(JsonNode body) {
        if (!body.isObject()) {
            throw ApiProblem.worded(ErrorCode.BAD_BODY, "problem.bad_body");
        }
        for (String field : body.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw bad(field, "problem.field_unknown", "field", field);
            }
        }
        this.body = body;
    }

    boolean has(String field) {
        return body.has(field);
    }

    /** The version that the editor had before; it has to be the one that stands. */
    long version() {
        if (!body.path("version").isIntegralNumber()) {
            throw bad("version", "area.bad.version");
        }
        return body.get("version").longValue();
    }

    String layer() {
        String layer = body.path("layer").asString("");
        if (!LAYERS.contains(layer)) {
            throw bad("layer", "area.bad.layer");
        }
        return layer;
    }

    String name() {
        String name = line("name", LONGEST_NAME);
        if (name == null) {
            throw bad("name", "area.bad.name");
        }
        return name;
    }

    Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : body.path("names").properties()) {
            if (!entry.getKey().matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")) {
                throw bad("names", "problem.text_language", "tag", entry.getKey());
            }
            String name = line("names", entry.getValue(), LONGEST_NAME);
            if (name != null) {
                names.put(entry.getKey(), name);
            }
        }
        return names;
    }

    String code() {
        return line("code", 60);
    }

    String parent() {
        return line("parent", 101);
    }

    String organisation() {
        return line("organisation", LONGEST_NAME);
    }

    /** Null takes back what staff gave. */
    Long residents() {
        JsonNode residents = body.get("residents");
        if (residents.isNull()) {
            return null;
        }
        if (!residents.isIntegralNumber() || !residents.canConvertToInt() || residents.intValue() < 0) {
            throw bad("residents", "population.bad.number");
        }
        return residents.longValue();
    }

    Map<String, Double> targets() {
        Map<String, Double> targets = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : body.path("targets").properties()) {
            JsonNode share = entry.getValue();
            if (share.isNull()) {
                continue;
            }
            if (!entry.getKey().matches("[a-z0-9][a-z0-9-]{0,59}")
                    || !share.isNumber()
                    || share.doubleValue() < 0
                    || share.doubleValue() > 100) {
                throw bad("targets." + entry.getKey(), "area.bad.target");
            }
            targets.put(entry.getKey(), share.doubleValue());
        }
        return targets;
    }

    /** As it was sent: it may cross itself. */
    MultiPolygon outline() {
        JsonNode geometry = body.path("geometry");
        JsonNode coordinates = geometry.path("coordinates");
        List<Polygon> polygons = new ArrayList<>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygons.add(polygon(coordinates));
            case "MultiPolygon" -> coordinates.forEach(one -> polygons.add(polygon(one)));
            default -> throw bad("geometry", "area.bad.outline");
        }
        MultiPolygon outline = Wkb.GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
        if (outline.getNumPoints() > MOST_CORNERS) {
            throw bad("geometry", "area.bad.corners", "most", MOST_CORNERS);
        }
        return outline;
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> lines = new ArrayList<>();
        rings.forEach(ring -> lines.add(ring(ring)));
        if (lines.isEmpty()) {
            throw bad("geometry", "area.bad.outline");
        }
        return Wkb.GEOMETRIES.createPolygon(
                lines.get(0), lines.subList(1, lines.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode positions) {
        List<Coordinate> corners = new ArrayList<>();
        for (JsonNode position : positions) {
            double lon = position.path(0).asDouble(Double.NaN);
            double lat = position.path(1).asDouble(Double.NaN);
            if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
                throw bad("geometry", "area.bad.outline");
            }
            corners.add(new Coordinate(lon, lat));
        }
        if (corners.size() < 4 || !corners.get(0).equals2D(corners.get(corners.size() - 1))) {
            throw bad("geometry", "area.bad.outline");
        }
        return Wkb.GEOMETRIES.createLinearRing(corners.toArray(Coordinate[]::new));
    }

    private String line(String field, int longest) {
        return body.has(field) ? line(field, body.get(field), longest) : null;
    }

    private static String line(String field, JsonNode value, int longest) {
        if (value.isNull()) {
            return null;
        }
        String text = value.isString() ? value.stringValue().strip() : "\n";
        if (Invisible.isIn(text)) {
            throw bad(field, "problem.text_line");
        }
        if (text.length() > longest) {
            throw bad(field, "problem.text_long", "length", text.length(), "most", longest);
        }
        return text.isEmpty() ? null : text;
    }

    static ApiProblem bad(String field, String key, Object... values) {
        return ApiProblem.worded(ErrorCode.BAD_BODY, Map.of("parameter", field), key, values);
    }
}
