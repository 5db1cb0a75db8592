package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.sanfen.coverage.engine.AreaGaps.StreetGap;
import org.sanfen.street.engine.DisjointSets;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.StreetGraph;

/**
 * Finds gaps: uncovered stretches inside an area, joined where they meet at a junction (coverage.md section 6). For one
 * thread; keeps its scratch space over the areas of a run.
 */
final class GapFinder {

    private static final int DUST_MM = 30_000;
    private static final int OWN_LEG = -1;
    private static final int ELSEWHERE = -2;

    private final PlaceModel place;
    private final Rule rule;
    private final EdgeIntervals covered;
    private final DemandReach demand;
    private final Links links;
    private final FarthestPlace farthest;
    private final int[] stretchAtNode;
    private final int[] firstOfEdge;
    private final long[] lengthOfName;

    GapFinder(PlaceModel place, Rule rule, Reach reach, Cover cover, DemandReach demand, PointSet points) {
        this.place = place;
        this.rule = rule;
        this.covered = cover.of(rule);
        this.demand = demand;
        this.links = place.links(rule.privateWays());
        this.farthest = new FarthestPlace(place.graph, reach, points);
        this.stretchAtNode = new int[place.graph.nodeCount()];
        this.lengthOfName = new long[place.graph.nameCount() + 1];
        this.firstOfEdge = new int[place.graph.edgeCount()];
        Arrays.fill(stretchAtNode, -1);
        Arrays.fill(firstOfEdge, -1);
    }

    /** @param known gaps of the area before an edit, kept where the edit did not touch their edges */
    AreaGaps find(int number, KnownGaps known) {
        ModelArea area = place.areas.get(number);
        AreaPieces stretches = new AreaPieces();
        uncovered(area.pieces(), stretches);
        int[] home = new int[area.buildings().length];
        long ownLeg = 0;
        int streets = stretches.count;
        for (int i = 0; i < home.length; i++) {
            int b = area.buildings()[i];
            home[i] = home(area, b, stretches, streets);
            ownLeg += home[i] == OWN_LEG ? AreaFigures.weight(place, area, b) : 0;
        }
        DisjointSets sets = join(stretches);
        long[] demands = new long[stretches.count];
        long[] unreachables = new long[stretches.count];
        for (int i = 0; i < home.length; i++) {
            if (home[i] >= 0) {
                int b = area.buildings()[i];
                long[] into = demand.oneWay()[b] == Reach.NEVER ? unreachables : demands;
                into[sets.find(home[i])] += AreaFigures.weight(place, area, b);
            }
        }
        for (int i = 0; i < streets; i++) {
            firstOfEdge[stretches.edges[i]] = -1;
        }
        return gather(stretches, sets, demands, unreachables, ownLeg, known);
    }

    private void uncovered(AreaPieces pieces, AreaPieces stretches) {
        for (int i = 0; i < pieces.count; i++) {
            int edge = pieces.edges[i];
            if (place.graph.counts(edge, rule.privateWays())) {
                covered.cut(edge, pieces.froms[i], pieces.tos[i], (from, to, isCovered) -> {
                    if (!isCovered) {
                        stretches.add(edge, from, to);
                        if (firstOfEdge[edge] < 0) {
                            firstOfEdge[edge] = stretches.count - 1;
                        }
                    }
                });
            }
        }
    }

    /**
     * The stretch on which an uncovered building depends. Where its place lies beyond the area's border: the nearest
     * stretch of that edge inside the area, else a stretch of no length at its place, appended.
     */
    private int home(ModelArea area, int b, AreaPieces stretches, int streets) {
        if (demand.isCovered(rule, b)) {
            return ELSEWHERE;
        }
        int edge = links.edges()[b];
        if (edge < 0) {
            return rule.onStreets() || demand.oneWay()[b] == Reach.NEVER ? ELSEWHERE : OWN_LEG;
        }
        int offset = links.offsetsMm()[b];
        boolean placeIsCovered = rule.onStreets() ? demand.isPlaceCovered(rule, b) : covered.covers(edge, offset);
        if (placeIsCovered) {
            return OWN_LEG;
        }
        int nearest = -1;
        int least = Integer.MAX_VALUE;
        int first = firstOfEdge[edge] < 0 ? streets : firstOfEdge[edge];
        for (int i = first; i < streets && stretches.edges[i] == edge; i++) {
            int away = Math.max(0, Math.max(stretches.froms[i] - offset, offset - stretches.tos[i]));
            if (away < least) {
                least = away;
                nearest = i;
            }
        }
        if (nearest < 0) {
            stretches.add(edge, offset, offset);
            nearest = stretches.count - 1;
        }
        return nearest;
    }

