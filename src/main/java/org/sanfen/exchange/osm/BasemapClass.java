package org.sanfen.exchange.osm;

import java.util.List;
import java.util.Set;

/**
 * The layer and class under which the basemap draws an object. The first rule that fits decides. Fences and hedges are
 * left out: their gates are seldom mapped, so as barriers they would cut off what people reach every day.
 *
 * @param layer as in the schema
 * @param kind the source's own value
 * @param area true if the object is drawn as ground, else as a line
 */
record BasemapClass(String layer, String kind, boolean area) {

    private record Rule(String layer, boolean area, String key, Set<String> values) {}

    private static final List<Rule> RULES = List.of(
            new Rule("coastline", false, "natural", Set.of("coastline")),
            new Rule("water", true, "natural", Set.of("water", "bay")),
            new Rule("water", true, "waterway", Set.of("riverbank", "dock")),
            new Rule("water", true, "landuse", Set.of("reservoir", "basin", "salt_pond", "aquaculture")),
            new Rule("waterway", false, "waterway", Set.of("river", "stream", "canal", "drain", "ditch")),
            new Rule("rail", false, "railway",
                    Set.of("rail", "light_rail", "subway", "tram", "narrow_gauge", "funicular", "monorail", "preserved")),
            new Rule("road", false, "highway",
                    Set.of("motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link", "secondary",
                            "secondary_link", "tertiary", "tertiary_link", "unclassified", "residential", "service",
                            "living_street", "road", "busway", "bus_guideway", "cycleway", "track", "raceway",
                            "pedestrian", "footway", "path", "steps", "bridleway")),
            new Rule("wall", false, "barrier", Set.of("wall", "city_wall", "retaining_wall")),
            new Rule("green", true, "leisure",
                    Set.of("park", "garden", "pitch", "playground", "golf_course", "nature_reserve", "common", "dog_park",
                            "recreation_ground")),
            new Rule("green", true, "landuse",
                    Set.of("grass", "forest", "meadow", "recreation_ground", "village_green", "cemetery", "orchard",
                            "vineyard", "allotments", "flowerbed", "plant_nursery", "greenery", "greenfield")),
            new Rule("green", true, "natural",
                    Set.of("wood", "scrub", "grassland", "heath", "wetland", "fell", "shrubbery")),
            new Rule("land_use", true, "landuse",
                    Set.of("residential", "industrial", "commercial", "retail", "railway", "military", "farmland",
                            "farmyard", "construction", "quarry", "port", "brownfield", "landfill", "garages", "education",
                            "institutional", "religious", "depot")),
            new Rule("land_use", true, "amenity",
                    Set.of("school", "university", "college", "hospital", "kindergarten", "parking", "grave_yard")),
            new Rule("land_use", true, "leisure", Set.of("stadium", "sports_centre", "marina", "track")),
            new Rule("land_use", true, "natural", Set.of("beach", "sand", "bare_rock", "scree", "shingle", "cliff")),
            new Rule("land_use", true, "aeroway", Set.of("aerodrome", "apron", "runway", "taxiway")),
            new Rule("land_use", true, "highway", Set.of("pedestrian", "footway")),
            new Rule("land_use", true, "man_made", Set.of("pier", "breakwater", "groyne")));

    /** How an object is drawn; null if it isn't. */
    static BasemapClass of(Tags tags, boolean closed) {
        boolean ground = closed && !tags.is("area", "no");
        for (Rule rule : RULES) {
            String value = tags.get(rule.key());
            if (value == null || !rule.values().contains(value)) {
                continue;
            }
            if (rule.area() && ground && isGround(rule, tags)) {
                return new BasemapClass(rule.layer(), value, true);
            }
            if (!rule.area() && !(rule.layer().equals("road") && isWalked(tags, ground))) {
                return new BasemapClass(rule.layer(), value, false);
            }
        }
        return null;
    }

    private static boolean isGround(Rule rule, Tags tags) {
        return !tags.yes("building")
                && (!rule.key().equals("highway") || tags.is("area", "yes") || tags.is("type", "multipolygon"))
                && !tags.is("amenity", "parking") | !tags.is("parking", "underground", "multi-storey");
    }

    /** Ways that may be walked are streets, and those that don't exist yet are nothing. */
    private static boolean isWalked(Tags tags, boolean ground) {
        return Walk.of(tags) != null || ground && tags.is("area", "yes");
    }
}
