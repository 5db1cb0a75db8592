package org.sanfen.exchange;

import java.util.Map;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * An area of a layer as a file brings it.
 *
 * @param number of its feature, from 1
 * @param source name of the register
 * @param layer urban_village, grid or drawn
 * @param code by which the next file names it again
 * @param residents null where the file doesn't say: then what is known stays
 */
record RegisterArea(
        long number,
        String source,
        String licence,
        String layer,
        String code,
        String name,
        Map<String, String> names,
        MultiPolygon geometry,
        Long residents) {

    String sourceId() {
        return layer + "/" + code;
    }
}
