package org.sanfen.exchange.osm;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sanfen.geo.LonLat;

/**
 * A point of the directory as OpenStreetMap has it; null where it says nothing.
 *
 * @param sourceId such as {@code node/123}
 * @param kind id of a kind
 * @param names language tag to name
 * @param placement language tag to where exactly it hangs; {@code und} where the language isn't stated
 * @param access one of the directory's values
 * @param openingHours OSM syntax
 * @param operator an organisation
 * @param phone an organisation's line, never a mobile number
 * @param wheelchair yes, limited, no, unknown
 * @param attributes fields of the kind
 */
public record PointRow(
        String sourceId,
        String kind,
        String name,
        Map<String, String> names,
        LonLat position,
        String address,
        Map<String, String> placement,
        Boolean indoor,
        String level,
        String access,
        Boolean locked,
        String openingHours,
        String operator,
        String phone,
        String wheelchair,
        Map<String, Object> attributes) {

    /** By the directory's names of fields; every one is there, null or not, so that two can be compared. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", kind);
        values.put("name", name);
        values.put("names", names);
        values.put("lon", position.lon());
        values.put("lat", position.lat());
        values.put("address", address);
        values.put("placement", placement);
        values.put("indoor", indoor);
        values.put("level", level);
        values.put("access", access);
        values.put("locked", locked);
        values.put("opening_hours", openingHours);
        values.put("operator", operator);
        values.put("phone", phone);
        values.put("wheelchair", wheelchair);
        values.put("attributes", attributes);
        return values;
    }
}
