package org.sanfen.exchange.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.sanfen.exchange.ground.ControlPoints.Pair;
import org.sanfen.geo.Geodesic;

class ControlPointsTest {

    /** A grid turned by three degrees and stretched by a ten-thousandth, about 22.5 north, 114.2 east. */
    private static Pair pair(double x, double y) {
        double turn = Math.toRadians(3);
        double east = 1.0001 * (x * Math.cos(turn) - y * Math.sin(turn));
        double north = 1.0001 * (x * Math.sin(turn) + y * Math.cos(turn));
        return new Pair(
                10_000 + x,
                20_000 + y,
                114.2 + east / 111_320 / Math.cos(Math.toRadians(22.5)),
                22.5 + north / 111_320);
    }

    @Test
    void aTurnedGridComesOutWhereItIs() {
        List<Pair> known = List.of(pair(-4000, -3000), pair(5000, -2000), pair(1000, 6000), pair(-3000, 5000));
        ControlPoints fitted = ControlPoints.fit(known);
        Pair wanted = pair(1234, 2345);

        Coordinate found = fitted.toWgs84(new GeometryFactory().createPoint(new Coordinate(wanted.x(), wanted.y())))
                .getCoordinate();
        assertThat(Geodesic.metres(found.x, found.y, wanted.lon(), wanted.lat()))
                .isLessThan(0.05);
        assertThat(fitted.worst().metres()).isLessThan(0.05);
    }

    @Test
    void aPointThatWasReadOffWronglyShowsInTheResidual() {
        List<Pair> known = new ArrayList<>(List.of(pair(-4000, -3000), pair(5000, -2000), pair(1000, 6000)));
        Pair wrong = pair(-3000, 5000);
        known.add(new Pair(wrong.x() + 40, wrong.y(), wrong.lon(), wrong.lat()));

        assertThat(ControlPoints.fit(known).worst().metres()).isCloseTo(10, within(9.0));
    }

    @Test
    void pointsOnALineOrTooFewAreRefused() {
        assertThatThrownBy(() -> ControlPoints.fit(List.of(pair(0, 0), pair(1000, 1000))))
                .hasMessageContaining("three points or more");
        assertThatThrownBy(() -> ControlPoints.fit(List.of(pair(0, 0), pair(1000, 1000), pair(2000, 2000))))
                .hasMessageContaining("stand on one line");
    }
}
