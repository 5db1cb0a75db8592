package org.sanfen.street;

import org.sanfen.street.engine.Snapper;
import org.sanfen.street.engine.StreetGraph;

/**
 * A place's walking network, ready to search and to snap to.
 *
 * @param graph of its current streets
 * @param snapper onto that graph, with the place's barriers
 */
public record StreetNetwork(StreetGraph graph, Snapper snapper) {}
