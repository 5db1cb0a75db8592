package org.sanfen.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: documentation of npm coordtransform and the tests of eviltransform (to its other axis, a centimetre). */
class Gcj02Test {

    @ParameterizedTest
    @CsvSource({
        "116.404, 39.915, 116.41024449916938, 39.91640428150164",
        "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
    })
    void bendsAsTheKnownFormulaeDo(double lon, double lat, double gcjLon, double gcjLat) {
        assertThat(Geodesic.metres(Gcj02.fromWgs84(new LonLat(lon, lat)), new LonLat(gcjLon, gcjLat)))
                .isLessThan(0.02);
    }

    @Test
    void bendsOnceMoreForBaidu() {
        LonLat bd = Bd09.fromGcj02(new LonLat(116.404, 39.915));
        assertThat(Geodesic.metres(bd, new LonLat(116.41036949371029, 39.92133699351021)))
                .isLessThan(0.001);
        assertThat(Geodesic.metres(Bd09.toGcj02(bd), new LonLat(116.404, 39.915)))
                .isLessThan(0.001);
    }

    @ParameterizedTest
    @CsvSource({"114.27, 22.575", "75.99, 39.47", "126.63, 45.75", "109.51, 18.25", "105, 35"})
    void comesBackToWhereItStarted(double lon, double lat) {
        LonLat start = new LonLat(lon, lat);
        assertThat(Geodesic.metres(Gcj02.toWgs84(Gcj02.fromWgs84(start)), start))
                .as("within a millimetre, in every corner of the country")
                .isLessThan(0.001);
        assertThat(Geodesic.metres(Bd09.toWgs84(Bd09.fromWgs84(start)), start)).isLessThan(0.001);
    }

    @Test
    void survivesPositionsThatNobodyMeans() {
        assertThat(Gcj02.toWgs84(new LonLat(180, 90)).lat()).isBetween(-90.0, 90.0);
        assertThat(Bd09.toWgs84(new LonLat(-180, -90)).lon()).isBetween(-180.0, 180.0);
    }
}
