package org.sanfen.exchange.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.sanfen.exchange.register.RegisterRefused.Why;
import org.sanfen.geo.Wkb;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The features of a GeoJSON, one in memory at a time. Properties are columns; objects inside them are columns with a dot
 * ({@code names.en}), lists stay JSON. A feature's own id is the column {@code @id}, if no property is called so.
 */
final class GeoJsonTable implements Table {

    private static final ObjectReader JSON =
            JsonMapper.shared().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern EPSG = Pattern.compile("EPSG:+(?:[\\d.]*:)?(\\d{4,6})");
    private static final int LOOKED_AT = 1_000;
    private static final String ID = "@id";

    private final Path file;
    private final String name;
    private final Columns columns = new Columns();
    private String declaredCrs;

    GeoJsonTable(Path file) {
        this.file = file;
        this.name = RegisterFiles.name(file);
        int[] seen = {0};
        read(row -> ++seen[0] < LOOKED_AT);
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public List<FileLook.Part> parts() {
        return List.of(new FileLook.Part(null, -1));
    }

    @Override
    public String part() {
        return null;
    }

    /** Known where it stands before the features, as every program writes it; RFC 7946 knows WGS-84 only. */
    @Override
    public String declaredCrs() {
        return declaredCrs;
    }

    @Override
    public long headerRow() {
        return 0;
    }

    @Override
    public void read(Taker taker) {
        try (Reader in = new BufferedReader(CsvGrid.open(file, StandardCharsets.UTF_8));
                JsonParser parser = JSON.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new RegisterRefused(Why.FORMAT_UNKNOWN, name, "");
            }
            boolean any = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = parser.currentName();
                JsonToken value = parser.nextToken();
                if (member.equals("features") && value == JsonToken.START_ARRAY) {
                    any = true;
                    if (!features(parser, taker)) {
                        return;
                    }
                } else if (member.equals("crs")) {
                    declare(JSON.readTree(parser));
                } else {
                    parser.skipChildren();
                }
            }
            if (!any) {
                throw new RegisterRefused(Why.FORMAT_UNKNOWN, name, "");
            }
        } catch (JacksonException broken) {
            String place = broken.getLocation() == null
                    ? RegisterFiles.reason(broken)
                    : "line " + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr();
            throw new RegisterRefused(Why.BROKEN, name, place, broken);
        } catch (IOException unreadable) {
            throw new RegisterRefused(Why.UNREADABLE, name, RegisterFiles.reason(unreadable), unreadable);
        }
    }

    private boolean features(JsonParser parser, Taker taker) {
        long number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode feature = JSON.readTree(parser);
            if (++number > MOST_ROWS) {
                throw new RegisterRefused(Why.TOO_MANY_ROWS, name, String.valueOf(MOST_ROWS));
            }
            if (!taker.take(row(number, feature))) {
                return false;
            }
        }
        return true;
    }

    private RawRow row(long number, JsonNode feature) {
        List<String> cells = new ArrayList<>();
        JsonNode id = feature.path("id");
        if (!id.isMissingNode() && !id.isNull()) {
            set(cells, ID, id.asString(""));
        }
        flatten(cells, "", feature.path("properties"));
        FeatureSpot spot = spot(feature.path("geometry"));
        return new RawRow(
                number,
                columns,
                cells.toArray(String[]::new),
                spot == null ? null : spot.x(),
                spot == null ? null : spot.y(),
                spot != null && spot.isShape(),
                false);
    }

    private void flatten(List<String> cells, String before, JsonNode properties) {
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            String column = before + property.getKey();
            JsonNode value = property.getValue();
            if (value.isObject() && before.length() < 100) {
                flatten(cells, column + ".", value);
            } else if (!value.isNull()) {
                set(cells, column, value.isContainer() ? value.toString() : value.asString(""));
            }
        }
    }

    private void set(List<String> cells, String column, String value) {
        int place = columns.place(column);
        if (place >= MOST_COLUMNS) {
            throw new RegisterRefused(Why.TOO_MANY_COLUMNS, name, String.valueOf(MOST_COLUMNS));
        }
        while (cells.size() <= place) {
            cells.add(null);
        }
        cells.set(place, value);
    }

    private static FeatureSpot spot(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        if (geometry.path("type").asString("").equals("Point")) {
            return coordinates.path(0).isNumber() && coordinates.path(1).isNumber()
                    ? new FeatureSpot(
                            coordinates.get(0).doubleValue(), coordinates.get(1).doubleValue(), false)
                    : null;
        }
        List<Coordinate> corners = new ArrayList<>();
        corners(coordinates, corners);
        if (corners.isEmpty()) {
            return null;
        }
        boolean isArea = geometry.path("type").asString("").endsWith("Polygon");
        Coordinate[] line = corners.toArray(Coordinate[]::new);
        Geometry shape = isArea && line.length > 3
                ? Wkb.GEOMETRIES.createMultiPointFromCoords(line).convexHull()
                : Wkb.GEOMETRIES.createMultiPointFromCoords(line);
        return FeatureSpot.of(shape);
    }

    private static void corners(JsonNode node, List<Coordinate> corners) {
        if (node.path(0).isNumber() && node.path(1).isNumber()) {
            corners.add(new Coordinate(node.get(0).doubleValue(), node.get(1).doubleValue()));
        } else if (node.isArray() && corners.size() < 100_000) {
            node.forEach(part -> corners(part, corners));
        }
    }

    private void declare(JsonNode crs) {
        Matcher epsg = EPSG.matcher(crs.path("properties").path("name").asString(""));
        if (epsg.find()) {
            declaredCrs = "EPSG:" + epsg.group(1);
        }
    }
}
