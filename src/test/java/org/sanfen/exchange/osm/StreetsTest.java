package org.sanfen.exchange.osm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** coverage.md section 1: every way that a person may walk, cut at junctions. */
class StreetsTest {

    private final Findings findings = new Findings();

    private static Scene cross() {
        return new Scene()
                .node(1, 0.001, 0.001)
                .node(2, 0.002, 0.001)
                .node(3, 0.003, 0.001)
                .node(4, 0.002, 0.002)
                .node(5, 0.002, 0.0005);
    }

    @Test
    void cutsWaysWhereTheyShareANode() {
        var streets = cross().way(10, "1 2 3", "highway=residential")
                .way(11, "4 2 5", "highway=footway")
                .streets(findings);

        assertThat(streets)
                .extracting(row -> row.sourceId() + "/" + row.ordinal() + " " + row.fromNode() + "-" + row.toNode())
                .containsExactly("way/10/0 1-2", "way/10/1 2-3", "way/11/0 4-2", "way/11/1 2-5");
        assertThat(streets.get(0).lengthMm())
                .as("a thousandth of a degree at the equator")
                .isEqualTo(111_319);
    }

    @Test
    void doesNotJoinABridgeToTheStreetBelow() {
        var streets = cross().node(6, 0.002, 0.001)
                .way(10, "1 2 3", "highway=residential")
                .way(11, "4 6 5", "highway=footway", "bridge=yes")
                .streets(findings);

        assertThat(streets).hasSize(2);
        assertThat(streets.get(1).walk().bridge()).isTrue();
    }

    @Test
    void keepsLoopsAndParallelPieces() {
        var streets = cross().way(10, "1 2 4 1", "highway=footway")
                .way(11, "3 5", "highway=path")
                .way(12, "3 5", "highway=steps")
                .streets(findings);

        assertThat(streets)
                .extracting(row -> row.fromNode() + "-" + row.toNode())
                .containsExactly("1-1", "3-5", "3-5");
        assertThat(streets.get(2).walk().steps()).isTrue();
    }

    @Test
    void cutsAWayThatMeetsItself() {
        var streets = cross().way(10, "1 2 3 4 2 5", "highway=path").streets(findings);

        assertThat(streets)
                .extracting(row -> row.fromNode() + "-" + row.toNode())
                .containsExactly("1-2", "2-2", "2-5");
    }

    @Test
    void doesNotInventAStreetAcrossAMissingNode() {
        var streets = cross().way(10, "1 2 99 3 5", "highway=path").streets(findings);

        assertThat(streets)
                .extracting(row -> row.fromNode() + "-" + row.toNode())
                .containsExactly("1-2", "3-5");
        assertThat(findings.list()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("way_misses_nodes");
            assertThat(finding.cases()).containsExactly("way/10 at 0.0010000, 0.0010000");
        });
    }

    @Test
    void walksTheOutlineOfASquareThatIsARelation() {
        var streets = cross().way(10, "1 3 4")
                .way(11, "4 1")
                .relation(20, "outer:10 outer:11", "type=multipolygon", "highway=pedestrian")
                .streets(findings);

        assertThat(streets).extracting(row -> row.walk().kind()).containsExactly("pedestrian", "pedestrian");
    }

    @ParameterizedTest
    @CsvSource({
        "highway=residential, open",
        "highway=motorway, closed",
        "highway=motorway_link, closed",
        "highway=construction, closed",
        "highway=trunk, open",
        "highway=trunk;foot=no, closed",
        "highway=primary;motorroad=yes, closed",
        "highway=service;access=no, closed",
        "highway=service;access=no;foot=yes, open",
        "highway=service;access=no;foot=designated, open",
        "highway=service;access=private, restricted",
        "highway=service;access=private;foot=yes, open",
        "highway=footway;foot=private, restricted",
        "highway=cycleway, open",
        "highway=cycleway;foot=use_sidepath, closed",
        "highway=primary;sidewalk=separate, open",
        "highway=raceway, closed",
        "highway=busway, closed",
        "highway=corridor;indoor=yes, open",
        "railway=platform, open",
        "man_made=pier, open",
        "highway=footway;access:conditional=no @ (22:00-06:00), open",
        "building=yes, closed"
    })
    void readsAccessRules(String tags, String expected) {
        String[] pairs = java.util.Arrays.stream(tags.split(";"))
                .flatMap(tag -> java.util.Arrays.stream(tag.split("=", 2)))
                .toArray(String[]::new);

        Walk walk = Walk.of(new Tags(pairs));

        assertThat(walk == null ? "closed" : walk.restricted() ? "restricted" : "open")
                .isEqualTo(expected);
    }
}
