package org.sanfen.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.directory.Audience;
import org.sanfen.exchange.ImportRequest;
import org.sanfen.exchange.OsmImport;
import org.sanfen.exchange.osm.Scene;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an extract's water, railways and walls do to the leg between a house and its street (coverage.md section 2). */
@DatabaseTest
class LegBarriersIT {

    @Autowired
    OsmImport osmImport;

    @Autowired
    CoverageService coverage;

    @Autowired
    JdbcClient database;

    @TempDir
    Path folder;

    /** A house 22 m north of the only street, and something half-way between them. */
    @ParameterizedTest
    @CsvSource({
        "railway=rail, 31 32, true",
        "barrier=wall, 31 32, true",
        "barrier=fence, 31 32, false",
        "waterway=canal, 31 32, true",
        "natural=water, 31 32 33 34 31, true",
        "railway=tram, 31 32, false",
        "railway=rail;tunnel=yes, 31 32, false",
        "boundary=historic, 31 32, false"
    })
    void noLegCrossesWaterARailwayOrAWall(String tags, String nodes, boolean cuts) throws Exception {
        database.sql("DELETE FROM place").update();
        Scene scene = new Scene()
                .bounds(-0.001, -0.005, 0.012, 0.005)
                .node(1, 0.00001, 0)
                .node(2, 0.010, 0)
                .node(11, 0.0050, 0.0002)
                .node(12, 0.0052, 0.0002)
                .node(13, 0.0052, 0.0004)
                .node(14, 0.0050, 0.0004)
                .node(21, 0.0050, -0.00005, "emergency=defibrillator")
                .node(31, -0.0005, 0.0001)
                .node(32, 0.0110, 0.0001)
                .node(33, 0.0110, 0.00015)
                .node(34, -0.0005, 0.00015)
                .way(100, "1 2", "highway=residential", "name=Long Street")
                .way(200, "11 12 13 14 11", "building=residential", "building:levels=2")
                .way(300, nodes, tags.split(";"));
        osmImport.run(
                new ImportRequest(
                        Files.writeString(folder.resolve("town.osm"), scene.xml()),
                        "town",
                        "Town",
                        Map.of(),
                        null,
                        null,
                        null,
                        false),
                new PrintStream(OutputStream.nullOutputStream()));

        CoverageFigures town = coverage.run("town", "aed-100m", "always", Audience.PUBLIC)
                .findFigures("town")
                .orElseThrow();

        assertThat(town.demand()).isPositive();
        assertThat(town.unlinkedDemand()).as("the house by %s", tags).isEqualTo(cuts ? town.demand() : 0);
        assertThat(town.demandCovered()).isEqualTo(cuts ? 0 : town.demand());
    }
}
