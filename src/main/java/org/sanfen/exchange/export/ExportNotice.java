package org.sanfen.exchange.export;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sanfen.place.Place;

/**
 * What goes with exported points wherever they go.
 *
 * @param place whose attribution and licence are due
 * @param language BCP 47 tag of the labels
 * @param schematic that the data are fictitious; null for a real place
 * @param internal that points are among them that the public doesn't see; null for none
 * @param changeNumber of the points
 * @param at when it was made
 */
record ExportNotice(Place place, String language, String schematic, String internal, long changeNumber, Instant at) {

    /** By name; without those that say nothing. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("place", place.id());
        fields.put("name", place.name(language));
        fields.put("attribution", place.attribution());
        fields.put("licence", place.licence());
        fields.put("schematic", schematic);
        fields.put("internal", internal);
        fields.put("change_number", changeNumber);
        fields.put("exported_at", at.toString());
        fields.values().removeIf(value -> value == null);
        return fields;
    }
}
