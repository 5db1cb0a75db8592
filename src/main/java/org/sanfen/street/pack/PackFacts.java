package org.sanfen.street.pack;

import java.time.Instant;
import org.sanfen.street.engine.WalkCost;

/**
 * What a pack says of itself.
 *
 * @param placeId of the streets
 * @param streetsNumber change number of the place's streets
 * @param basemapNumber change number of its barriers
 * @param madeAt when the pack was made, kept to the second
 * @param cost what walking costs a visitor
 * @param longestLegMm whoever is farther from every street is unlinked, millimetres
 */
public record PackFacts(
        String placeId, long streetsNumber, long basemapNumber, Instant madeAt, WalkCost cost, int longestLegMm) {

    /** What the standards assume of somebody who fetches equipment: 1.5 m/s, on steps 0.6 of it. */
    public static final WalkCost VISITOR = WalkCost.time(1.5);
}
