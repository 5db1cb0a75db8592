package org.sanfen.coverage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.sanfen.geo.Geodesic;
import org.sanfen.geo.Wkb;
import org.sanfen.street.engine.LocalFrame;

/** Polygons of covered ground for exports (coverage.md section 3): with holes and islands, never a hull (section 9). */
class CoveredGroundTest {

    private final Scene scene = new Scene();

    @Test
    void aBlockTooWideToFillIsAHole() {
        scene.junction("a", 0, 0).junction("b", 200, 0).junction("c", 200, 200).junction("d", 0, 200);
        scene.street("a", "b")
                .street("b", "c")
                .street("c", "d")
                .street("d", "a")
                .point(0, 0);

        MultiPolygon ground = scene.run(Rule.route(1000, true)).coveredGround(0);

        assertThat(ground.getNumGeometries()).isOne();
        Polygon ring = (Polygon) ground.getGeometryN(0);
        assertThat(ring.getNumInteriorRing()).isOne();
        assertThat(contains(ground, 100, 100)).as("the middle of the block").isFalse();
        assertThat(contains(ground, 100, 24)).isTrue();
        assertThat(contains(ground, 100, 26)).isFalse();
        double around = 4 * 200 * 25 + Math.PI * 25 * 25;
        double inwards = 200 * 200 - 150 * 150;
        assertThat(areaM2(ground)).isCloseTo(around + inwards, within(30.0));
    }

    @Test
    void reachOnBothBanksOfARiverIsTwoIslands() {
        scene.junction("a", 0, 0).junction("b", 300, 0).junction("c", 0, 100).junction("d", 300, 100);
        scene.street("a", "b")
                .street("c", "d")
                .barrier(-50, 50, 350, 50)
                .point(150, 5)
                .point(150, 95);

        MultiPolygon ground = scene.run(Rule.route(100, true)).coveredGround(0);

        assertThat(ground.getNumGeometries()).isEqualTo(2);
        assertThat(contains(ground, 150, 50)).as("the river").isFalse();
    }

    @Test
    void narrowsToNothingWhereTheBudgetEnds() {
        scene.junction("a", 0, 0).junction("b", 1000, 0).street("a", "b").point(0, 0);

        MultiPolygon ground = scene.run(Rule.route(100, true)).coveredGround(0);

        assertThat(contains(ground, 70, 24)).as("30 m left: the full 25 m").isTrue();
        assertThat(contains(ground, 90, 19)).as("within the 25 m around 75 m").isTrue();
        assertThat(contains(ground, 90, 21)).as("10 m left here").isFalse();
        assertThat(contains(ground, 99, 0)).isTrue();
        assertThat(contains(ground, 101, 0)).as("beyond the limit").isFalse();
    }

    @Test
    void endsAtTheBorder() {
        scene.junction("a", 0, 0).junction("b", 1000, 0).street("a", "b").point(50, 0);
        scene.area("town", null, -100, -100, 100, 100);

        MultiPolygon ground = scene.run(Rule.route(500, true)).coveredGround(0);

        assertThat(contains(ground, 99, 0)).isTrue();
        assertThat(contains(ground, 101, 0)).isFalse();
    }

    @Test
    void byStraightLineItIsTheDiscs() {
        scene.junction("a", 0, 0)
                .junction("b", 100, 0)
                .street("a", "b")
                .point(0, 0)
                .point(1000, 0);

        MultiPolygon ground = scene.run(Rule.straight(200, true)).coveredGround(0);

        assertThat(ground.getNumGeometries()).isEqualTo(2);
        assertThat(areaM2(ground)).isCloseTo(2 * Math.PI * 200 * 200, within(500.0));
    }

    @Test
    void agreesWithTheRasterWithinItsError() {
        scene.area("town", null, -400, -400, 400, 400);
        scene.junction("a", -300, 0)
                .junction("b", 300, 0)
                .junction("c", 0, -300)
                .junction("d", 0, 300);
        scene.junction("m", 0, 0)
                .street("a", "m")
                .street("m", "b")
                .street("c", "m")
                .street("m", "d")
                .point(40, 0);

        CoverageResult result = scene.run(Rule.route(220, true));

        double polygon = areaM2(result.coveredGround(0));
        double raster = result.groundShares()[0] * 800 * 800;
        double rim = 3.6 * 2 * 4 * 220;
        assertThat(polygon).isCloseTo(raster, within(rim));
    }

    private static boolean contains(MultiPolygon ground, double x, double y) {
        Coordinate at = new Coordinate(Scene.lon(x) / LocalFrame.UNITS, Scene.lat(y) / LocalFrame.UNITS);
        return ground.contains(Wkb.GEOMETRIES.createPoint(at));
    }

    private static double areaM2(MultiPolygon ground) {
        return Geodesic.squareMetres(ground);
    }
}
