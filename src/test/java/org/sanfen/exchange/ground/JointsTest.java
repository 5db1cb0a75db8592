package org.sanfen.exchange.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sanfen.exchange.osm.ExtractRows;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.osm.Names;
import org.sanfen.exchange.osm.StreetRow;
import org.sanfen.exchange.vector.VectorFeature;

/** Lines about the crossing at 114.2 degrees east, 22.5 north; 0.001 degrees are a good hundred metres there. */
class JointsTest {

    private static final String EAST_WEST = "LINESTRING (114.199 22.5, 114.201 22.5)";
    private static final String NORTH_SOUTH = "LINESTRING (114.2 22.499, 114.2 22.501)";

    private final Findings findings = new Findings();
    private final List<String> columns = List.of("name", "bridge", "tunnel", "from_node", "to_node");

    private List<StreetRow> rows(boolean endsOnly, boolean mends, Object[]... streets) throws ParseException {
        GroundBuilder builder = new GroundBuilder(findings);
        Columns known = Columns.of(GroundPart.STREETS, columns, Map.of());
        long number = 0;
        for (Object[] street : streets) {
            @SuppressWarnings("unchecked")
            Map<String, String> values = (Map<String, String>) street[1];
            builder.take(
                    GroundPart.STREETS,
                    new VectorFeature(++number, new WKTReader().read((String) street[0]), values),
                    known);
        }
        List<StreetRow> rows = new ArrayList<>();
        new ExtractRows(builder.extract(null, null, endsOnly, mends), new Names(List.of("zh-Hans")), findings)
                .streets(rows::add);
        return rows;
    }

    private static Object[] street(String wkt, String... values) {
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            map.put(values[i], values[i + 1]);
        }
        return new Object[] {wkt, map};
    }

    private static long nodes(List<StreetRow> rows) {
        return rows.stream()
                .flatMap(row -> java.util.stream.Stream.of(row.fromNode(), row.toNode()))
                .distinct()
                .count();
    }

    @Test
    void linesThatCrossWithoutACommonVertexStayUnjoinedAndAreTold() throws ParseException {
        List<StreetRow> rows = rows(false, true, street(EAST_WEST), street(NORTH_SOUTH));

        assertThat(rows).hasSize(2);
        assertThat(nodes(rows)).isEqualTo(4);
        assertThat(findings.count("crossing_without_node")).isEqualTo(1);
        assertThat(findings.list().get(0).cases().get(0)).contains("features 1 and 2 at 114.2000000, 22.5000000");
    }

    @Test
    void aCommonVertexJoinsThemUnlessOnlyEndsDo() throws ParseException {
        Object[] crossed = street("LINESTRING (114.199 22.5, 114.2 22.5, 114.201 22.5)");
        Object[] crossing = street("LINESTRING (114.2 22.499, 114.2 22.5, 114.2 22.501)");

        assertThat(rows(false, false, crossed, crossing)).hasSize(4);
        assertThat(rows(true, false, crossed, crossing)).hasSize(2);
        assertThat(findings.count("crossing_without_node")).isZero();
    }

    @Test
    void aBridgeOverAVertexOfTheStreetBelowJoinsOnlyAtItsEnds() throws ParseException {
        List<StreetRow> rows = rows(
                false,
                false,
                street("LINESTRING (114.199 22.5, 114.2 22.5, 114.201 22.5)"),
                street("LINESTRING (114.2 22.499, 114.2 22.5, 114.2 22.501)", "bridge", "是"),
                street("LINESTRING (114.2 22.501, 114.2 22.502)"));

        assertThat(rows).hasSize(3);
        assertThat(nodes(rows)).isEqualTo(5);
        assertThat(rows.get(1).walk().bridge()).isTrue();
    }

    /** A column of floating numbers says no with 0.0, and an empty cell is written in many ways. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0", "0", "０", "0,00", "-1", "?", "？", "-", "——", "空", "未知", "不详", "null", "NaN", "N/A", "否", "普通"
            })
    void whatSaysNoWordOfABridgeMakesNone(String said) throws ParseException {
        Object[] crossed = street("LINESTRING (114.199 22.5, 114.2 22.5, 114.201 22.5)", "tunnel", said);
        Object[] crossing = street("LINESTRING (114.2 22.499, 114.2 22.5, 114.2 22.501)", "bridge", said);

        List<StreetRow> rows = rows(false, false, crossed, crossing);

        assertThat(rows)
                .hasSize(4)
                .noneMatch(row -> row.walk().bridge() || row.walk().tunnel());
        assertThat(findings.count("word_unknown")).isEqualTo(said.equals("普通") ? 2 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "2", "是", "Y", "TRUE", "yes", "viaduct", "高架桥", "洪湖立交", "はい"})
    void whatSpeaksOfABridgeMakesOne(String said) throws ParseException {
        List<StreetRow> rows = rows(false, false, street(NORTH_SOUTH, "bridge", said));

        assertThat(rows).singleElement().matches(row -> row.walk().bridge());
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void anEndThatStopsHalfAMetreShortIsToldAndJoinedOnRequest() throws ParseException {
        Object[] whole = street(EAST_WEST);
        Object[] shortOfIt = street("LINESTRING (114.2 22.499, 114.2 22.4999955)"); // 0.5 m south of the other

        assertThat(rows(false, false, whole, shortOfIt)).hasSize(2);
        assertThat(findings.count("end_stops_short")).isEqualTo(1);

        List<StreetRow> mended = rows(false, true, whole, shortOfIt);
        assertThat(mended).hasSize(3);
        assertThat(nodes(mended)).isEqualTo(4);
        assertThat(findings.count("end_joined")).isEqualTo(1);
        Coordinate joint = mended.get(2).geometry().getCoordinateN(1);
        assertThat(joint.y).isCloseTo(22.5, within(1e-7));
    }

    @Test
    void anEndNearAVertexMovesOntoIt() throws ParseException {
        List<StreetRow> rows = rows(
                false,
                true,
                street("LINESTRING (114.199 22.5, 114.2 22.5, 114.201 22.5)"),
                street("LINESTRING (114.2 22.499, 114.200001 22.499996)"));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(2).geometry().getCoordinateN(1)).isEqualTo(new Coordinate(114.2, 22.5));
    }

    @Test
    void endsOfOneNameAreOneNode() throws ParseException {
        List<StreetRow> rows = rows(
                false,
                false,
                street("LINESTRING (114.199 22.5, 114.2 22.5)", "from_node", "A", "to_node", "B"),
                street("LINESTRING (114.2000002 22.5, 114.201 22.5)", "from_node", "B", "to_node", "C"));

        assertThat(nodes(rows)).isEqualTo(3);
        assertThat(rows.get(1).fromNode()).isEqualTo(rows.get(0).toNode());
    }
}
