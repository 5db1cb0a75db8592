package org.sanfen.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code kinds.json} and refuses a wrong entry with one sentence that names it. */
final class KindFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Other languages may fall back on these. */
    private static final List<String> COMPLETE = List.of("zh-Hans", "en");

    private KindFile() {}

    /** @throws IllegalStateException with one sentence if an entry is wrong */
    static List<PointKind> read(String text) {
        List<PointKind> kinds;
        try {
            kinds = JSON.readValue(text, new TypeReference<List<PointKind>>() {});
        } catch (JacksonException unreadable) {
            throw new IllegalStateException(
                    "kinds.json can't be read at line " + line(unreadable) + ": " + unreadable.getOriginalMessage(),
                    unreadable);
        }
        Set<String> seen = new HashSet<>();
        for (PointKind kind : kinds) {
            require(kind.id() != null && kind.id().matches("[a-z][a-z_]{1,39}"), kind, "needs an id of a-z and _");
            require(seen.add(kind.id()), kind, "stands there twice");
            check(kind);
        }
        return List.copyOf(kinds);
    }

    private static void check(PointKind kind) {
        require(kind.group() != null, kind, "needs a group: fire or rescue");
        require(
                Stream.of(kind.osm(), kind.fields(), kind.checklist(), kind.howToUse(), kind.standards())
                        .allMatch(list -> list != null),
                kind,
                "needs the lists osm, fields, checklist, how_to_use and standards");
        require(inBothLanguages(kind.names()), kind, "needs its name in " + COMPLETE);
        require(kind.visibility() != null && kind.visibility().containsKey("*"), kind, "needs a visibility for \"*\"");
        require(kind.osm().stream().noneMatch(Map::isEmpty), kind, "has an empty OSM filter");
        require(
                Stream.concat(kind.checklist().stream(), kind.howToUse().stream())
                        .allMatch(KindFile::inBothLanguages),
                kind,
                "needs every step in " + COMPLETE);
        require(
                kind.howToPictures().isEmpty()
                        || kind.howToPictures().size() == kind.howToUse().size(),
                kind,
                "needs a picture for every step of how_to_use, or none");
        Set<String> fields = new HashSet<>();
        for (KindField field : kind.fields()) {
            require(field.id() != null && fields.add(field.id()), kind, "has a field without an id of its own");
            String where = "has a wrong field \"" + field.id() + "\": it needs ";
            require(field.type() != null, kind, where + "a type");
            require(inBothLanguages(field.names()), kind, where + "its name in " + COMPLETE);
            require(
                    (field.type() == KindField.Type.CHOICE) != field.values().isEmpty(),
                    kind,
                    where + "values if it is a choice, else none");
            require(
                    field.values().stream()
                            .allMatch(value -> value.id() != null
                                    && inBothLanguages(value.names())
                                    && (value.warning() == null || inBothLanguages(value.warning()))),
                    kind,
                    where + "an id and names for each value");
            require((field.min() == null) == (field.max() == null), kind, where + "both min and max, or neither");
        }
        if (kind.lifeCycle() != null) {
            LifeCycle cycle = kind.lifeCycle();
            Stream<String> named = Stream.concat(
                    cycle.expiryFields().stream(),
                    Stream.of(cycle.madeOnField(), cycle.servicedOnField()).filter(field -> field != null));
            require(named.allMatch(fields::contains), kind, "has a life cycle that names a field it lacks");
            require(
                    cycle.rules().stream()
                            .allMatch(rule -> kind.findField(rule.field())
                                    .filter(field -> field.values().stream()
                                            .anyMatch(value -> value.id().equals(rule.value())))
                                    .isPresent()),
                    kind,
                    "has a life-cycle rule for a value it lacks");
        }
    }

    private static boolean inBothLanguages(Map<String, String> texts) {
        return texts != null
                && COMPLETE.stream()
                        .allMatch(language -> texts.get(language) != null
                                && !texts.get(language).isBlank());
    }

    private static void require(boolean holds, PointKind kind, String complaint) {
        if (!holds) {
            throw new IllegalStateException("kinds.json: the kind \"" + kind.id() + "\" " + complaint + ".");
        }
    }

    private static Object line(JacksonException unreadable) {
        return unreadable.getLocation() == null ? "?" : unreadable.getLocation().getLineNr();
    }
}
