package org.sanfen.exchange.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An import in one pass takes in what one in several passes does. */
class SinglePassTest {

    private static final String NODES = "<node id='1' lon='0.001' lat='0.001'/><node id='2' lon='0.005' lat='0.001'/>"
            + "<node id='3' lon='0.005' lat='0.005'/><node id='4' lon='0.5' lat='0.5'/>";
    private static final String WAYS =
            "<way id='10'><nd ref='1'/><nd ref='2'/><nd ref='3'/><tag k='highway' v='residential'/></way>"
                    + "<way id='11'><nd ref='3'/><nd ref='4'/><tag k='highway' v='footway'/></way>"
                    + "<way id='12'><nd ref='3'/><nd ref='1'/></way>";
    private static final String BOUNDS = "<bounds minlon='0' minlat='0' maxlon='0.01' maxlat='0.01'/>";
    private static final String LAWN = "<relation id='20'><member type='way' ref='10' role='outer'/>"
            + "<member type='way' ref='12' role='outer'/><tag k='type' v='multipolygon'/>"
            + "<tag k='leisure' v='park'/></relation>";

    private static List<String> streets(String... parts) {
        byte[] xml = ("<osm version='0.6'>" + String.join("", parts) + "</osm>").getBytes(StandardCharsets.UTF_8);
        Findings findings = new Findings();
        Extract extract = new ExtractReader(
                        new OsmFile("town.osm", xml),
                        Scene.KINDS,
                        findings,
                        new PrintStream(OutputStream.nullOutputStream()))
                .read(WantedArea.of(null));
        List<String> rows = new ArrayList<>();
        new ExtractRows(extract, new Names(List.of("fr")), findings)
                .streets(row -> rows.add(row.sourceId() + " " + row.geometry()));
        return rows;
    }

    private static final String[] EXPECTED = {
        "way/10 LINESTRING (0.001 0.001, 0.005 0.001, 0.005 0.005)", "way/11 LINESTRING (0.005 0.005, 0.5 0.5)"
    };

    @Test
    void takesInNodesBeyondTheBoxThatAWayNeeds() {
        assertThat(streets(BOUNDS, NODES, WAYS)).containsExactly(EXPECTED);
    }

    @Test
    void readsAgainWhereWaysStandBeforeTheirNodes() {
        assertThat(streets(BOUNDS, WAYS, NODES)).containsExactlyInAnyOrder(EXPECTED);
    }

    @Test
    void readsAgainWhereARelationNeedsWaysThatMeanNothingAlone() {
        assertThat(streets(BOUNDS, NODES, WAYS, LAWN)).containsExactlyInAnyOrder(EXPECTED);
    }
}
