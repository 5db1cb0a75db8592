package org.sanfen.exchange.groundjob;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;
import org.sanfen.exchange.ground.Columns;
import org.sanfen.exchange.ground.GroundPart;
import org.sanfen.exchange.register.CrsGuess;
import org.sanfen.exchange.register.RegisterPlace;
import org.sanfen.exchange.text.CharsetFinder;
import org.sanfen.exchange.vector.FileCrs;
import org.sanfen.exchange.vector.VectorFeature;
import org.sanfen.exchange.vector.VectorFile;
import org.sanfen.exchange.vector.VectorLayer;

/** Looks at the beginning of each layer of a file. Stateless. */
final class GroundLooking {

    private static final int FEATURES = 500;
    private static final int ROWS = 6;
    private static final int LONGEST_VALUE = 80;
    private static final int SAMPLE_VERTICES = 3_000;

    /**
     * What was seen.
     *
     * @param samples by layer
     */
    record Found(GroundLook look, Map<String, Sample> samples) {}

    /**
     * The beginning of a layer, to try coordinate systems on.
     *
     * @param epsg code that the file states; null if it states none
     * @param wkt definition that the file states in its stead; null if it states none
     * @param shapes as WKT in the file's own coordinates
     */
    record Sample(Integer epsg, String wkt, List<String> shapes) {

        FileCrs stated() {
            return new FileCrs(epsg, wkt);
        }
    }

    private GroundLooking() {}

    /**
     * @param charset of its texts; null to find out
     * @param place that it is for; null for a new one
     * @throws org.sanfen.exchange.ImportRefused if it is no file of features
     */
    static Found look(Path path, Charset charset, RegisterPlace place) {
        try (VectorFile file = VectorFile.open(path, charset)) {
            List<GroundLook.Layer> layers = new ArrayList<>();
            Map<String, Sample> samples = new LinkedHashMap<>();
            for (VectorLayer layer : file.layers()) {
                List<VectorFeature> read = new ArrayList<>();
                file.read(layer.name(), feature -> read.add(feature) && read.size() <= FEATURES);
                boolean isWhole = read.size() <= FEATURES;
                List<VectorFeature> seen = isWhole ? read : read.subList(0, FEATURES);
                String called = path.getFileName() + " " + layer.name();
                layers.add(layer(called, layer, seen, isWhole, place));
                samples.put(
                        layer.name(), new Sample(layer.crs().epsg(), layer.crs().wkt(), sample(seen)));
            }
            Charset known = file.charset();
            return new Found(
                    new GroundLook(known == null ? null : CharsetFinder.name(known), file.missing(), layers), samples);
        }
    }

    private static GroundLook.Layer layer(
            String called, VectorLayer layer, List<VectorFeature> seen, boolean isWhole, RegisterPlace place) {
        Map<String, Integer> shapes = new TreeMap<>();
        List<double[]> coordinates = new ArrayList<>();
        for (VectorFeature feature : seen) {
            shapes.merge(shape(feature.geometry()), 1, Integer::sum);
            if (feature.geometry() != null && !feature.geometry().isEmpty()) {
                Coordinate at = feature.geometry().getCoordinate();
                coordinates.add(new double[] {at.x, at.y});
            }
        }
        Map<String, Map<String, String>> mappings = new LinkedHashMap<>();
        for (GroundPart part : GroundPart.values()) {
            mappings.put(
                    part.word(), Columns.of(part, layer.columns(), Map.of()).byField());
        }
        GroundPart part = PartGuess.of(called, shapes, mappings, isWhole && seen.size() == 1);
        return new GroundLook.Layer(
                layer.name(),
                layer.columns(),
                shapes,
                isWhole,
                layer.crs().isKnown() ? layer.crs().title() : null,
                guess(layer.crs(), coordinates, place),
                part == null ? null : part.word(),
                mappings,
                seen.stream().limit(ROWS).map(GroundLooking::row).toList());
    }

    private static String shape(Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return "none";
        }
        return switch (geometry.getDimension()) {
            case 0 -> "point";
            case 1 -> "line";
            default -> "area";
        };
    }

    /** A definition without a code is the file's own word; only degrees may be doubted. */
    private static CrsGuess guess(FileCrs stated, List<double[]> coordinates, RegisterPlace place) {
        if (stated.isKnown() && !stated.isWgs84()) {
            return new CrsGuess(List.of(), false, false);
        }
        return CrsGuess.of(coordinates, place, stated.isWgs84() ? "WGS84" : null);
    }

    private static Map<String, String> row(VectorFeature feature) {
        Map<String, String> row = new LinkedHashMap<>();
        feature.values()
                .forEach((column, value) -> row.put(
                        column, value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value));
        return row;
    }

    private static List<String> sample(List<VectorFeature> seen) {
        WKTWriter writer = new WKTWriter(2);
        List<String> sample = new ArrayList<>();
        int vertices = 0;
        for (VectorFeature feature : seen) {
            Geometry geometry = feature.geometry();
            if (geometry != null && !geometry.isEmpty() && vertices + geometry.getNumPoints() <= SAMPLE_VERTICES) {
                vertices += geometry.getNumPoints();
                sample.add(writer.write(geometry));
            }
        }
        return sample;
    }
}
