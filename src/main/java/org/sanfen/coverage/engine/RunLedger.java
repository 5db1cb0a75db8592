package org.sanfen.coverage.engine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sanfen.coverage.engine.AreaGaps.StreetGap;
import org.sanfen.demand.Building;
import org.sanfen.street.engine.StreetGraph;

/**
 * What a run rests on, street by street and building by building, under ids that outlive the run's memory: what is stored
 * of it, and what runs are subtracted by (coverage.md section 7). Numbers of streets and buildings are places in these
 * lists. Immutable by agreement: nobody writes to the arrays.
 *
 * @param streets those that count under the rule; none for a rule without a metric
 * @param demand residential buildings
 * @param areas in the order of the run's figures
 */
public record RunLedger(Streets streets, Demand demand, List<Area> areas) {

    /**
     * Streets, by id.
     *
     * @param ids street.id, ascending
     * @param lengthsMm geodesic length of each, millimetres
     * @param privateWays whether each is a private way
     */
    public record Streets(long[] ids, int[] lengthsMm, boolean[] privateWays) {

        /** Number of a street; negative where it is not there. */
        public int find(long id) {
            return Arrays.binarySearch(ids, id);
        }
    }

    /**
     * Buildings, by id.
     *
     * @param ids building.id, ascending
     * @param milliResidents {@link org.sanfen.demand.Population#UNKNOWN} where unknown
     * @param floorMilliM2 thousandths of a square metre
     * @param covered whether it lies within the limit, its own leg included
     * @param nearest public id of the point nearest to it; null where none reaches it
     */
    public record Demand(long[] ids, long[] milliResidents, long[] floorMilliM2, boolean[] covered, String[] nearest) {

        /** What a building weighs in an area's unit. */
        public long weight(int building, boolean inResidents) {
            return inResidents ? Math.max(0, milliResidents[building]) : floorMilliM2[building];
        }
    }

    /**
     * What lies in one area.
     *
     * @param id of the area
     * @param inResidents unit of its demand
     * @param inside stretches of street inside it, by street and along each
     * @param buildings numbers of the buildings inside, ascending
     * @param gaps stretches of each gap, in the order of rank
     */
    public record Area(String id, boolean inResidents, Stretches inside, int[] buildings, List<Stretches> gaps) {}

    /**
     * Stretches of street.
     *
     * @param streets number of each one's street
     * @param fromsMm where it starts along it, millimetres
     * @param tosMm where it ends
     */
    public record Stretches(int[] streets, int[] fromsMm, int[] tosMm) {

        public int count() {
            return streets.length;
        }
    }

    static RunLedger of(CoverageResult result) {
        PlaceModel place = result.place();
        int[] edges = result.covered() == null ? new int[0] : edgesById(place.graph, result.rule());
        int[] numbers = new int[place.graph.edgeCount()];
        Arrays.fill(numbers, -1);
        for (int i = 0; i < edges.length; i++) {
            numbers[edges[i]] = i;
        }
        return new RunLedger(
                streets(place.graph, edges),
                demand(result),
                IntStream.range(0, place.areas.size())
                        .mapToObj(i -> area(result, i, numbers))
                        .toList());
    }

    private static int[] edgesById(StreetGraph graph, Rule rule) {
        return IntStream.range(0, graph.edgeCount())
                .filter(edge -> graph.counts(edge, rule.privateWays()))
                .boxed()
                .sorted(java.util.Comparator.comparingLong(graph::streetId))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Streets streets(StreetGraph graph, int[] edges) {
        boolean[] privateWays = new boolean[edges.length];
        for (int i = 0; i < edges.length; i++) {
            privateWays[i] = graph.isPrivate(edges[i]);
        }
        return new Streets(
                Arrays.stream(edges).mapToLong(graph::streetId).toArray(),
                Arrays.stream(edges).map(graph::lengthMm).toArray(),
                privateWays);
    }

    /** Buildings come by id from the database; the order is not taken for granted. */
    private static Demand demand(CoverageResult result) {
        List<Building> buildings = result.place().buildings;
        int count = buildings.size();
        boolean[] covered = new boolean[count];
        String[] nearest = new String[count];
        for (int b = 0; b < count; b++) {
            covered[b] = result.cover() != null && result.demand().isCovered(result.rule(), b);
            nearest[b] = result.pointId(result.demand().owner()[b]);
        }
        return new Demand(
                buildings.stream().mapToLong(Building::id).toArray(),
                result.place().milliResidents,
                buildings.stream().mapToLong(Building::floorMilliM2).toArray(),
                covered,
                nearest);
    }

    private static Area area(CoverageResult result, int number, int[] numbers) {
        ModelArea area = result.place().areas.get(number);
        AreaPieces pieces = area.pieces();
        int[] inside = IntStream.range(0, pieces.count)
                .filter(i -> numbers[pieces.edges[i]] >= 0)
                .boxed()
                .sorted(java.util.Comparator.<Integer>comparingInt(i -> numbers[pieces.edges[i]])
                        .thenComparingInt(i -> pieces.froms[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        AreaGaps gaps = result.figures().get(number).gaps();
        return new Area(
                area.area().id(),
                area.inResidents(),
                new Stretches(
                        Arrays.stream(inside).map(i -> numbers[pieces.edges[i]]).toArray(),
                        Arrays.stream(inside).map(i -> pieces.froms[i]).toArray(),
                        Arrays.stream(inside).map(i -> pieces.tos[i]).toArray()),
                area.buildings(),
                gaps == null
                        ? List.of()
                        : gaps.gaps().stream()
                                .map(gap -> stretches(gap, numbers))
                                .toList());
    }

    private static Stretches stretches(StreetGap gap, int[] numbers) {
        return new Stretches(
                Arrays.stream(gap.edges()).map(edge -> numbers[edge]).toArray(), gap.fromsMm(), gap.tosMm());
    }
}
