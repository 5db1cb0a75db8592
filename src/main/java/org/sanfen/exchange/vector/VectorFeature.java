package org.sanfen.exchange.vector;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature as its file has it.
 *
 * @param number in the layer, from 1
 * @param geometry x east or longitude, y north or latitude, in the file's coordinate system; null or empty where it has none
 * @param values by column, as text; a column without a value is missing
 */
public record VectorFeature(long number, Geometry geometry, Map<String, String> values) {}
