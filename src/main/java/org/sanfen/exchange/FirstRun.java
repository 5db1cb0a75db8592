package org.sanfen.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * The content of the first start: Yantian, schematic and in the open sea, from {@code db/demo}; and Monaco, real, from the
 * extract that the build packs. Both come in through the doors that everybody uses. Each is loaded once; later starts ask
 * one question and go on. Thread-safe.
 */
@Service
public class FirstRun {

    static final String FOLDER = "/first-run/";
    static final String EXTRACT = FOLDER + "monaco-latest.osm.pbf";
    static final String SHA_256 = "a3fa87c13df03c66107cb314f518672400bb87e539388e390e8aab2c7e88c9be";

    /**
     * The commune of Monaco, which has the country's ground and the quartiers below it: the country's own boundary runs
     * far out to sea and is not whole in the extract.
     */
    static final String BOUNDARY = "relation/2220322";

    static final String YANTIAN = "yantian";
    static final String MONACO = "monaco";

    private interface Use {
        void of(Path file) throws IOException;
    }

    private final OsmImport osmImport;
    private final GeoJsonImport geoJsonImport;
    private final FirstRunStore store;

    FirstRun(OsmImport osmImport, GeoJsonImport geoJsonImport, FirstRunStore store) {
        this.osmImport = osmImport;
        this.geoJsonImport = geoJsonImport;
        this.store = store;
    }

    /**
     * Imports what this database has never had, unless it has a place of the operator's own.
     *
     * @param out for progress
     */
    public void loadIfEmpty(PrintStream out) {
        Set<String> missing = new HashSet<>(List.of(YANTIAN, MONACO));
        missing.removeAll(store.listKnown());
        if (missing.isEmpty() || store.hasOwnPlace()) {
            return;
        }
        if (missing.contains(YANTIAN)) {
            loadYantian(out);
        }
        if (missing.contains(MONACO)) {
            loadMonaco(out);
        }
    }

    /** Monaco alone. */
    public void loadMonaco(PrintStream out) {
        if (store.exists(MONACO)) {
            store.markLoaded(MONACO);
            return;
        }
        out.println("First content, Monaco: a real city, © OpenStreetMap contributors");
        withFile(EXTRACT, file -> {
            if (!Sha256.of(file).equals(SHA_256)) {
                throw new ImportRefused("The first city packed in this build is not the one that was tested:"
                        + " delete the directory target and build again with ./run.");
            }
            ImportRequest request = new ImportRequest(
                    file, MONACO, "Monaco", Map.of("zh-Hans", "摩纳哥"), ZoneId.of("Europe/Monaco"), "MC", BOUNDARY, true);
            say("Monaco", osmImport.run(request, out).counts(), out);
        });
        store.markLoaded(MONACO);
    }

    /** The schematic town alone: its streets first, then what OpenStreetMap can't say. */
    public void loadYantian(PrintStream out) {
        if (store.exists(YANTIAN)) {
            store.markLoaded(YANTIAN);
            return;
        }
        out.println("First content, Yantian: schematic demonstration data, not real locations");
        Map<String, Long> counts = new HashMap<>();
        Map<String, String> names = Map.of("zh-Hans", "盐田区（示意）", "en", "Yantian (schematic)");
        withFile(
                FOLDER + "yantian.osm.pbf",
                file -> add(
                        counts,
                        osmImport.run(
                                new ImportRequest(
                                        file,
                                        YANTIAN,
                                        names.get("zh-Hans"),
                                        names,
                                        ZoneId.of("Asia/Shanghai"),
                                        "CN",
                                        names.get("zh-Hans"),
                                        true,
                                        true),
                                out)));
        for (String register : List.of("yantian-villages.geojson", "yantian-points.geojson.gz")) {
            withFile(
                    FOLDER + register,
                    file -> add(counts, geoJsonImport.run(new GeoJsonRequest(file, YANTIAN, null, null), out)));
        }
        say("Yantian", counts, out);
        store.markLoaded(YANTIAN);
    }

    /**
     * Takes both away for good.
     *
     * @return names of the places that were there
     */
    public List<String> remove() {
        return store.remove(List.of(YANTIAN, MONACO));
    }

    private static void add(Map<String, Long> counts, ImportSummary summary) {
        summary.counts().forEach((what, count) -> counts.merge(what, count, Long::sum));
    }

    private static void say(String name, Map<String, Long> counts, PrintStream out) {
        out.printf(
                "%s is loaded: %,d streets, %,d buildings, %,d areas, %,d points%n",
                name, counts.get("streets"), counts.get("buildings"), counts.get("areas"), counts.get("points"));
    }

    /** A directory of its own, so that progress and the import's record show the file's true name. */
    private static void withFile(String resource, Use use) {
        try (InputStream packed = FirstRun.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new ImportRefused("The first content is missing from this build: build again with ./run.");
            }
            Path directory = Files.createTempDirectory("sanfen-");
            Path file = directory.resolve(Path.of(resource).getFileName());
            try {
                Files.copy(packed, file);
                use.of(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
