package org.sanfen.exchange.osm;

import java.util.Map;
import java.util.Set;

/**
 * What a building is for and how high it is, as its tags say. A bare {@code building=yes} is residential (coverage.md
 * section 1) unless another tag or the land use says otherwise. Missing levels: see {@link #DEFAULT_LEVELS}.
 *
 * @param residential else other
 * @param assumed true if the tags leave it open
 */
record BuildingUse(boolean residential, boolean assumed) {

    /** Storeys of a building that names neither levels nor height, by its value; others count {@link #OTHER_LEVELS}. */
    static final Map<String, Integer> DEFAULT_LEVELS = Map.ofEntries(
            Map.entry("apartments", 4), Map.entry("dormitory", 4), Map.entry("hotel", 4), Map.entry("office", 4),
            Map.entry("hospital", 4), Map.entry("house", 2), Map.entry("detached", 2), Map.entry("semidetached_house", 2),
            Map.entry("terrace", 2), Map.entry("farm", 2), Map.entry("bungalow", 1), Map.entry("garage", 1),
            Map.entry("garages", 1), Map.entry("shed", 1), Map.entry("carport", 1), Map.entry("roof", 1),
            Map.entry("hut", 1), Map.entry("kiosk", 1), Map.entry("service", 1), Map.entry("greenhouse", 1),
            Map.entry("barn", 1), Map.entry("industrial", 1), Map.entry("warehouse", 1), Map.entry("retail", 1),
            Map.entry("supermarket", 1), Map.entry("church", 1), Map.entry("chapel", 1), Map.entry("static_caravan", 1));

    static final int OTHER_LEVELS = 3;

    private static final double METRES_PER_LEVEL = 3;
    private static final Set<String> RESIDENTIAL = Set.of(
            "residential", "apartments", "house", "detached", "semidetached_house", "semi", "terrace", "terraced_house",
            "bungalow", "dormitory", "farm", "houseboat", "static_caravan", "trullo", "stilt_house", "cabin", "villa",
            "duplex", "tower_block", "maisonette", "residence", "home", "ger", "siheyuan", "tulou");
    private static final String[] OTHER_KEYS = {
        "shop", "office", "tourism", "craft", "industrial", "healthcare", "military", "man_made", "aeroway", "railway",
        "power", "public_transport", "government", "telecom", "historic"
    };
    private static final Set<String> AMENITY_IN_A_HOUSE = Set.of(
            "restaurant", "cafe", "bar", "pub", "fast_food", "bank", "atm", "pharmacy", "doctors", "dentist", "post_office",
            "nightclub", "ice_cream", "bureau_de_change", "parking", "veterinary");

    static BuildingUse of(Tags tags) {
        String value = tags.get("building:use", tags.get("building"));
        if (RESIDENTIAL.contains(value) || RESIDENTIAL.contains(tags.get("building"))) {
            return new BuildingUse(true, false);
        }
        if (!value.equals("yes")) {
            return new BuildingUse(false, false);
        }
        if (tags.is("residential", "yes", "apartments", "house") || tags.has("building:flats")) {
            return new BuildingUse(true, false);
        }
        for (String key : OTHER_KEYS) {
            if (tags.yes(key)) {
                return new BuildingUse(false, false);
            }
        }
        String amenity = tags.get("amenity");
        if (amenity != null && !AMENITY_IN_A_HOUSE.contains(amenity) || tags.is("leisure", "sports_centre", "stadium",
                "sports_hall", "ice_rink", "swimming_pool", "fitness_centre")) {
            return new BuildingUse(false, false);
        }
        return new BuildingUse(true, true);
    }

    /** Storeys as the tags say, or 0 if they don't; the finding tells of values that can't be read. */
    static double levels(Tags tags, String sourceId, Findings findings) {
        double levels = number(tags, "building:levels", sourceId, findings);
        if (levels > 0) {
            return Math.round(levels * 10) / 10.0;
        }
        double height = number(tags, "height", sourceId, findings);
        return height > 0 ? Math.max(1, Math.round(height / METRES_PER_LEVEL)) : 0;
    }

    static int defaultLevels(Tags tags) {
        return DEFAULT_LEVELS.getOrDefault(tags.get("building"), OTHER_LEVELS);
    }

    private static double number(Tags tags, String key, String sourceId, Findings findings) {
        String text = tags.get(key);
        if (text == null) {
            return 0;
        }
        try {
            double value = Double.parseDouble(text.replace("m", "").replace(',', '.').strip());
            if (value >= 0 && value < 1000) {
                return value;
            }
        } catch (NumberFormatException unreadable) {
            // told below
        }
        findings.add("unreadable_value", "Values that can't be read count as missing",
                sourceId + ": " + key + "=" + text);
        return 0;
    }
}
