package org.sanfen.exchange.vector;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature as its file has it.
 *
 * @param number in the layer, from 1
 * @param geometry x east or longitude, y north or latitude, in the file's coordinate system; null or empty where it has
 *     none, or one that can't be read
 * @param values by column, as text; a column without a value is missing
 * @param broken why its geometry can't be read, in few words; null where it can, or where there is none
 */
public record VectorFeature(long number, Geometry geometry, Map<String, String> values, String broken) {

    /** A feature whose geometry is as it should be, or missing. */
    public VectorFeature(long number, Geometry geometry, Map<String, String> values) {
        this(number, geometry, values, null);
    }
}
