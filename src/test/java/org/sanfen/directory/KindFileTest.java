package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindFileTest {

    private static final String KIND = """
            [{"id": "bucket", "names": {"zh-Hans": "水桶", "en": "Bucket"}, "group": "fire", "osm": [],
              "visibility": {"*": "public"}, "checklist": [], "how_to_use": [], "standards": [],
              "fields": [{"id": "content_l", "type": "number", "unit": "L", "min": 1, "max": 50,
                          "names": {"zh-Hans": "容量", "en": "Content"}}]}]
            """;

    private static List<PointKind> shipped() {
        try (InputStream file = KindFileTest.class.getResourceAsStream("/kinds.json")) {
            return KindFile.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String kindOf(Map<String, String> tags) {
        return shipped().stream()
                .filter(kind -> kind.fitsOsmTags(tags))
                .map(PointKind::id)
                .findFirst()
                .orElse("none");
    }

    @Test
    void theShippedFileHoldsTheElevenKinds() {
        assertThat(shipped())
                .extracting(PointKind::id)
                .containsExactlyInAnyOrder(
                        "micro_fire_station",
                        "emergency_fire_station",
                        "emergency_fire_point",
                        "aed",
                        "fire_extinguisher",
                        "fire_hose",
                        "fire_hydrant",
                        "fire_station",
                        "first_aid_kit",
                        "emergency_shelter",
                        "emergency_phone");
    }

    @ParameterizedTest
    @CsvSource({
        "micro_fire_station, 'station_class,station_level,staff_per_shift,turnout_s'",
        "aed, 'brand,model,adult_pads,adult_pads_expire_on,child_pads,child_pads_expire_on,battery_expires_on'",
        "fire_extinguisher, 'agent,content_kg,content_l,made_on,last_serviced_on'",
        "fire_hose, 'length_m'",
        "fire_hydrant, 'type,diameter_mm,pressure,position,couplings'",
        "emergency_shelter, 'capacity'"
    })
    void aKindHasEveryFieldThatTheDirectoryPromises(String kind, String fields) {
        List<KindField> held = shipped().stream()
                .filter(one -> one.id().equals(kind))
                .flatMap(one -> one.fields().stream())
                .toList();

        assertThat(held).extracting(KindField::id).contains(fields.split(","));
        assertThat(held)
                .filteredOn(field -> field.id().matches(".*_(mm|m|kg|l|s)"))
                .allSatisfy(field -> assertThat(field.unit()).isNotNull())
                .allSatisfy(field -> assertThat(field.min()).isNotNull());
    }

    @Test
    void aNewKindIsOneEntry() {
        assertThat(KindFile.read(KIND)).singleElement().satisfies(bucket -> {
            assertThat(bucket.name("en")).isEqualTo("Bucket");
            assertThat(bucket.icon()).isEqualTo("bucket");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "emergency, defibrillator, aed",
        "emergency, fire_hydrant, fire_hydrant",
        "emergency, fire_extinguisher; fire_hose, fire_extinguisher",
        "emergency, assembly_point, emergency_shelter",
        "emergency:social_facility, shelter, emergency_shelter",
        "amenity, fire_station, fire_station",
        "emergency, yes, none",
        "disused:emergency, phone, none",
    })
    void tagsDecideTheKind(String key, String value, String kind) {
        assertThat(kindOf(Map.of(key, value))).isEqualTo(kind);
    }

    @Test
    void aHomelessShelterIsNoEmergencyShelter() {
        assertThat(kindOf(Map.of("amenity", "social_facility", "social_facility", "shelter")))
                .isEqualTo("none");
    }

    @Test
    void aHydrantOfARegisterIsInternalAndOneOfOsmIsPublicAlready() {
        PointKind hydrant = shipped().stream()
                .filter(kind -> kind.id().equals("fire_hydrant"))
                .findFirst()
                .orElseThrow();

        assertThat(hydrant.visibilityFrom("osm")).isEqualTo(Visibility.PUBLIC);
        assertThat(hydrant.visibilityFrom("water-works-2026")).isEqualTo(Visibility.INTERNAL);
    }

    @Test
    void osmTagsBecomeAttributesAndUnreadableOnesAreTold() {
        PointKind hydrant = shipped().stream()
                .filter(kind -> kind.id().equals("fire_hydrant"))
                .findFirst()
                .orElseThrow();
        List<String> leftOut = new ArrayList<>();

        Map<String, Object> attributes = hydrant.attributesFromOsm(
                Map.of("fire_hydrant:type", "pillar", "fire_hydrant:diameter", "about a foot"), leftOut);

        assertThat(attributes).containsOnly(Map.entry("type", "pillar"));
        assertThat(leftOut)
                .containsExactly("fire_hydrant:diameter=about a foot: should be a whole number from 25 to 1000 (mm)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"fire\"        | \"water\"      | can't be read",
                "\"Bucket\"      | \"\"           | the kind \"bucket\" needs its name in [zh-Hans, en]",
                "\"*\"           | \"osm\"        | the kind \"bucket\" needs a visibility for \"*\"",
                "\"content_l\"   | null           | the kind \"bucket\" has a field without an id of its own",
                "\"number\"      | \"choice\"     | the kind \"bucket\" has a wrong field \"content_l\": it needs values",
                "\"max\": 50     | \"max\": null  | the kind \"bucket\" has a wrong field \"content_l\": it needs both min and max",
                "\"standards\"   | \"standrads\"  | can't be read",
                "\"bucket\"      | \"Bucket 1\"   | the kind \"Bucket 1\" needs an id",
            })
    void aWrongEntryIsNamedInOneSentence(String right, String wrong, String sentence) {
        assertThatThrownBy(() -> KindFile.read(KIND.replace(right, wrong)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(sentence)
                .hasMessageStartingWith("kinds.json");
    }
}
