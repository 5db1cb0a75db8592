package org.sanfen.street.engine;

/**
 * Where a point or a building meets the network: inside an edge, at the end of a straight leg.
 *
 * @param edge of the graph
 * @param offsetMm along the edge's shape from its start, 0 to its length
 * @param legMm length of the leg, millimetres
 */
public record Snap(int edge, int offsetMm, int legMm) {}
