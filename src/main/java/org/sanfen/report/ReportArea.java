package org.sanfen.report;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * An area as the report shows it.
 *
 * @param id the place's slug for the root, else {@code place.x}
 * @param layer {@code administrative}, {@code urban_village}, {@code grid} or {@code drawn}
 * @param adminLevel of the administrative tree; null in other layers
 * @param parentId the next larger area of that tree; null for the root and in other layers
 * @param name in the place's own language
 * @param names language tag to name
 * @param border polygon or multipolygon, degrees
 * @param targets what staff set for it: standard id to per cent of its demand that should be in reach, 0 to 100
 * @param organisation in charge of it, as staff named it; null for none
 */
record ReportArea(
        String id,
        String layer,
        Integer adminLevel,
        String parentId,
        String name,
        Map<String, String> names,
        Geometry border,
        Map<String, Double> targets,
        String organisation) {

    /** Areas of one layer and level stand together in the table. */
    String group() {
        return layer + (adminLevel == null ? "" : adminLevel);
    }
}
