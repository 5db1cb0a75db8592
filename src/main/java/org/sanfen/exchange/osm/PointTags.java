package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sanfen.geo.LonLat;

/**
 * What an object's tags say of a point. Tags of the past or the future ({@code disused:emergency} and its kin) are other
 * keys, which no kind asks for.
 */
final class PointTags {

    private static final Set<String> ACCESS = Set.of("yes", "permissive", "customers", "private", "no");
    private static final Map<String, String> LIKE_ACCESS = Map.of(
            "public", "yes", "designated", "yes", "permit", "private", "employees", "private", "members", "private",
            "residents", "private", "destination", "customers");
    private final PointKinds kinds;
    private final Names names;
    private final PhoneNumbers phones;
    private final Findings findings;

    PointTags(PointKinds kinds, Names names, PhoneNumbers phones, Findings findings) {
        this.kinds = kinds;
        this.names = names;
        this.phones = phones;
        this.findings = findings;
    }

    PointRow row(String sourceId, String kind, Tags tags, LonLat position) {
        return new PointRow(
                sourceId,
                kind,
                names.name(tags),
                names.names(tags),
                position,
                Address.of(tags),
                placement(tags),
                tags.has("indoor") ? (Boolean) tags.yes("indoor") : null,
                text(tags, "level"),
                access(tags),
                tags.has("locked") ? (Boolean) tags.yes("locked") : null,
                text(tags, "opening_hours"),
                text(tags, "operator"),
                phones.of(tags, sourceId),
                tags.is("wheelchair", "yes", "limited", "no") ? tags.get("wheelchair") : "unknown",
                attributes(kind, tags, sourceId));
    }

    private Map<String, String> placement(Tags tags) {
        for (String key : List.of("defibrillator:location", "emergency:location", "location:description", "location")) {
            Map<String, String> texts = new TreeMap<>(names.texts(tags, key));
            String plain = tags.get(key);
            // location=wall and its kin are values, not sentences; they stand for nothing a visitor could follow.
            if (plain != null && !plain.isBlank() && (!key.equals("location") || plain.contains(" "))) {
                texts.putIfAbsent(names.language(), plain.strip());
            }
            if (!texts.isEmpty()) {
                return texts;
            }
        }
        return Map.of();
    }

    private static String access(Tags tags) {
        String access = tags.get("access");
        return access == null ? "unknown" : ACCESS.contains(access) ? access : LIKE_ACCESS.getOrDefault(access, "unknown");
    }

    private Map<String, Object> attributes(String kind, Tags tags, String sourceId) {
        List<String> leftOut = new ArrayList<>();
        Map<String, Object> attributes = kinds.attributes(kind, tags.toMap(), leftOut);
        leftOut.forEach(value -> findings.add(
                "unreadable_value", "Values that can't be read count as missing", sourceId + ": " + value));
        return attributes;
    }

    private static String text(Tags tags, String key) {
        String value = tags.get(key);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
