package org.sanfen.coverage;

import org.locationtech.jts.geom.MultiLineString;
import org.sanfen.geo.LonLat;

/**
 * A connected set of uncovered street inside an area (coverage.md section 6).
 *
 * @param rank from 1; most demand first, then length
 * @param area id of the area
 * @param street name of its longest street; null when none has a name
 * @param lengthM uncovered street, metres
 * @param demand uncovered demand on it that some point could reach, in {@code demandUnit}
 * @param unreachableDemand demand on it that no point reaches by any way; counted apart in the books
 * @param demandUnit {@code residents} or {@code floor_m2}
 * @param farthest its place farthest from a point
 * @param farthestS seconds there, turnout included, round trip where fetched; null unless the metric is time or where
 *     there is no way
 * @param farthestM metres there; null for metric time or where there is no way
 * @param geometry the uncovered street
 */
public record Gap(
        int rank,
        String area,
        String street,
        double lengthM,
        double demand,
        double unreachableDemand,
        String demandUnit,
        LonLat farthest,
        Double farthestS,
        Double farthestM,
        MultiLineString geometry) {}
