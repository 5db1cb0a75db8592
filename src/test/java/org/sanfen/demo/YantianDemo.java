package org.sanfen.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the schematic town and writes it to {@code db/demo}: streets, buildings, communities and basemap as .osm.pbf, what
 * OpenStreetMap cannot say as GeoJSON. Run it after a change here, and store what it wrote:
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.sanfen.demo.YantianDemo</pre>
 */
public final class YantianDemo {

    static final String STREETS = "yantian.osm.pbf";
    static final String POINTS = "yantian-points.geojson.gz";
    static final String VILLAGES = "yantian-villages.geojson";

    private static final long SEED = 20_171_128;
    private static final Instant DATA_DATE = Instant.parse("2026-11-01T00:00:00Z");
    private static final String NOTE =
            "示意性演示数据，非真实位置 Schematic demonstration data, not real locations: a made-up town in the open sea";

    private final ObjectMapper json = JsonMapper.builder().build();
    private final Shore shore = new Shore();
    private final Draft draft = new Draft();
    private final Builder builder = new Builder(shore, draft);
    private final Wards wards = new Wards(shore, draft);

    private YantianDemo() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length == 0 ? "db/demo" : arguments[0]);
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            boolean packed = file.getKey().endsWith(".gz");
            Files.write(folder.resolve(file.getKey()), packed ? gzip(file.getValue()) : file.getValue());
            System.out.printf("%-30s %,d bytes%n", file.getKey(), Files.size(folder.resolve(file.getKey())));
        }
    }

    /** File name to contents before compression: the same bytes every time. */
    static Map<String, byte[]> files() throws IOException {
        return new YantianDemo().make();
    }

    private Map<String, byte[]> make() throws IOException {
        Words words = new Words(SEED);
        Lattice lattice = new Lattice(shore, draft, words, SEED + 1);
        lattice.plan();
        Blocks blocks = new Blocks(shore, draft, builder, words, SEED + 2);
        lattice.blocks().forEach(blocks::fill);
        lattice.draw();
        new Landscape(shore, draft, builder).draw(wards, lattice.bottom());
        new Slopes(shore, draft, builder, words, SEED + 3).draw(lattice.top());
        draft.keepTheLargestNetwork();
        builder.build();
        Map<String, Long> residents = Census.ofWards(builder.houses());
        wards.draw(residents);
        List<Post> posts = new ArrayList<>(new Posts(builder.houses(), draft.walkedSegments(), SEED + 4).place());
        posts.addAll(new Open(shore, draft, SEED + 5).place());
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(STREETS, PbfFile.write(draft, box(), DATA_DATE.getEpochSecond()));
        files.put(POINTS, collection(posts.stream().map(Post::feature).toList()));
        files.put(VILLAGES, collection(Village.ALL.stream().map(this::village).toList()));
        return files;
    }

    private double[] box() {
        Envelope town = wards.polygon(new Wards.Ward("", "", "", 6, 0, (int) Shore.LENGTH, 0, Wards.RIDGE))
                .getEnvelopeInternal();
        Coordinate southWest = new Coordinate(town.getMinX() - 700, town.getMinY() - 700);
        Coordinate northEast = new Coordinate(town.getMaxX() + 700, town.getMaxY() + 700);
        return new double[] {Shore.lon(southWest), Shore.lat(southWest), Shore.lon(northEast), Shore.lat(northEast)};
    }

    private Map<String, Object> village(Village village) {
        Polygon outline = village.outline(shore);
        List<List<Double>> ring = new ArrayList<>();
        for (Coordinate corner : outline.getCoordinates()) {
            ring.add(List.of(Post.degrees(Shore.lon(corner)), Post.degrees(Shore.lat(corner))));
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("layer", "urban_village");
        properties.put("code", village.code());
        properties.put("name", village.zh());
        properties.put("names", Post.both(village.zh(), village.en()));
        properties.put("residents", Census.of(village, builder.houses()));
        properties.put("source", Post.SOURCE);
        properties.put("licence", Post.LICENCE);
        Map<String, Object> geometry = new LinkedHashMap<>();
        geometry.put("type", "Polygon");
        geometry.put("coordinates", List.of(ring));
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("geometry", geometry);
        feature.put("properties", properties);
        return feature;
    }

    /** A feature a line, so that a person can read it too. */
    private byte[] collection(List<Map<String, Object>> features) {
        StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"note\":")
                .append(json.writeValueAsString(NOTE))
                .append(",\"features\":[\n");
        for (int i = 0; i < features.size(); i++) {
            text.append(i == 0 ? "" : ",\n").append(json.writeValueAsString(features.get(i)));
        }
        return text.append("\n]}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(contents);
        }
        return bytes.toByteArray();
    }
}
