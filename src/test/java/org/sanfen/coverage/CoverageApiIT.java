package org.sanfen.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sanfen.staff.StaffClient.json;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.directory.Audience;
import org.sanfen.exchange.FirstRun;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Coverage of a real city over HTTP (coverage.md sections 5 to 8). */
@DatabaseTest
class CoverageApiIT {

    @LocalServerPort
    int port;

    @Autowired
    FirstRun firstRun;

    @Autowired
    CoverageService coverage;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void monaco() {
        firstRun.loadMonaco(new PrintStream(OutputStream.nullOutputStream()));
    }

    private HttpResponse<String> get(String path) {
        return new StaffClient(port).get(path);
    }

    private JsonNode figures(String query) {
        HttpResponse<String> answer = get("/api/coverage?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private void addPoint(String id, String kind, String visibility, double lon, double lat) {
        database.sql("""
                        INSERT INTO point (id, place_id, kind, geom, source, visibility, change_number)
                        VALUES (:id, 'monaco', :kind, ST_SetSRID(ST_MakePoint(:lon, :lat), 4326), 'test', :visibility,
                                next_change_number('monaco', 'points'))
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("visibility", visibility)
                .param("lon", lon)
                .param("lat", lat)
                .update();
    }

    @Test
    void givesTheFiguresOfAnAreaWithBothLimitsAndWhatTheyRestOn() {
        JsonNode aed = figures("area=monaco&standard=aed-100m&slice=always");
        assertThat(aed.get("area").stringValue()).isEqualTo("monaco");
        assertThat(aed.get("version").intValue()).isEqualTo(1);
        assertThat(aed.get("points").intValue()).isPositive();
        assertThat(aed.get("km2_per_point").doubleValue())
                .isCloseTo(aed.get("area_km2").doubleValue() / aed.get("points").intValue(), within(1e-9));
        assertThat(aed.get("demand_covered").doubleValue())
                .isPositive()
                .isLessThan(aed.get("straight").get("demand_covered").doubleValue());
        assertThat(aed.get("street_covered_m").doubleValue())
                .isPositive()
                .isLessThan(aed.get("straight").get("street_covered_m").doubleValue());
        assertThat(aed.get("ground_covered_km2").doubleValue())
                .isPositive()
                .isLessThan(aed.get("area_km2").doubleValue());
        assertThat(aed.get("nearest_m").get("p50").doubleValue()).isPositive();
        assertThat(aed.get("nearest_s").isNull())
                .as("a route is measured in metres")
                .isTrue();
        assertThat(aed.get("change_number").longValue()).isPositive();
        assertThat(aed.get("attribution").stringValue()).contains("OpenStreetMap");
        for (String field : new String[] {"computed_at", "engine_version", "data_date", "unlinked_points", "gaps"}) {
            assertThat(aed.has(field)).as(field).isTrue();
        }
    }

    @Test
    void theWardsAddUpToNoMoreThanTheCityAndEachStreetBelongsToOne() {
        CoverageRun run = coverage.run("monaco", "aed-100m", "always", Audience.PUBLIC);
        CoverageFigures city = run.findFigures("monaco").orElseThrow();
        double wards = run.figures().stream()
                .filter(figures -> figures.area().contains("."))
                .mapToDouble(CoverageFigures::streetM)
                .sum();
        assertThat(wards).isLessThanOrEqualTo(city.streetM() + 0.001).isGreaterThan(0.8 * city.streetM());
    }

    @Test
    void theMapDrawsWhatTheFiguresCount() {
        Map<Long, Double> lengths = new HashMap<>();
        database.sql("SELECT id, length_mm / 1000.0 AS length_m FROM street WHERE valid_to IS NULL")
                .query(row -> {
                    lengths.put(row.getLong("id"), row.getDouble("length_m"));
                });
        CoverageRun run = coverage.run("monaco", "aed-100m", "always", Audience.PUBLIC);
        Map<StreetPiece.State, Double> drawn = run.listPieces().stream()
                .collect(Collectors.groupingBy(
                        StreetPiece::state,
                        Collectors.summingDouble(
                                piece -> (piece.to() - piece.from()) * lengths.get(piece.streetId()))));
        CoverageFigures city = run.findFigures("monaco").orElseThrow();
        assertThat(drawn.get(StreetPiece.State.COVERED)).isCloseTo(city.streetCoveredM(), within(0.01));
        assertThat(drawn.get(StreetPiece.State.UNCOVERED))
                .isCloseTo(city.streetM() - city.streetCoveredM(), within(0.01));
        assertThat(drawn.get(StreetPiece.State.OUTSIDE))
                .as("the import's margin reaches into France")
                .isGreaterThan(1000);
        assertThat(run.listPieces()).as("cut once").isSameAs(run.listPieces());
    }

    @Test
    void theBooksBalanceInEveryArea() {
        for (Standard standard : coverage.listStandards()) {
            if (standard.computed() && standard.metric() != null) {
                CoverageRun run = coverage.run("monaco", standard.id(), "always", Audience.PUBLIC);
                for (CoverageFigures area : run.figures()) {
                    double street = run.listGaps(area.area()).stream()
                            .mapToDouble(Gap::lengthM)
                            .sum();
                    assertThat(street + area.dustM())
                            .as(standard.id() + " " + area.area())
                            .isCloseTo(area.streetM() - area.streetCoveredM(), within(0.001));
                    double demand = run.listGaps(area.area()).stream()
                            .mapToDouble(Gap::demand)
                            .sum();
                    assertThat(demand + area.ownLegDemand() + area.unlinkedDemand() + area.unreachable())
                            .as(standard.id() + " " + area.area())
                            .isCloseTo(area.demand() - area.demandCovered(), within(0.01));
                }
            }
        }
    }

    @Test
    void gapsAreGeoJsonRankedByDemandThenLength() {
        HttpResponse<String> answer = get("/api/gaps?area=monaco.larvotto&standard=aed-100m&slice=always");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/geo+json");
        JsonNode features = json(answer).get("features");
        assertThat(features.size()).isPositive();
        double before = Double.MAX_VALUE;
        for (int i = 0; i < features.size(); i++) {
            JsonNode properties = features.get(i).get("properties");
            assertThat(properties.get("rank").intValue()).isEqualTo(i + 1);
            double demand = properties.get("demand").doubleValue()
                    + properties.get("unreachable_demand").doubleValue();
            assertThat(demand).isLessThanOrEqualTo(before);
            before = demand;
            assertThat(features.get(i).get("geometry").get("type").stringValue())
                    .isEqualTo("MultiLineString");
        }
    }

    @Test
    void aDensityOnlyStandardStatesItsTargetAndNoReach() {
        JsonNode density = figures("area=monaco&standard=fire-station-7km2");
        assertThat(density.get("target_km2_per_point").doubleValue()).isEqualTo(7);
        assertThat(density.get("points").intValue()).isPositive();
        assertThat(density.get("demand_covered").isNull()).isTrue();
        assertThat(density.get("street_m").doubleValue()).isPositive();
    }

    @Test
    void anAddedPointShowsInTheNextRequest() {
        JsonNode before = figures("area=monaco&standard=micro-station-3min");
        assertThat(before.get("points").intValue()).isZero();
        assertThat(before.get("street_covered_m").doubleValue()).isZero();
        addPoint("mcrstn1", "micro_fire_station", "public", 7.4246, 43.7384);
        JsonNode after = figures("area=monaco&standard=micro-station-3min");
        assertThat(after.get("points").intValue()).isEqualTo(1);
        assertThat(after.get("street_covered_m").doubleValue()).isGreaterThan(200);
        assertThat(after.get("change_number").longValue())
                .isGreaterThan(before.get("change_number").longValue());
        database.sql("DELETE FROM point WHERE id = 'mcrstn1'").update();
        database.sql("SELECT next_change_number('monaco', 'points')")
                .query(Long.class)
                .single();
    }

    @Test
    void internalPointsCoverNothingForThePublic() {
        JsonNode before = figures("area=monaco&standard=shelter-500m");
        addPoint("hydden1", "emergency_shelter", "internal", 7.4246, 43.7384);
        JsonNode after = figures("area=monaco&standard=shelter-500m");
        assertThat(after.get("street_covered_m")).isEqualTo(before.get("street_covered_m"));
        assertThat(after.get("points")).isEqualTo(before.get("points"));
        assertThat(coverage.run("monaco", "shelter-500m", "always", Audience.STAFF)
                        .findFigures("monaco")
                        .orElseThrow()
                        .points())
                .as("staff see it")
                .isEqualTo(before.get("points").intValue() + 1);
        database.sql("DELETE FROM point WHERE id = 'hydden1'").update();
        database.sql("SELECT next_change_number('monaco', 'points')")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({
        "area=atlantis&standard=aed-100m, area",
        "area=monaco.atlantis&standard=aed-100m, area",
        "area=monaco&standard=nonsense, standard",
        "area=monaco&standard=extinguisher-a-medium, standard",
        "area=monaco&standard=aed-100m&slice=sometimes, slice",
        "area=monaco&standard=aed-100m&colour=red, colour",
        "area=monaco, standard",
        "standard=aed-100m, area",
    })
    void aBadOrMissingParameterIsNamed(String query, String parameter) {
        for (String path : new String[] {"/api/coverage?", "/api/gaps?"}) {
            HttpResponse<String> answer = get(path + query);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(json(answer).get("parameter").stringValue()).isEqualTo(parameter);
        }
    }

    @Test
    void listsStandardsAsData() {
        JsonNode standards = json(get("/api/standards")).get("standards");
        assertThat(standards.size()).isEqualTo(12);
        JsonNode first = standards.get(0);
        assertThat(first.get("id").stringValue()).isEqualTo("aed-100m");
        assertThat(first.get("limit").doubleValue()).isEqualTo(100);
        assertThat(first.get("kinds").get(0).stringValue()).isEqualTo("aed");
        assertThat(first.has("per_10000_residents")).isTrue();
        assertThat(first.has("density_km2_per_point")).isTrue();
    }
}
