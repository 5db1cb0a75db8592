package org.sanfen.coverage.engine;

import java.util.List;

/**
 * The gaps of one area and their books (coverage.md section 6): uncovered street = gaps + dust; uncovered demand = gaps +
 * own leg + unlinked + unreachable.
 *
 * @param gaps ranked
 * @param dustMm uncovered street in sets under 30 m without demand
 * @param dusts number of these sets
 * @param ownLeg demand whose street is covered but whose own leg does not fit
 */
public record AreaGaps(List<StreetGap> gaps, long dustMm, int dusts, long ownLeg) {

    Object[] parts() {
        return new Object[] {gaps.stream().map(StreetGap::parts).toArray(), dustMm, dusts, ownLeg};
    }

    /**
     * A connected set of uncovered stretches.
     *
     * @param edges of the graph
     * @param fromsMm start of each stretch along its edge
     * @param tosMm end of each; equal to its start for a place that lies beyond the area's border
     * @param lengthMm in all
     * @param demand on it that some point reaches
     * @param unreachable demand on it that none does
     * @param name of its longest street; null for none
     * @param farthestEdge edge of its farthest place
     * @param farthestMm offset of that place
     * @param farthest one-way cost there; {@link org.sanfen.street.engine.Reach#NEVER} for none
     */
    public record StreetGap(
            int[] edges,
            int[] fromsMm,
            int[] tosMm,
            long lengthMm,
            long demand,
            long unreachable,
            String name,
            int farthestEdge,
            int farthestMm,
            int farthest) {

        private Object[] parts() {
            return new Object[] {
                edges, fromsMm, tosMm, lengthMm, demand, unreachable, name, farthestEdge, farthestMm, farthest
            };
        }
    }
}
