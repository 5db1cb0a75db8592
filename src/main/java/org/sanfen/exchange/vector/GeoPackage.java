package org.sanfen.exchange.vector;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;

/** The layers of features in a GeoPackage. */
final class GeoPackage implements VectorFile {

    private final Path file;
    private final GeoPackageFile opened;
    private final Map<String, GeoPackageFile.Layer> layers = new LinkedHashMap<>();

    GeoPackage(Path file) {
        this.file = file;
        try {
            opened = GeoPackageFile.open(file);
        } catch (SQLException broken) {
            throw refused(broken);
        }
        for (GeoPackageFile.Layer layer : opened.layers()) {
            if (layer.geometryColumn() != null) {
                layers.put(layer.table(), layer);
            }
        }
        if (layers.isEmpty()) {
            close();
            throw new ImportRefused(
                    Refusal.NO_FEATURE_LAYER, "name", file.getFileName().toString());
        }
    }

    @Override
    public List<VectorLayer> layers() {
        return layers.values().stream()
                .map(layer -> new VectorLayer(layer.table(), layer.columns(), layer.crs()))
                .toList();
    }

    @Override
    public void read(String layer, Taker taker) {
        try {
            opened.read(layers.get(layer), (number, texts, geometry) -> {
                Map<String, String> values = new LinkedHashMap<>();
                texts.forEach((column, text) -> {
                    if (!text.isBlank()) {
                        values.put(column, text.strip());
                    }
                });
                return taker.take(GeometryReading.feature(number, values, () -> GeoPackageFile.geometry(geometry)));
            });
        } catch (SQLException broken) {
            throw refused(broken);
        }
    }

    private ImportRefused refused(SQLException broken) {
        return new ImportRefused(
                broken,
                Refusal.BROKEN,
                "name",
                file.getFileName().toString(),
                "detail",
                String.valueOf(broken.getMessage()));
    }

    @Override
    public void close() {
        try {
            opened.close();
        } catch (SQLException left) {
            throw refused(left);
        }
    }
}
