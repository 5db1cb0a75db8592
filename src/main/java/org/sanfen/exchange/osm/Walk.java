package org.sanfen.exchange.osm;

import java.util.Set;

/**
 * How a way may be walked (coverage.md section 1), as its tags say. A way with {@code sidewalk=separate} still counts:
 * it may be walked and crossed, and the separate sidewalk is an edge of its own. Conditional restrictions are not read.
 *
 * @param kind value of {@code highway}, or {@code platform}, {@code pier}
 * @param steps walked at 0.6 of the level speed
 * @param restricted only residents and crews may walk it ({@code access=private} and its kin)
 * @param tunnel nothing snaps into it
 * @param bridge joins only at its ends
 */
public record Walk(String kind, boolean steps, boolean restricted, boolean tunnel, boolean bridge) {

    private static final Set<String> NEVER = Set.of(
            "motorway", "motorway_link", "construction", "proposed", "planned", "abandoned", "disused", "razed",
            "demolished", "raceway", "via_ferrata", "escape", "rest_area", "services", "emergency_bay",
            "elevator", "street_lamp", "traffic_island", "no", "bus_stop", "toll_gantry");
    private static final Set<String> ONLY_IF_ALLOWED = Set.of("busway", "bus_guideway", "emergency_access");
    private static final Set<String> ALLOWED =
            Set.of("yes", "designated", "permissive", "official", "destination", "customers", "public", "permit");
    private static final Set<String> RESTRICTED = Set.of(
            "private", "permit", "residents", "employees", "military", "agricultural", "forestry", "delivery");

    /** How it may be walked; null if it may not, or is no way at all. */
    static Walk of(Tags tags) {
        String kind = kind(tags);
        if (kind == null || NEVER.contains(kind)) {
            return null;
        }
        String foot = tags.get("foot");
        String access = tags.get("access");
        boolean restricted;
        if (foot != null) {
            if (!ALLOWED.contains(foot) && !RESTRICTED.contains(foot)) {
                return foot.equals("no") || foot.equals("use_sidepath") || "no".equals(access)
                        ? null
                        : walk(kind, tags, access != null && RESTRICTED.contains(access));
            }
            restricted = RESTRICTED.contains(foot);
        } else if ("no".equals(access) || tags.is("motorroad", "yes") || ONLY_IF_ALLOWED.contains(kind)) {
            return null;
        } else {
            restricted = access != null && RESTRICTED.contains(access);
        }
        return walk(kind, tags, restricted);
    }

    private static Walk walk(String kind, Tags tags, boolean restricted) {
        return new Walk(kind, kind.equals("steps"), restricted, tags.yes("tunnel"), tags.yes("bridge"));
    }

    private static String kind(Tags tags) {
        String highway = tags.get("highway");
        if (highway != null) {
            return highway;
        }
        if (tags.is("railway", "platform") || tags.is("public_transport", "platform")) {
            return "platform";
        }
        if (tags.is("man_made", "pier")) {
            return "pier";
        }
        return tags.is("indoor", "corridor") ? "corridor" : null;
    }

    /** True if an hour or a vehicle decides, which is not read here. */
    static boolean isConditional(Tags tags) {
        return tags.has("access:conditional") || tags.has("foot:conditional");
    }
}
