package org.sanfen.exchange.vector;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A FeatureCollection: WGS-84, or the system that its older form names in {@code crs}. */
final class GeoJsonFile implements VectorFile {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final VectorLayer layer;

    /** Reads it once for its columns and its system. */
    GeoJsonFile(Path file) {
        this.file = file;
        Set<String> columns = new LinkedHashSet<>();
        Map<String, JsonNode> beside = new FeatureReader(file, JSON).anySystem().read((number, feature) -> {
            feature.path("properties").properties().forEach(property -> columns.add(property.getKey()));
            return true;
        });
        FileCrs stated = FeatureReader.crs(beside);
        this.layer = new VectorLayer(
                file.getFileName().toString().replaceFirst("\\..*$", ""),
                List.copyOf(columns),
                stated.isKnown() ? stated : FileCrs.WGS84);
    }

    @Override
    public List<VectorLayer> layers() {
        return List.of(layer);
    }

    @Override
    public void read(String wanted, Taker taker) {
        new FeatureReader(file, JSON).anySystem().read((number, feature) -> {
            Map<String, String> values = new LinkedHashMap<>();
            feature.path("properties").properties().forEach(property -> {
                JsonNode value = property.getValue();
                String text = value.isContainer() ? value.toString() : value.asString("");
                if (!value.isNull() && !text.isBlank()) {
                    values.put(property.getKey(), text.strip());
                }
            });
            return taker.take(
                    GeometryReading.feature(number, values, () -> GeoJsonGeometry.read(feature.path("geometry"))));
        });
    }

    @Override
    public void close() {
        // Each reading closes what it opened.
    }
}
