package org.sanfen.exchange.groundjob;

import java.util.List;
import java.util.Map;
import org.sanfen.exchange.register.CrsGuess;

/**
 * What a look at a file's beginning has told.
 *
 * @param charset of its texts; null where the format leaves no choice
 * @param missing endings of parts that a Shapefile lacks: {@code dbf}, {@code prj}
 * @param layers at least one; none before the look
 */
record GroundLook(String charset, List<String> missing, List<Layer> layers) {

    GroundLook {
        missing = missing == null ? List.of() : missing;
        layers = layers == null ? List.of() : layers;
    }

    /**
     * A layer of it.
     *
     * @param columns in the file's order
     * @param shapes how many features of the beginning have which geometry: point, line, area, none
     * @param isWhole whether the beginning is all
     * @param crs as the file states it, in words; null where it states none
     * @param guess what the coordinates look like
     * @param part what it holds, as far as can be told; null if it can't
     * @param mappings by part: field to column, as the headers say
     * @param rows values of the first features by column
     */
    record Layer(
            String name,
            List<String> columns,
            Map<String, Integer> shapes,
            boolean isWhole,
            String crs,
            CrsGuess guess,
            String part,
            Map<String, Map<String, String>> mappings,
            List<Map<String, String>> rows) {

        /** Whether the file's own word on its coordinates will do. */
        boolean isCertain() {
            return crs != null && !guess.inDoubt();
        }
    }
}
