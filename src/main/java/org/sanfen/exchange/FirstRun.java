package org.sanfen.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The content of the first start: Monaco, real, from the extract that the build packs. It is loaded once, into a
 * database that has no place at all; later starts ask one question and go on. Thread-safe.
 */
@Service
public class FirstRun {

    static final String EXTRACT = "/first-run/monaco-latest.osm.pbf";
    static final String SHA_256 = "a3fa87c13df03c66107cb314f518672400bb87e539388e390e8aab2c7e88c9be";

    /**
     * The commune of Monaco, which has the country's ground and the quartiers below it: the country's own boundary runs
     * far out to sea and is not whole in the extract.
     */
    static final String BOUNDARY = "relation/2220322";

    private static final String ANY_PLACE = "SELECT EXISTS (SELECT FROM place)";

    private final OsmImport osmImport;
    private final JdbcClient database;

    FirstRun(OsmImport osmImport, JdbcClient database) {
        this.osmImport = osmImport;
        this.database = database;
    }

    /**
     * Imports Monaco unless the database has a place.
     *
     * @param out for progress
     */
    public void loadIfEmpty(PrintStream out) {
        if (database.sql(ANY_PLACE).query(Boolean.class).single()) {
            return;
        }
        try (InputStream packed = FirstRun.class.getResourceAsStream(EXTRACT)) {
            if (packed == null) {
                throw new ImportRefused("The first city is missing from this build: build again with ./run.");
            }
            // A directory of its own, so that progress and the import's record show the extract's true name.
            Path directory = Files.createTempDirectory("sanfen-");
            Path file = directory.resolve(Path.of(EXTRACT).getFileName());
            try {
                Files.copy(packed, file);
                if (!Sha256.of(file).equals(SHA_256)) {
                    throw new ImportRefused("The first city packed in this build is not the one that was tested:"
                            + " delete the directory target and build again with ./run.");
                }
                out.println("Loading the first city, Monaco");
                ImportSummary summary = osmImport.run(
                        new ImportRequest(
                                file,
                                "monaco",
                                "Monaco",
                                Map.of("zh-Hans", "摩纳哥"),
                                ZoneId.of("Europe/Monaco"),
                                "MC",
                                BOUNDARY,
                                true),
                        out);
                out.printf(
                        "Monaco is loaded: %,d streets, %,d buildings, %,d points%n",
                        summary.counts().get("streets"),
                        summary.counts().get("buildings"),
                        summary.counts().get("points"));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
