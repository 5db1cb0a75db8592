package org.sanfen.coverage.stored;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.sanfen.exchange.ImportRequest;
import org.sanfen.exchange.OsmImport;
import org.sanfen.exchange.osm.Scene;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A town on the equator for stored runs: a street of 1,100 m from west to east with a house at either end, an AED at the
 * western one, and whatever a test adds. A thousandth of a degree is 111 m.
 */
final class TownOfRuns {

    private TownOfRuns() {}

    /** @param newStreet a second street, as a later extract brings it, in the place of the eastern half of the first */
    static String extract(boolean newStreet) {
        Scene scene = new Scene()
                .bounds(-0.001, -0.005, 0.012, 0.005)
                .node(1, 0.00001, 0) // at 0, 0 lies what has no position
                .node(2, 0.005, 0)
                .node(3, 0.010, 0)
                .node(4, 0.005, 0.003)
                .node(5, 0.010, 0.001)
                .node(11, 0.0002, 0.0001)
                .node(12, 0.0004, 0.0001)
                .node(13, 0.0004, 0.0003)
                .node(14, 0.0002, 0.0003)
                .node(21, 0.0096, 0.0001)
                .node(22, 0.0098, 0.0001)
                .node(23, 0.0098, 0.0003)
                .node(24, 0.0096, 0.0003)
                .node(31, 0.0001, 0.00005, "emergency=defibrillator", "name=West", "opening_hours=24/7")
                .way(100, "1 2", "highway=residential", "name=West Street")
                .way(200, "11 12 13 14 11", "building=residential", "building:levels=2")
                .way(201, "21 22 23 24 21", "building=residential", "building:levels=4");
        return (newStreet
                        ? scene.way(103, "2 4", "highway=residential", "name=North Street")
                                .way(104, "2 5", "highway=residential", "name=New East Street")
                        : scene.way(101, "2 3", "highway=residential", "name=East Street"))
                .xml();
    }

    static void load(OsmImport osmImport, String extract) {
        try {
            Path file = Files.createTempFile("town", ".osm");
            try {
                Files.write(file, extract.getBytes(StandardCharsets.UTF_8));
                osmImport.run(
                        new ImportRequest(file, "town", "Town", Map.of(), null, null, null, false),
                        new PrintStream(OutputStream.nullOutputStream()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void addPoint(JdbcClient database, String id, String visibility, double lon, double lat) {
        database.sql("""
                        INSERT INTO point (id, place_id, kind, geom, source, visibility, opening_hours, change_number)
                        VALUES (:id, 'town', 'aed', ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), 'test', :visibility,
                                'Mo-Fr 08:00-18:00', next_change_number('town', 'points'))
                        """)
                .param("id", id)
                .param("visibility", visibility)
                .param("lon", lon)
                .param("lat", lat)
                .update();
    }

    static void removePoint(JdbcClient database, String id) {
        database.sql("""
                        UPDATE point
                        SET status = 'removed', status_reason = 'test', revision = revision + 1,
                            change_number = next_change_number('town', 'points')
                        WHERE id = :id
                        """).param("id", id).update();
    }

    static void setMode(JdbcClient database, String mode) {
        database.sql("UPDATE place SET publish = :mode WHERE id = 'town'")
                .param("mode", mode)
                .update();
    }
}