    private DisjointSets join(AreaPieces stretches) {
        StreetGraph graph = place.graph;
        DisjointSets sets = new DisjointSets(stretches.count);
        for (int i = 0; i < stretches.count; i++) {
            if (stretches.tos[i] > stretches.froms[i]) {
                if (stretches.froms[i] == 0) {
                    meet(sets, graph.tail(stretches.edges[i]), i);
                }
                if (stretches.tos[i] == graph.lengthMm(stretches.edges[i])) {
                    meet(sets, graph.head(stretches.edges[i]), i);
                }
            }
        }
        for (int i = 0; i < stretches.count; i++) {
            stretchAtNode[graph.tail(stretches.edges[i])] = -1;
            stretchAtNode[graph.head(stretches.edges[i])] = -1;
        }
        return sets;
    }

    private void meet(DisjointSets sets, int node, int stretch) {
        if (stretchAtNode[node] < 0) {
            stretchAtNode[node] = stretch;
        } else {
            sets.join(stretchAtNode[node], stretch);
        }
    }

    private AreaGaps gather(
            AreaPieces stretches,
            DisjointSets sets,
            long[] demands,
            long[] unreachables,
            long ownLeg,
            KnownGaps known) {
        int[] bySet = sets.grouped(stretches.count);
        List<StreetGap> gaps = new ArrayList<>();
        long dustMm = 0;
        int dusts = 0;
        for (int start = 0; start < bySet.length; ) {
            int set = bySet[start];
            int end = start;
            long length = 0;
            for (; end < bySet.length && sets.find(bySet[end]) == set; end++) {
                length += stretches.tos[bySet[end]] - stretches.froms[bySet[end]];
            }
            if (length < DUST_MM && demands[set] + unreachables[set] == 0) {
                dustMm += length;
                dusts++;
            } else {
                StreetGap kept = known.find(stretches, bySet, start, end, length, demands[set], unreachables[set]);
                gaps.add(
                        kept != null
                                ? kept
                                : gap(stretches, bySet, start, end, length, demands[set], unreachables[set]));
            }
            start = end;
        }
        gaps.sort(Comparator.comparingLong((StreetGap gap) -> -(gap.demand() + gap.unreachable()))
                .thenComparingLong(gap -> -gap.lengthMm())
                .thenComparingInt(gap -> gap.edges()[0])
                .thenComparingInt(gap -> gap.fromsMm()[0]));
        return new AreaGaps(List.copyOf(gaps), dustMm, dusts, ownLeg);
    }

    private StreetGap gap(
            AreaPieces stretches, int[] bySet, int start, int end, long length, long demand, long unreachable) {
        int[] edges = new int[end - start];
        int[] froms = new int[end - start];
        int[] tos = new int[end - start];
        for (int i = start; i < end; i++) {
            int stretch = bySet[i];
            edges[i - start] = stretches.edges[stretch];
            froms[i - start] = stretches.froms[stretch];
            tos[i - start] = stretches.tos[stretch];
        }
        FarthestPlace.Found place = farthest.on(edges, froms, tos);
        String name = longestStreet(edges, froms, tos);
        return new StreetGap(
                edges, froms, tos, length, demand, unreachable, name, place.edge(), place.offsetMm(), place.cost());
    }

    private String longestStreet(int[] edges, int[] froms, int[] tos) {
        int longest = 0;
        for (int i = 0; i < edges.length; i++) {
            lengthOfName[place.graph.nameIndex(edges[i])] += tos[i] - froms[i];
        }
        for (int edge : edges) {
            int name = place.graph.nameIndex(edge);
            boolean longer = lengthOfName[name] > lengthOfName[longest]
                    || lengthOfName[name] == lengthOfName[longest] && name < longest;
            if (name != 0 && (longest == 0 || longer)) {
                longest = name;
            }
        }
        for (int edge : edges) {
            lengthOfName[place.graph.nameIndex(edge)] = 0;
        }
        return place.graph.name(longest);
    }
}
