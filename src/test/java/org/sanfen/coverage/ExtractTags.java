package org.sanfen.coverage;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanfen.exchange.osm.OsmFile;
import org.sanfen.exchange.osm.OsmHandler;
import org.sanfen.exchange.osm.OsmMember;
import org.sanfen.exchange.osm.Tags;

/** The tags of an extract's ways, to tell why two routers differ. */
final class ExtractTags {

    private final Map<Long, Tags> ways = new HashMap<>();
    private final Set<Long> outlines = new HashSet<>();

    ExtractTags(Path extract) {
        new OsmFile(extract).read(EnumSet.of(OsmFile.Part.WAYS, OsmFile.Part.RELATIONS), new OsmHandler() {
            @Override
            public void way(long id, long[] refs, Tags tags) {
                ways.put(id, tags);
            }

            @Override
            public void relation(long id, List<OsmMember> members, Tags tags) {
                if (tags.is("type", "multipolygon") && tags.has("highway")) {
                    members.forEach(member -> outlines.add(member.id()));
                }
            }
        });
    }

    Tags ofWay(long way) {
        return ways.getOrDefault(way, Tags.NONE);
    }

    /** Why one router walks on the way and the other doesn't. */
    String kind(long way) {
        Tags tags = ofWay(way);
        if (tags.is("indoor", "corridor") && !tags.has("highway")) {
            return "indoor corridor";
        }
        if (tags.is("railway", "platform") || tags.is("public_transport", "platform")) {
            return "platform";
        }
        if (outlines.contains(way) && !tags.has("highway")) {
            return "outline of a pedestrian area that is a relation";
        }
        if (tags.is("route", "ferry")) {
            return "ferry";
        }
        StringBuilder rule = new StringBuilder("highway=" + tags.get("highway", "none"));
        for (String key : List.of("access", "foot", "motorroad", "sidewalk", "indoor", "man_made", "area")) {
            if (tags.has(key)) {
                rule.append(' ').append(key).append('=').append(tags.get(key));
            }
        }
        return rule.toString();
    }
}
