package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sanfen.directory.hours.ListedHolidays;
import org.sanfen.directory.hours.ListedHolidays.Days;
import org.sanfen.directory.hours.ListedHolidays.Kind;
import org.sanfen.directory.hours.OpeningHours;
import org.sanfen.geo.LonLat;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server and browser read opening hours alike (coverage.md section 4): both are held to {@code hours/vectors.json}, the
 * browser by hoursvectors.test.ts.
 */
class HoursVectorsTest {

    private static final Vectors VECTORS = load();
    private static final ListedHolidays HOLIDAYS =
            new ListedHolidays(VECTORS.holidays().stream().map(Row::days).toList());

    record Row(String from, String to, String kind, String name) {
        Days days() {
            return new Days(
                    java.time.LocalDate.parse(from),
                    java.time.LocalDate.parse(to),
                    Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                    name);
        }
    }

    record Vector(String hours, double lon, double lat, String zone, String at, String state, String about) {
        @Override
        public String toString() {
            return hours + " at " + at + ": " + about;
        }
    }

    record Vectors(String about, List<Row> holidays, List<Vector> vectors) {}

    private static Vectors load() {
        try (InputStream file = HoursVectorsTest.class.getResourceAsStream("/hours/vectors.json")) {
            return JsonMapper.shared().readValue(file, Vectors.class);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    static Stream<Vector> vectors() {
        return VECTORS.vectors().stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void hoursReadTheSameAsInABrowser(Vector vector) {
        ZoneId zone = ZoneId.of(vector.zone());
        var hours = OpeningHours.of(vector.hours(), HOLIDAYS, new LonLat(vector.lon(), vector.lat()), zone);
        var at = OffsetDateTime.parse(vector.at()).atZoneSameInstant(zone);

        assertThat(hours.at(at).state().name().toLowerCase(java.util.Locale.ROOT))
                .isEqualTo(vector.state());
    }

    @Test
    void theVectorsHolidaysAreTheStateCouncils() {
        assertThat(HolidayList.ofCountry("CN"))
                .containsAll(HOLIDAYS.days().stream()
                        .filter(days -> days.kind() != Kind.SCHOOL)
                        .toList());
    }
}
