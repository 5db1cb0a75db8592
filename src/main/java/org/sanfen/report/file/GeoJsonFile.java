package org.sanfen.report.file;

import java.io.OutputStream;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * All layers in one FeatureCollection (RFC 7946), each feature with its layer's name, the notice as foreign members.
 * Streams; seven decimals are a centimetre. Stateless.
 */
public final class GeoJsonFile {

    private static final JsonFactory JSON = new JsonFactory();

    private GeoJsonFile() {}

    /** Writes it; does not close the stream. */
    public static void write(ReportBook book, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), new Unclosed(out))) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            for (Map.Entry<String, Object> field : book.notice().fields().entrySet()) {
                json.writeName(field.getKey());
                value(json, field.getValue());
            }
            json.writeArrayPropertyStart("features");
            for (FileLayer layer : book.layers()) {
                for (FileLayer.Feature feature : layer.features()) {
                    feature(json, layer, feature);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void feature(JsonGenerator json, FileLayer layer, FileLayer.Feature feature) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("layer", layer.id());
        for (int i = 0; i < layer.columns().size(); i++) {
            json.writeName(layer.columns().get(i).key());
            value(json, feature.values().get(i));
        }
        json.writeEndObject();
        json.writeName("geometry");
        geometry(json, layer.shape(), feature.geometry());
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(value.toString());
        }
    }

    private static void geometry(JsonGenerator json, FileLayer.Shape shape, Geometry geometry) {
        json.writeStartObject();
        json.writeStringProperty(
                "type",
                switch (shape) {
                    case POINT -> "Point";
                    case LINESTRING -> "LineString";
                    case MULTILINESTRING -> "MultiLineString";
                    case MULTIPOLYGON -> "MultiPolygon";
                });
        json.writeName("coordinates");
        switch (shape) {
            case POINT -> position(json, ((Point) geometry).getCoordinate());
            case LINESTRING -> line(json, geometry.getCoordinates(), false);
            default -> {
                json.writeStartArray();
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    part(json, geometry.getGeometryN(i));
                }
                json.writeEndArray();
            }
        }
        json.writeEndObject();
    }

    /** Outer rings run counter-clockwise, holes clockwise (RFC 7946, 3.1.6). */
    private static void part(JsonGenerator json, Geometry part) {
        if (part instanceof Polygon polygon) {
            json.writeStartArray();
            ring(json, polygon.getExteriorRing(), true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring(json, polygon.getInteriorRingN(i), false);
            }
            json.writeEndArray();
        } else {
            line(json, part.getCoordinates(), false);
        }
    }

    private static void ring(JsonGenerator json, LineString ring, boolean counterClockwise) {
        line(json, ring.getCoordinates(), Orientation.isCCW(ring.getCoordinateSequence()) != counterClockwise);
    }

    private static void line(JsonGenerator json, Coordinate[] corners, boolean backwards) {
        json.writeStartArray();
        for (int i = 0; i < corners.length; i++) {
            position(json, corners[backwards ? corners.length - 1 - i : i]);
        }
        json.writeEndArray();
    }

    private static void position(JsonGenerator json, Coordinate at) {
        json.writeStartArray();
        json.writeNumber(Math.round(at.x * 1e7) / 1e7);
        json.writeNumber(Math.round(at.y * 1e7) / 1e7);
        json.writeEndArray();
    }
}
