package org.sanfen.street.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Streets from junction to junction: every edge once, in order, and bends numbered along them. */
class ChainsTest {

    private final StreetGraphBuilder builder = new StreetGraphBuilder();
    private int edges;

    private ChainsTest street(long from, long to) {
        return street(from, to, false);
    }

    private ChainsTest street(long from, long to, boolean gated) {
        int[] shape = {(int) from * 1000, (int) (from * 37 % 11) * 1000, (int) to * 1000, (int) (to * 37 % 11) * 1000};
        builder.add(new StreetEdge(++edges, from, to, shape, 10_000, false, gated, false, null));
        return this;
    }

    private Chains chains() {
        StreetGraph graph = builder.build(0);
        Chains chains = graph.chains;
        BitSet laid = new BitSet();
        for (int chain = 0; chain < chains.count(); chain++) {
            assertThat(chains.froms()[chain]).isLessThan(chains.junctions());
            assertThat(chains.tos()[chain]).isLessThan(chains.junctions());
            for (int i = chains.first()[chain]; i < chains.first()[chain + 1]; i++) {
                int edge = chains.edge(i);
                assertThat(laid.get(edge))
                        .as("edge %d is in one chain only", edge)
                        .isFalse();
                laid.set(edge);
                assertThat(chains.chainOf()[edge]).isEqualTo(chain);
                assertThat(chains.positionOf(edge)).isEqualTo(i);
                boolean against = chains.isAgainst(i);
                assertThat(against ? graph.head(edge) : graph.tail(edge)).isEqualTo(chains.before(chain, i));
                assertThat(against ? graph.tail(edge) : graph.head(edge)).isEqualTo(chains.after(chain, i));
            }
        }
        assertThat(laid.cardinality()).isEqualTo(graph.edgeCount());
        return chains;
    }

    @Test
    void runsThroughBendsFromJunctionToJunction() {
        Chains chains =
                street(1, 2).street(3, 2).street(3, 4).street(4, 5).street(4, 6).chains();

        assertThat(chains.count()).as("1-4 through two bends, 4-5, 4-6").isEqualTo(3);
        assertThat(chains.junctions()).isEqualTo(4);
    }

    @Test
    void endsWhereAGatedWayBegins() {
        assertThat(street(1, 2).street(2, 3, true).street(3, 4, true).chains().count())
                .isEqualTo(2);
    }

    @Test
    void aRingWithoutAJunctionIsOneChainFromANodeOfItsOwn() {
        Chains chains = street(1, 2).street(2, 3).street(3, 1).chains();

        assertThat(chains.count()).isEqualTo(1);
        assertThat(chains.froms()[0]).isEqualTo(chains.tos()[0]);
    }

    @Test
    void aLoopAndTwoEdgesBetweenTheSameNodesAreChains() {
        assertThat(street(1, 1).street(1, 2).street(1, 2).street(2, 3).chains().count())
                .isEqualTo(4);
        assertThat(new ChainsTest().street(7, 7).chains().count()).isEqualTo(1);
        assertThat(new ChainsTest().street(7, 8).street(8, 7).chains().count()).isEqualTo(1);
    }

    @Test
    void takesEveryEdgeOfRandomTownsOnce() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            ChainsTest town = new ChainsTest();
            for (int i = 0; i < 40; i++) {
                town.street(random.nextInt(35), random.nextInt(35), random.nextInt(5) == 0);
            }
            assertThat(town.chains().count()).as("seed %d", seed).isPositive();
        }
    }
}
