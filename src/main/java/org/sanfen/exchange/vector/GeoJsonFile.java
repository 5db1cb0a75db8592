package org.sanfen.exchange.vector;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.geojson.FeatureReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A FeatureCollection: WGS-84, or the system that its older form names in {@code crs}. */
final class GeoJsonFile implements VectorFile {

    private static final JsonMapper JSON = new JsonMapper();
    private static final GeometryFactory PLANE = new GeometryFactory();
    private static final Pattern CODE = Pattern.compile("EPSG:{1,2}(\\d+)$");

    private final Path file;
    private final VectorLayer layer;

    /** Reads it once for its columns and its system. */
    GeoJsonFile(Path file) {
        this.file = file;
        Set<String> columns = new LinkedHashSet<>();
        Map<String, JsonNode> beside = new FeatureReader(file, JSON)
                .anySystem()
                .read((number, feature) ->
                        feature.path("properties").properties().forEach(property -> columns.add(property.getKey())));
        Matcher code = CODE.matcher(
                beside.containsKey("crs")
                        ? beside.get("crs").path("properties").path("name").asString("")
                        : "");
        this.layer = new VectorLayer(
                file.getFileName().toString().replaceFirst("\\..*$", ""),
                List.copyOf(columns),
                code.find() ? FileCrs.epsg(Integer.parseInt(code.group(1))) : FileCrs.WGS84);
    }

    @Override
    public List<VectorLayer> layers() {
        return List.of(layer);
    }

    @Override
    public void read(String wanted, Consumer<VectorFeature> taker) {
        new FeatureReader(file, JSON).anySystem().read((number, feature) -> {
            Map<String, String> values = new LinkedHashMap<>();
            feature.path("properties").properties().forEach(property -> {
                JsonNode value = property.getValue();
                String text = value.isContainer() ? value.toString() : value.asString("");
                if (!value.isNull() && !text.isBlank()) {
                    values.put(property.getKey(), text.strip());
                }
            });
            taker.accept(new VectorFeature(number, geometry(number, feature.path("geometry")), values));
        });
    }

    private Geometry geometry(long number, JsonNode geometry) {
        if (geometry.isMissingNode() || geometry.isNull()) {
            return null;
        }
        JsonNode coordinates = geometry.path("coordinates");
        try {
            return switch (geometry.path("type").asString("")) {
                case "Point" -> PLANE.createPoint(coordinate(coordinates));
                case "MultiPoint" -> PLANE.createMultiPointFromCoords(line(coordinates));
                case "LineString" -> PLANE.createLineString(line(coordinates));
                case "MultiLineString" ->
                    PLANE.createMultiLineString(each(coordinates, part -> PLANE.createLineString(line(part)))
                            .toArray(new LineString[0]));
                case "Polygon" -> polygon(coordinates);
                case "MultiPolygon" ->
                    PLANE.createMultiPolygon(
                            each(coordinates, GeoJsonFile::polygon).toArray(new Polygon[0]));
                default -> throw new IllegalArgumentException("of no known type");
            };
        } catch (IllegalArgumentException wrong) {
            throw new ImportRefused(
                    "\"" + file.getFileName() + "\": the geometry of feature " + number + " can't be read ("
                            + wrong.getMessage() + ").",
                    wrong);
        }
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> lines = each(rings, ring -> PLANE.createLinearRing(line(ring)));
        if (lines.isEmpty()) {
            return PLANE.createPolygon();
        }
        return PLANE.createPolygon(lines.get(0), lines.subList(1, lines.size()).toArray(new LinearRing[0]));
    }

    private static <T> List<T> each(JsonNode nodes, java.util.function.Function<JsonNode, T> made) {
        List<T> all = new ArrayList<>();
        nodes.forEach(node -> all.add(made.apply(node)));
        return all;
    }

    private static Coordinate[] line(JsonNode positions) {
        return each(positions, GeoJsonFile::coordinate).toArray(new Coordinate[0]);
    }

    private static Coordinate coordinate(JsonNode position) {
        if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
            throw new IllegalArgumentException("a position is two numbers");
        }
        return new Coordinate(position.path(0).doubleValue(), position.path(1).doubleValue());
    }

    @Override
    public void close() {
        // Each reading closes what it opened.
    }
}
