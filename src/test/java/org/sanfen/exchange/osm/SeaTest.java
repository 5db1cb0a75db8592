package org.sanfen.exchange.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sanfen.geo.Wkb;

/** Coastlines keep the land on their left. */
class SeaTest {

    private static final Envelope BOX = new Envelope(0, 10, 0, 10);
    private final Findings findings = new Findings();

    private static LineString line(String wkt) throws ParseException {
        return (LineString) new WKTReader(Wkb.GEOMETRIES).read(wkt);
    }

    private double area(String... coastlines) throws ParseException {
        List<LineString> lines = new java.util.ArrayList<>();
        for (String coastline : coastlines) {
            lines.add(line(coastline));
        }
        return Sea.within(BOX, lines, findings).pieces().stream()
                .mapToDouble(piece -> piece.getArea())
                .sum();
    }

    @Test
    void liesRightOfTheCoast() throws ParseException {
        assertThat(area("LINESTRING (-1 4, 11 4)"))
                .as("south of a coast that runs east")
                .isEqualTo(40);
        assertThat(area("LINESTRING (11 4, -1 4)"))
                .as("north of one that runs west")
                .isEqualTo(60);
    }

    @Test
    void leavesIslandsDry() throws ParseException {
        assertThat(area("LINESTRING (-1 8, 11 8)", "LINESTRING (2 2, 4 2, 4 4, 2 4, 2 2)"))
                .isEqualTo(76);
    }

    @Test
    void goesOnStraightWhereTheExtractCutsTheCoast() throws ParseException {
        assertThat(area("LINESTRING (-1 4, 9 4)")).isEqualTo(40);
        assertThat(findings.count("coastline_ends_inside")).isEqualTo(1);
    }

    @Test
    void isNowhereInlandWithoutACoast() throws ParseException {
        assertThat(area()).isZero();
    }
}
