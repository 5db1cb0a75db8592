package org.sanfen.coverage;

/**
 * A bar of the distribution of the time or distance to the nearest point over an area's demand.
 *
 * @param from seconds or metres as the run reports them, exclusive but for 0
 * @param to inclusive, as the limit itself is covered; null for all that is farther, and for what no point reaches
 * @param demand in it, in the area's unit
 * @param withinLimit whether the whole band lies within the standard's limit
 * @param reached false for the one band of demand that no point reaches or that has no street
 */
public record TimeBand(double from, Double to, double demand, boolean withinLimit, boolean reached) {}
