package org.sanfen.demand;

import java.util.List;

/**
 * A residential building. Positions are longitude and latitude in turn, units of 1e-7 degrees.
 *
 * @param id building.id
 * @param outline its outer rings
 * @param entrances known ones; empty when none is known
 * @param lon of a place inside it, which decides in which areas it lies
 * @param lat of that place
 * @param floorMilliM2 footprint x levels, thousandths of a square metre
 */
public record Building(long id, List<int[]> outline, List<int[]> entrances, int lon, int lat, long floorMilliM2) {}
