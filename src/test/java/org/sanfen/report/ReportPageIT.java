package org.sanfen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.coverage.engine.CoverageEngine;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** The report of the drawn town (report/scene.sql), as a reader without scripts gets it. */
@DatabaseTest
class ReportPageIT {

    private static final String AED = "aed-100m";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    private ReportClient reader;

    @BeforeEach
    void drawTown() throws Exception {
        ReportClient.drawTown(database);
        reader = new ReportClient(port);
    }

    private String page(String path) {
        HttpResponse<String> answer = reader.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void everyFigureOfTheTableIsTheApis() {
        String html = page("/report?place=town&standard=" + AED);

        for (String area : List.of("town.west", "town.east")) {
            JsonNode figures = reader.figures(area, AED);
            double demand = figures.get("demand").doubleValue();
            double streets = figures.get("street_m").doubleValue();
            assertCell(html, area, "points", figures.get("points").doubleValue());
            assertCell(html, area, "demand", figures.get("demand_covered").doubleValue() / demand);
            assertCell(html, area, "streets", figures.get("street_covered_m").doubleValue() / streets);
            assertCell(
                    html,
                    area,
                    "straight",
                    figures.get("straight").get("demand_covered").doubleValue() / demand);
            assertCell(html, area, "p50", figures.get("nearest_m").get("p50").doubleValue());
            assertCell(html, area, "p90", figures.get("nearest_m").get("p90").doubleValue());
        }
        assertThat(ReportClient.cell(html, "town.east", "density"))
                .as("an area without a point has no density")
                .isNull();
    }

    private static void assertCell(String html, String area, String column, double figure) {
        assertThat(Double.parseDouble(ReportClient.cell(html, area, column)))
                .as(area + " " + column)
                .isCloseTo(figure, within(1e-9));
    }

    @Test
    void theHeadlineSpeaksInPerCentWhereNoPopulationIsKnown() {
        String html = page("/report?place=town&standard=" + AED);

        JsonNode figures = reader.figures("town", AED);
        assertThat(figures.get("residents").isNull()).isTrue();
        double uncovered = (figures.get("street_m").doubleValue()
                        - figures.get("street_covered_m").doubleValue())
                / 1000;
        assertThat(ReportClient.text(html, "headline"))
                .isEqualTo(
                        "None of the 2 wards meets the target; 94.3% of the homes of Newtown, by floor area, lie more"
                                + " than 100\u00a0m on foot from the nearest AED.");
        assertThat(ReportClient.text(html, "lead"))
                .startsWith(
                        "5.7% of the residential floor area of Newtown lies within 100\u00a0m on foot of the nearest AED.")
                .contains("%.1f\u00a0km of its 8.2\u00a0km of streets are out of reach.".formatted(uncovered))
                .endsWith("Best served is West with 10%, worst East with 0%.");
    }

    @Test
    void whatStaffSetForAnAreaStandsBesideItsFigures() {
        assertThat(page("/report/town?standard=" + AED))
                .as("the standard's own target, everybody, needs no column")
                .contains("Target: everybody within 100\u00a0m")
                .doesNotContain("data-column=\"target\"");
        JsonNode figures = reader.figures("town", AED);
        database.execute("""
                INSERT INTO area_setting (place_id, area_id, targets, organisation, valid_from)
                VALUES ('town', 'town', '{"aed-100m": 50}', NULL, 2),
                       ('town', 'town.west', '{"aed-100m": 5, "aed-fetch-4min": 99}', 'Street office', 2)
                """);

        String html = page("/report/town?standard=" + AED + "&sort=target");

        assertThat(ReportClient.text(html, "headline"))
                .startsWith("1 of 2 wards meets the target; 94.3% of the homes")
                .endsWith(" The target of 50% in reach is not met, with 5.7%.");
        assertThat(html)
                .contains("Target: 50% within 100\u00a0m (the place&#39;s)", "In charge: Street office")
                .contains("its own: met", "the place&#39;s: not met")
                .contains("Here it is 50% (the place&#39;s).");
        assertThat(ReportClient.cell(html, "town.west", "target")).isEqualTo("0.05");
        assertThat(ReportClient.cell(html, "town.east", "target")).isEqualTo("0.5");
        assertThat(html.indexOf("data-area=\"town.west\"")).isLessThan(html.indexOf("data-area=\"town.east\""));
        assertThat(page("/report/town.west?standard=" + AED))
                .contains("The target of 5% in reach is met, with 10%.", "<dd>Street office</dd>");
        assertThat(page("/report/town?standard=fire-station-7km2"))
                .as("a density has a target of its own")
                .doesNotContain("data-column=\"target\"");
        assertThat(reader.figures("town", AED)).as("no figure is computed anew").isEqualTo(figures);
    }

    @Test
    void theHeadlineCountsResidentsWhereTheirNumberIsKnown() {
        settle();

        String html = page("/report?place=town&standard=" + AED);
        assertThat(ReportClient.text(html, "headline")).contains("3\u202f300 residents of Newtown live more than");
        assertThat(ReportClient.text(html, "lead"))
                .startsWith("200 of 3\u202f500 residents of Newtown (5.7%) live within 100\u00a0m on foot");
    }

    private void settle() {
        database.update("UPDATE area SET residents = 3500 WHERE id = 'town'");
        database.queryForList("SELECT next_change_number('town', 'areas')");
    }

    @Test
    void chineseIsWrittenNotTranslated() {
        String html = page("/report?place=town&lang=zh&standard=" + AED);

        assertThat(html).contains("<html lang=\"zh-Hans\">", "各区域对比", "西区", "本站不接收您的位置");
        assertThat(ReportClient.text(html, "headline")).isEqualTo("2 个区域均未达标；按建筑面积计，新城有 94.3% 的住宅步行 100\u00a0米内没有AED。");
        assertThat(ReportClient.text(html, "lead")).startsWith("按住宅建筑面积计，新城有 5.7% 的地方步行 100\u00a0米内有AED。");
    }

    @Test
    void densityAndReachStandTogether() {
        assertThat(page("/report/town?standard=" + AED))
                .contains("data-figure=\"reach\"", "data-figure=\"density\"", "Density says how much ground");
        assertThat(page("/report/town?standard=fire-station-7km2"))
                .contains("data-figure=\"density\"", "Target: 1 per 7\u00a0km²")
                .doesNotContain("id=\"map\"");
        assertThat(page("/report/town?standard=yantian-urban-village"))
                .as("the reach of a station stands beside the density of stations")
                .contains("data-figure=\"reach\"", "Target: 1 per 0.28\u00a0km²");
    }

    /** coverage.md sections 1 and 5. */
    @Test
    void perCapitaIsPointsForTenThousandResidentsBesideItsTarget() {
        String standard = "aed-per-capita-shenzhen";
        assertThat(reader.figures("town", standard).get("per_10000_residents").isNull())
                .as("of nobody knows how many")
                .isTrue();
        assertThat(page("/report/town?standard=" + standard)).contains("The population has not been entered");
        settle();

        JsonNode figures = reader.figures("town", standard);
        assertThat(figures.get("per_10000_residents").doubleValue()).isCloseTo(10_000 / 3500.0, within(1e-9));
        assertThat(figures.get("target_per_10000_residents").doubleValue()).isEqualTo(30);
        assertThat(page("/report/town?standard=" + standard))
                .containsPattern("data-figure=\"per-capita\"[^§]{0,200}>2\\.9<")
                .contains("class=\"target missed\">Target: 30<", "Of 3\u202f500 residents");
    }

    /** coverage.md section 5: the whole area unless the standard says built-up. */
    @Test
    void aDensityOfBuiltUpGroundDividesThatAndSaysSo() {
        JsonNode whole = reader.figures("town", "fire-station-7km2");
        assertThat(whole.get("density_denominator").stringValue()).isEqualTo("area");
        database.update("""
                INSERT INTO standard (id, version, names, kinds, direction, min_points, hours_bind, private_ways,
                                      density_km2_per_point, layers, computed, source, read_in_text, secondary, assumed,
                                      density_denominator)
                SELECT 'built-up', 1, '{}', '{aed}', direction, min_points, hours_bind, private_ways, 0.5, layers, computed,
                       source, read_in_text, secondary, assumed, 'built_up'
                FROM standard
                WHERE id = 'fire-station-7km2'
                """);

        try {
            JsonNode figures = reader.figures("town", "built-up");
            assertThat(figures.get("density_denominator").stringValue()).isEqualTo("built_up");
            assertThat(figures.get("km2_per_point").doubleValue())
                    .as("one AED: the ground within 50 m of 35 homes, less than the whole area")
                    .isBetween(0.25, 0.9 * figures.get("area_km2").doubleValue());
            assertThat(page("/report/town?standard=built-up"))
                    .containsPattern("1 AED on 0\\.[0-9]+\u00a0km² of built-up ground");
            assertThat(page("/report/town?standard=fire-station-7km2")).doesNotContain("built-up ground");
        } finally {
            database.execute("""
                    ALTER TABLE standard DISABLE TRIGGER standard_never_changes;
                    DELETE FROM standard WHERE id = 'built-up';
                    ALTER TABLE standard ENABLE TRIGGER standard_never_changes;
                    """);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "name, town.east town.west",
        "-name, town.west town.east",
        "points, town.east town.west",
        "-demand, town.west town.east",
        "p50, town.west town.east",
        "-p50, town.east town.west",
        "density, town.west town.east",
        "-density, town.west town.east"
    })
    void theTableSortsAndAreasWithoutTheFigureStandLast(String sort, String order) {
        String html = page("/report/town?standard=" + AED + "&sort=" + sort);

        List<String> rows = new ArrayList<>();
        Matcher row = Pattern.compile("<tr[^>]*data-area=\"([^\"]+)\"").matcher(html);
        while (row.find()) {
            rows.add(row.group(1));
        }
        assertThat(String.join(" ", rows)).isEqualTo(order);
        assertThat(html).contains("aria-sort=\"" + (sort.startsWith("-") ? "descending" : "ascending") + "\"");
    }

    @Test
    void gapsAreTheApisInItsOrder() {
        String html = page("/report/town?standard=" + AED);
        JsonNode first = reader.gaps("town", AED).get(0).get("properties");

        assertThat(html).contains("data-gap=\"1\"", first.get("street").stringValue());
        assertThat(page("/report/town?gap=1&standard=" + AED))
                .as("the address of a gap shows it without a script")
                .contains("aria-current=\"true\"", "&amp;gap=1&amp;v=");
    }

    @Test
    void anEditShowsInTheNextRequest() {
        String before = ReportClient.cell(page("/report/town?standard=" + AED), "town.east", "points");
        database.execute("""
                SELECT next_change_number('town', 'points');
                INSERT INTO point (place_id, kind, geom, source, change_number)
                VALUES ('town', 'aed', ST_SetSRID(ST_MakePoint(7.4274562, 43.7336), 4326), 'staff', 2)
                """);

        String html = page("/report/town?standard=" + AED);
        assertThat(before).isEqualTo("0.0");
        assertThat(ReportClient.cell(html, "town.east", "points")).isEqualTo("1.0");
        assertThat(Double.parseDouble(ReportClient.cell(html, "town.east", "streets")))
                .isPositive();
    }

    /** coverage.md section 8: a circle gives its centre away. */
    @Test
    void internalPointsLeaveNoTrace() {
        String html = page("/report/town.east?standard=" + AED);

        assertThat(html).contains("100% of the homes of East, by floor area").doesNotContain("aed0002", "Depot");
        String drawing = reader.get("/report/town/map.svg?standard=" + AED).body();
        assertThat(drawing.split("r=\"4.5\"", -1)).as("one dot: the public AED").hasSize(2);
    }

    @Test
    void theDrawingIsQuietAboutStreetsBeyondTheBorder() {
        String quiet = "stroke-opacity=\"0.45\"";
        assertThat(reader.get("/report/town/map.svg?standard=" + AED).body()).doesNotContain(quiet);
        database.update("UPDATE area SET geom = (SELECT geom FROM area WHERE id = 'town.west') WHERE id = 'town'");
        database.queryForList("SELECT next_change_number('town', 'areas')");

        assertThat(reader.get("/report/town/map.svg?standard=" + AED).body()).contains(quiet);
        assertThat(page("/report/town?standard=" + AED)).contains("Beyond the border, not counted");
    }

    @Test
    void aSchematicPlaceSaysSoOnPageAndDrawing() {
        assertThat(page("/report/town?standard=" + AED)).doesNotContain("Schematic demonstration data");
        database.update("UPDATE place SET schematic = true");

        assertThat(page("/report/town?standard=" + AED))
                .contains("Schematic demonstration data, not real locations", "noindex");
        assertThat(reader.get("/report/town/map.svg?lang=en&standard=" + AED).body())
                .contains("Schematic demonstration data, not real locations");
    }

    @Test
    void methodNamesSourceVersionAssumptionsAndDates() {
        assertThat(page("/report/town?standard=aed-fetch-4min"))
                .contains("Guangzhou and Hangzhou AED rules", "aed-fetch-4min, version 1", "walking speed")
                .contains("18 November 2026", "(Europe/Monaco)", "© OpenStreetMap contributors · ODbL-1.0");
    }

    @ParameterizedTest
    @CsvSource({
        "/report/town.nowhere, 404, There is no area",
        "/report/nowhere, 404, There is no area",
        "/report?place=nowhere, 400, There is no place",
        "/report?standard=nothing, 400, There is no standard",
        "/report/town?standard=extinguisher-a-medium, 400, measured indoors",
        "/report/town?slice=tuesday, 400, not a time this report knows",
        "/report/town?sort=colour, 400, sorted by",
        "/report/town?gap=x, 400, not the number of a gap"
    })
    void whatIsNotThereIsSaidInClearWords(String path, int status, String words) {
        HttpResponse<String> answer = reader.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains(words, "Open the report");
    }

    @Test
    void anEmptyDatabaseSaysWhatToDo() {
        database.update("DELETE FROM place");

        HttpResponse<String> answer = reader.get("/report");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("No place has been loaded yet");
    }

    @Test
    void choosingAStandardKeepsTheAreaThatWasOpen() {
        HttpResponse<String> sent = reader.get("/report?place=town&area=town.west&standard=" + AED);

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location").orElse("")).endsWith("/report/town.west?standard=" + AED);
        assertThat(reader.get("/report?area=town.west")
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("an old address knew no place")
                .endsWith("/report/town.west");
    }

    @Test
    void aDrawingMayBeKeptForEverUnderItsVersionOnly() {
        Matcher drawing = Pattern.compile("(/report/town/map\\.svg\\?[^\"]*)&amp;v=([^\"&]+)")
                .matcher(reader.get("/report/town?standard=" + AED).body());
        assertThat(drawing.find()).isTrue();
        String versioned = drawing.group(1).replace("&amp;", "&") + "&v=" + drawing.group(2);

        assertThat(reader.get(versioned).headers().firstValue("Cache-Control").orElse(""))
                .contains("immutable");
        assertThat(reader.get("/report/town/map.svg?standard=" + AED + "&v=1-0.0-" + CoverageEngine.VERSION)
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValue("no-cache");
    }
}
