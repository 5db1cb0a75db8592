package org.sanfen.street.engine;

/**
 * A walkable piece between two junctions, as it goes into a {@link StreetGraph}.
 *
 * @param id street.id
 * @param fromNode the source's node at the shape's start; edges join where they share one, and nowhere else
 * @param toNode the node at its end
 * @param shape longitude and latitude in turn, units of 1e-7 degrees, two positions at least
 * @param lengthMm geodesic length, millimetres
 * @param steps walked at 0.6 of the level speed
 * @param privateWay access=private
 * @param tunnel nothing snaps into it
 * @param name null when it has none
 */
public record StreetEdge(
        long id,
        long fromNode,
        long toNode,
        int[] shape,
        int lengthMm,
        boolean steps,
        boolean privateWay,
        boolean tunnel,
        String name) {

    public StreetEdge {
        if (shape.length < 4 || shape.length % 2 != 0) {
            throw new IllegalArgumentException("Street " + id + " needs two positions at least");
        }
        if (lengthMm < 0) {
            throw new IllegalArgumentException("Street " + id + " has a negative length");
        }
    }
}
