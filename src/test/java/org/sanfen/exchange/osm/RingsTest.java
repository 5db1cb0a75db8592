package org.sanfen.exchange.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Multipolygons are put together by geometry, whatever the roles say. */
class RingsTest {

    private final NodeTable nodes = new NodeTable();
    private final List<long[]> chains = new ArrayList<>();
    private final Rings rings = new Rings(nodes);

    /** A square with its lower left corner at x, y; ids from {@code first}, counter-clockwise. */
    private void square(long first, int x, int y, int side) {
        nodes.add(first, at(x), at(y));
        nodes.add(first + 1, at(x + side), at(y));
        nodes.add(first + 2, at(x + side), at(y + side));
        nodes.add(first + 3, at(x), at(y + side));
    }

    private static int at(int thousandths) {
        return thousandths * 10_000;
    }

    @Test
    void takesHolesOutAndKeepsIslandsInThem() {
        square(1, 0, 0, 10);
        square(11, 2, 2, 6);
        square(21, 4, 4, 2);
        chains.add(new long[] {1, 2, 3});
        chains.add(new long[] {1, 4, 3});
        chains.add(new long[] {11, 12, 13, 14, 11});
        chains.add(new long[] {21, 22, 23, 24, 21});

        var made = rings.assemble(chains);

        assertThat(made.polygons().getNumGeometries())
                .as("the ground and the island in its lake")
                .isEqualTo(2);
        assertThat(made.polygons().getArea() * 1e6).as("100 - 36 + 4 squares").isCloseTo(68, within());
    }

    @Test
    void partsRingsThatTouchAtANode() {
        square(1, 0, 0, 2);
        square(11, 2, 2, 2);
        chains.add(new long[] {1, 2, 3, 12, 13, 14, 3, 4, 1});

        var made = rings.assemble(chains);

        assertThat(made.polygons().getNumGeometries()).isEqualTo(2);
        assertThat(made.polygons().isValid()).isTrue();
        assertThat(made.repaired()).isFalse();
    }

    @Test
    void mendsAnOutlineThatCrossesItself() {
        square(1, 0, 0, 2);
        chains.add(new long[] {1, 3, 2, 4, 1});

        var made = rings.assemble(chains);

        assertThat(made.repaired()).isTrue();
        assertThat(made.polygons().isValid()).isTrue();
    }

    @Test
    void tellsTheEndsOfAChainThatDoesNotClose() {
        square(1, 0, 0, 2);
        chains.add(new long[] {1, 2, 3, 4});

        assertThat(rings.assemble(chains).openEnds()).containsExactly(1L, 4L);
    }

    @Test
    void closesABoundaryOverASmallGapOnly() {
        square(1, 0, 0, 2);
        chains.add(new long[] {1, 2, 3, 4});
        assertThat(rings.assembleOverGaps(chains).gapsClosed()).containsExactly(4L);

        chains.clear();
        chains.add(new long[] {1, 2, 3});
        assertThat(rings.assembleOverGaps(chains).polygons())
                .as("more than a third would be made up")
                .isNull();
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }
}
