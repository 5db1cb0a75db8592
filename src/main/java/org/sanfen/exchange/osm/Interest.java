package org.sanfen.exchange.osm;

/** Which objects of a file may become anything at all; the rest is dropped while streaming. */
final class Interest {

    private static final String[] AREA_KEYS = {
        "building", "natural", "landuse", "leisure", "waterway", "highway", "amenity", "man_made", "emergency",
        "public_transport", "railway", "aeroway", "emergency:social_facility", "area:highway"
    };

    private Interest() {}

    static boolean ofRelation(Tags tags) {
        if (tags.is("boundary", "administrative")) {
            return tags.is("type", "boundary", "multipolygon");
        }
        return tags.is("type", "multipolygon") && hasAny(tags);
    }

    static boolean ofWay(Tags tags) {
        return !tags.isEmpty() && (hasAny(tags) || tags.has("barrier"));
    }

    static boolean ofNode(Tags tags, PointKinds kinds) {
        return tags.has("entrance")
                || tags.is("building", "entrance")
                || tags.has("place") && tags.has("name")
                || kinds.find(tags).isPresent();
    }

    private static boolean hasAny(Tags tags) {
        for (String key : AREA_KEYS) {
            if (tags.has(key)) {
                return true;
            }
        }
        return false;
    }
}
