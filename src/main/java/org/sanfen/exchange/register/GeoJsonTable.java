package org.sanfen.exchange.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;
import org.sanfen.exchange.vector.FeatureReader;
import org.sanfen.exchange.vector.FileCrs;
import org.sanfen.geo.Wkb;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The features of a GeoJSON, one in memory at a time. Properties are columns; objects inside them are columns with a dot
 * ({@code names.en}), lists stay JSON. A feature's own id is the column {@code @id}, if no property is called so.
 */
final class GeoJsonTable implements Table {

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
        try {
            Map<String, JsonNode> beside = new FeatureReader(file, JsonMapper.shared())
                    .anySystem()
                    .read((number, feature) -> {
                        if (number > MOST_ROWS) {
                            throw new RegisterRefused(Refusal.TOO_MANY_ROWS, name, String.valueOf(MOST_ROWS));
                        }
                        return taker.take(row(number, feature));
                    });
            FileCrs declared = FeatureReader.crs(beside);
            declaredCrs = declared.isKnown() ? declared.title() : null;
        } catch (RegisterRefused refused) {
            throw refused;
        } catch (ImportRefused refused) {
            throw refused(refused);
        }
    }

    private RegisterRefused refused(ImportRefused refused) {
        Refusal why =
                switch (refused.findWhy().orElse(Refusal.BROKEN)) {
                    case NO_COLLECTION -> Refusal.FORMAT_UNKNOWN;
                    case UNREADABLE -> Refusal.UNREADABLE;
                    case UNPACKS_TOO_FAR -> Refusal.TOO_LARGE_UNPACKED;
                    default -> Refusal.BROKEN;
                };
        int detail = refused.placeholders().indexOf("detail");
        return new RegisterRefused(
                why, name, detail < 0 ? "" : refused.placeholders().get(detail + 1), refused.getCause());
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
            throw new RegisterRefused(Refusal.TOO_MANY_COLUMNS, name, String.valueOf(MOST_COLUMNS));
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
}
