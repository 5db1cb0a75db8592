package org.sanfen.coverage.engine;

import org.sanfen.geo.LonLat;

/**
 * A point that a run counts.
 *
 * @param id public id, of which there is one in a run; of equally near points the least id is the nearest
 * @param position WGS-84
 */
public record EnginePoint(String id, LonLat position) {}
