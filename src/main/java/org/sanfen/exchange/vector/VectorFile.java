package org.sanfen.exchange.vector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;
import org.sanfen.exchange.osm.OsmFile;

/** An opened feature file. Reading streams: one feature is in memory at a time. Not thread-safe. */
public interface VectorFile extends AutoCloseable {

    /** At least one. */
    List<VectorLayer> layers();

    /** In which its texts are read; null where the format leaves no choice. */
    default Charset charset() {
        return null;
    }

    /** Endings of the parts that should lie beside it and don't: {@code dbf} holds the values, {@code prj} the system. */
    default List<String> missing() {
        return List.of();
    }

    /** Takes features in the file's order; false ends the reading. */
    interface Taker {
        boolean take(VectorFeature feature);
    }

    /**
     * Hands out every feature, until the taker has enough; one whose geometry can't be read without it, and with the reason.
     *
     * @param layer name of one of {@link #layers}
     * @throws ImportRefused if the file is broken; what was handed out before then is of no use
     */
    void read(String layer, Taker taker);

    @Override
    void close();

    /**
     * Opens a {@code .shp} with what lies beside it, a {@code .zip} that holds one, a {@code .gpkg}, a {@code .geojson} or {@code .json} (also
     * {@code .gz}), or a {@code .csv} with a geometry in each row, told apart by what is in it where that is certain.
     *
     * @param charset of a table where the file doesn't say it or says it wrongly; null to find out
     * @throws ImportRefused if it is none of them, or can't be read
     */
    static VectorFile open(Path file, Charset charset) {
        if (!Files.isRegularFile(file)) {
            throw new ImportRefused(Refusal.NO_FILE, "name", String.valueOf(file.getFileName()));
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            byte[] head = head(file);
            if (OsmFile.isExtract(head, name)) {
                throw new ImportRefused(
                        Refusal.OSM_EXTRACT, "name", file.getFileName().toString());
            }
            if (startsWith(head, "SQLite format 3\0")) {
                return new GeoPackage(file);
            }
            if (startsWith(head, "PK\u0003\u0004")) {
                return ZippedShapefile.open(file, charset);
            }
            if (name.endsWith(".shp")) {
                return new Shapefile(file, charset);
            }
            if (name.matches(".*\\.(dbf|prj|cpg|shx)")) {
                throw new ImportRefused(
                        Refusal.SHAPEFILE_PART, "name", file.getFileName().toString());
            }
            if (name.endsWith(".csv") || name.endsWith(".tsv")) {
                return new CsvFile(file, charset);
            }
            if (name.endsWith(".json") || name.endsWith(".geojson") || name.endsWith(".gz")) {
                return new GeoJsonFile(file);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ImportRefused(
                    unreadable,
                    Refusal.UNREADABLE,
                    "name",
                    file.getFileName().toString(),
                    "detail",
                    String.valueOf(unreadable.getMessage()));
        }
        throw new ImportRefused(
                Refusal.NO_FEATURES_FILE, "name", file.getFileName().toString());
    }

    /** The layer of that name, or the only one there is. */
    default VectorLayer layer(String wanted) {
        List<String> names = layers().stream().map(VectorLayer::name).toList();
        if (wanted == null && names.size() > 1) {
            throw new ImportRefused(Refusal.LAYER_UNSAID, "layers", String.join(", ", names));
        }
        return layers().stream()
                .filter(layer -> wanted == null || layer.name().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new ImportRefused(Refusal.LAYER_UNKNOWN, "layer", wanted, "layers", String.join(", ", names)));
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(16);
        }
    }

    private static boolean startsWith(byte[] head, String text) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith(text);
    }
}
