package org.sanfen.street.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sanfen.street.engine.StreetEdge;

/** What goes into a pack and what does not; that browsers read it is held to by the vectors. */
class WalkPackWriterTest {

    private final WalkTown town = WalkTown.all().get(1);

    @Test
    void theSameStreetsGiveTheSameBytesInWhateverOrderTheyCome() {
        List<StreetEdge> streets = new ArrayList<>(town.streets);
        List<int[]> barriers = new ArrayList<>(town.barriers);
        Collections.shuffle(streets, new Random(1));
        Collections.shuffle(barriers, new Random(2));

        assertThat(pack(streets, barriers)).isEqualTo(pack(town.streets, town.barriers));
    }

    @Test
    void privateWaysAndSmallPiecesAreLeftOut() {
        int[] gate = town.streets.get(0).shape();
        List<StreetEdge> streets = new ArrayList<>(town.streets);
        streets.add(street(5_000, streets.get(0).fromNode(), 900, gate, true, "Private Court"));
        streets.add(street(5_001, 901, 902, gate, false, "Sky Garden"));

        assertThat(pack(streets, town.barriers)).isEqualTo(pack(town.streets, town.barriers));
    }

    @Test
    void aPublicStreetComesInWithItsNames() {
        List<StreetEdge> streets = new ArrayList<>(town.streets);
        StreetEdge first = streets.get(0);
        streets.add(street(5_000, first.fromNode(), 900, first.shape(), false, "文涛路"));
        byte[] named = WalkVectors.pack(
                town.name,
                WalkVectors.graph(streets),
                town.barriers,
                Map.of("文涛路", new StreetName("文涛路", "Wentao Road", null)));

        assertThat(new String(named, StandardCharsets.UTF_8)).contains("文涛路", "Wentao Road");
    }

    @Test
    void onlyBarriersThatALegCouldCrossAreCarried() {
        int[] street = town.streets.get(0).shape();
        List<int[]> near = new ArrayList<>(town.barriers);
        near.add(new int[] {street[0] + 1000, street[1] - 1000, street[0] + 1000, street[1] + 1000});
        List<int[]> far = new ArrayList<>(town.barriers);
        far.add(new int[] {street[0] + 900_000, street[1], street[0] + 990_000, street[1] + 5000});

        byte[] without = pack(town.streets, town.barriers);
        assertThat(pack(town.streets, far)).isEqualTo(without);
        assertThat(pack(town.streets, near)).hasSizeGreaterThan(without.length);
    }

    private static byte[] pack(List<StreetEdge> streets, List<int[]> barriers) {
        return WalkVectors.pack("town", WalkVectors.graph(streets), barriers, Map.of());
    }

    private static StreetEdge street(long id, long from, long to, int[] shape, boolean privateWay, String name) {
        return new StreetEdge(id, from, to, shape, 90_000, false, privateWay, false, name);
    }
}
