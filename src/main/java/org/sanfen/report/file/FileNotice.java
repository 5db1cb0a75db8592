package org.sanfen.report.file;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes with the figures wherever they go.
 *
 * @param title of the report
 * @param language BCP 47 tag
 * @param area id
 * @param areaName as the language has it
 * @param standard id
 * @param version of the standard
 * @param slice of time
 * @param attribution null where none is due
 * @param licence null when unknown
 * @param method how the figures were made, in a few sentences
 * @param schematic the label of fictitious demonstration data; null for a real place
 * @param internal the label of a report that counts internal points; null for everybody's
 * @param changeNumber of the data
 * @param dataDate of the imported data; null when unknown
 * @param computedAt when
 * @param engineVersion of the method
 */
public record FileNotice(
        String title,
        String language,
        String area,
        String areaName,
        String standard,
        int version,
        String slice,
        String attribution,
        String licence,
        String method,
        String schematic,
        String internal,
        long changeNumber,
        Instant dataDate,
        Instant computedAt,
        String engineVersion) {

    /** By name, as {@code /api/coverage} names them; without those that say nothing. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("language", language);
        fields.put("area", area);
        fields.put("standard", standard);
        fields.put("version", version);
        fields.put("slice", slice);
        fields.put("attribution", attribution);
        fields.put("licence", licence);
        fields.put("method", method);
        fields.put("schematic", schematic);
        fields.put("internal", internal);
        fields.put("change_number", changeNumber);
        fields.put("data_date", dataDate == null ? null : dataDate.toString());
        fields.put("computed_at", computedAt.toString());
        fields.put("engine_version", engineVersion);
        fields.values().removeIf(value -> value == null);
        return fields;
    }
}
