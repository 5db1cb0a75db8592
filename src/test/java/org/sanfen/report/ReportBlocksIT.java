package org.sanfen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.coverage.stored.Publishing;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What stands below the report's map: hours, distances, lone points, quality; each there when it has something to say. */
@DatabaseTest
class ReportBlocksIT {

    private static final String AED = "aed-100m";
    private static final String STATION = "micro-station-3min";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Publishing publishing;

    private ReportClient reader;

    @BeforeEach
    void drawTownWithOfficeHours() throws Exception {
        ReportClient.drawTown(database);
        database.execute("""
                UPDATE area SET residents = 3500 WHERE id = 'town';
                UPDATE point SET opening_hours = 'Mo-Fr 08:00-18:00' WHERE id = 'aed0001';
                INSERT INTO point (id, place_id, kind, name, geom, opening_hours, source, licence, visibility, change_number)
                VALUES ('aed0003', 'town', 'aed', 'Gare', ST_SetSRID(ST_MakePoint(7.4274562, 43.7336), 4326), '24/7', 'osm',
                        'ODbL-1.0', 'public', 2),
                       ('aed0004', 'town', 'aed', NULL, ST_SetSRID(ST_MakePoint(7.4237281, 43.7336), 4326), NULL, 'osm',
                        'ODbL-1.0', 'public', 2);
                SELECT next_change_number('town', 'areas', 'points');
                """);
        reader = new ReportClient(port);
    }

    private String page(String path) {
        HttpResponse<String> answer = reader.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static Map<Integer, Double> heatMap(String html) {
        Map<Integer, Double> cells = new TreeMap<>();
        Matcher cell =
                Pattern.compile("data-hour=\"(\\d+)\" data-value=\"([^\"]+)\"").matcher(html);
        while (cell.find()) {
            cells.put(Integer.valueOf(cell.group(1)), Double.valueOf(cell.group(2)));
        }
        return cells;
    }

    /** coverage.md section 4. */
    @ParameterizedTest
    @CsvSource({"weekday-10, 58", "weekday-22, 70", "sunday-03, 147"})
    void aCellOfTheHeatMapSaysWhatTheApiSays(String slice, int hour) {
        for (String area : List.of("town", "town.west", "town.east")) {
            JsonNode figures = reader.figures(area, AED, slice);
            Map<Integer, Double> cells = heatMap(page("/report/" + area + "?standard=" + AED));
            if (area.equals("town.east")) {
                assertThat(cells)
                        .as("open round the clock: one sentence says it all")
                        .isEmpty();
            } else {
                assertThat(cells).hasSize(168);
                assertThat(cells.get(hour))
                        .as(area + " " + slice)
                        .isCloseTo(
                                figures.get("demand_covered").doubleValue()
                                        / figures.get("demand").doubleValue(),
                                within(1e-9));
            }
        }
    }

    @Test
    void theWorstHourIsMarkedOnceAndInWords() {
        String html = page("/report/town?standard=" + AED);

        assertThat(html.split("worst-hour", -1)).hasSize(2);
        assertThat(html).contains("Worst hour: Monday 00:00", "worst on Monday 00:00 with");
        assertThat(html)
                .as("what each cell says")
                .contains("<title>Wednesday 10:00: ", " in reach, 2 AEDs open inside</title>");
        assertThat(html).as("the same as a table").contains("<th scope=\"row\">23:00</th>");
    }

    @Test
    void aStandardWithoutHoursSaysSoInASentence() {
        String html = page("/report/town?standard=" + STATION);

        assertThat(html).contains("There is no chart of hours", "whatever its opening hours");
        assertThat(html).doesNotContain("data-hour=", "class=\"night\"", "name=\"slice\"");
    }

    @Test
    void theSliceIsKeptFromTheFormToEveryAddress() {
        String html = page("/report/town?slice=weekday-22&standard=" + AED);

        assertThat(html)
                .contains("<option value=\"weekday-22\" selected=\"selected\">Wednesday 22:00</option>")
                .contains("/report/town.west?standard=aed-100m&amp;slice=weekday-22")
                .contains("/tiles/coverage/town/aed-100m/weekday-22/")
                .contains("/report/town.pdf?standard=aed-100m&amp;slice=weekday-22&amp;lang=en");
        JsonNode night = reader.figures("town.west", AED, "weekday-22");
        assertThat(Double.parseDouble(ReportClient.cell(html, "town.west", "demand")))
                .isEqualTo(night.get("demand_covered").doubleValue()
                        / night.get("demand").doubleValue());
        assertThat(ReportClient.text(html, "headline")).endsWith("at night (Wednesday 22:00).");
    }

    @Test
    void theHeadlineIsSilentAboutANightThatNobodyKnows() {
        database.update("UPDATE point SET opening_hours = NULL");
        database.queryForList("SELECT next_change_number('town', 'points')");

        String html = page("/report/town?standard=" + AED);
        assertThat(ReportClient.text(html, "headline")).doesNotContain("at night");
        assertThat(ReportClient.text(html, "lead")).contains("3 of the 3 points inside have unknown opening hours");
    }

    @Test
    void theHeadlineSpeaksOfTheNightWhereThatIsWorse() {
        JsonNode night = reader.figures("town", AED, "weekday-22");
        long missed = Math.round(
                night.get("demand").doubleValue() - night.get("demand_covered").doubleValue());

        assertThat(ReportClient.text(page("/report/town?standard=" + AED), "headline")
                        .replace("\u202f", ""))
                .contains(missed + " residents of Newtown live more than", "at night (Wednesday 22:00)");
    }

    /** coverage.md section 5. */
    @Test
    void theBandsAddUpToTheWholeDemandAndTheLimitStandsBetweenThem() {
        String html = page("/report/town?standard=" + AED);
        Matcher band = Pattern.compile(
                        "<tr class=\"(within|beyond|unreached)\">.*?</td>\\s*<td>([^<]*)</td>", Pattern.DOTALL)
                .matcher(html);

        long residents = 0;
        long within = 0;
        while (band.find()) {
            long here = Long.parseLong(band.group(2).replace("\u202f", ""));
            residents += here;
            within += band.group(1).equals("within") ? here : 0;
        }
        JsonNode figures = reader.figures("town", AED);
        assertThat((double) residents).isCloseTo(figures.get("demand").doubleValue(), within(10.0));
        assertThat((double) within).isCloseTo(figures.get("demand_covered").doubleValue(), within(5.0));
        assertThat(html).contains("Limit: 100\u00a0m");
    }

    /** coverage.md section 5: backup; section 8: only public points. */
    @Test
    void pointsThatStandAloneAreNamedAndLedTo() {
        String html = page("/report/town?standard=" + AED);

        assertThat(html)
                .contains("are reached by one point alone", "href=\"/p/aed0001?lang=en\">Mairie</a>")
                .contains("AED (defibrillator), aed0004</a>")
                .doesNotContain("aed0002");
    }

    @Test
    void theDataSayWhereTheyAreWeak() {
        database.execute("""
                UPDATE point SET serviceable = 'overdue' WHERE id = 'aed0001';
                UPDATE point SET status = 'out_of_service', status_reason = 'repair' WHERE id = 'aed0003';
                UPDATE import_run
                SET messages = '[{"code": "boundary_gap_closed", "text": "…", "count": 2,
                                  "cases": ["relation/1 (Couchant, admin_level 10)", "relation/2 (root area)"]}]';
                SELECT next_change_number('town', 'points');
                """);

        String html = page("/report/town?standard=" + AED);
        assertThat(finding(html, "unknown-hours")).startsWith("1 of 2 points");
        assertThat(finding(html, "overdue")).isEqualTo("1 of 2 points: counted all the same.");
        assertThat(finding(html, "excluded")).startsWith("1 point is planned");
        assertThat(finding(html, "data-date")).isEqualTo("18 November 2026");
        assertThat(finding(html, "boundary")).contains("Newtown", "West");
        assertThat(finding(html, "unlinked-points")).isEqualTo("None");
    }

    /** coverage.md section 5, equity: of 14 areas of a layer the two of the lowest share, rounded up. */
    @Test
    void theWorstTenthOfALayerAreItsAreasWithTheLowestShare() {
        database.execute("""
                INSERT INTO area (id, place_id, layer, name, geom, area_m2, source, content_hash, valid_from)
                SELECT 'town.cell-' || column_number || '-' || half, 'town', 'grid', 'Cell ' || column_number || '-' || half,
                       ST_Multi(box), ST_Area(box::geography), 'drawn', md5('cell' || column_number || '-' || half)::uuid, 1
                FROM generate_series(0, 6) AS column_number,
                     generate_series(0, 1) AS half,
                     LATERAL (SELECT ST_MakeEnvelope(
                         7.42 + column_number * 0.0012427, 43.73 + half * 0.0022,
                         7.42 + (column_number + 1) * 0.0012427, 43.7322 + half * 0.0022, 4326) AS box) AS placed;
                SELECT next_change_number('town', 'areas');
                """);
        Map<String, Double> shares = new TreeMap<>();
        for (int cell = 0; cell < 14; cell++) {
            String id = "town.cell-" + cell / 2 + "-" + cell % 2;
            JsonNode figures = reader.figures(id, AED);
            shares.put(
                    id,
                    figures.get("demand_covered").doubleValue()
                            / figures.get("demand").doubleValue());
        }
        List<String> lowest = shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .limit(2)
                .map(Map.Entry::getKey)
                .toList();

        String html = page("/report/town?standard=" + AED);
        String tenth = html.substring(html.indexOf("id=\"tenth\""), html.indexOf("id=\"week\""));
        assertThat(Pattern.compile("data-area=\"([^\"]+)\"")
                        .matcher(tenth)
                        .results()
                        .map(found -> found.group(1)))
                .as("two wards are too few to have a tenth")
                .containsExactlyElementsOf(lowest);
        assertThat(tenth).contains("2 of 14 areas hold ");
        assertThat(html.split(">worst tenth</small>", -1))
                .as("and in the table")
                .hasSize(3);
    }

    /** coverage.md section 7: kept runs are what history is made of. */
    @Test
    void historyIsDrawnFromTheRunsThatWereKept() {
        assertThat(page("/report/town?standard=" + AED))
                .contains("History begins when")
                .doesNotContain("line-chart");
        double before = share();
        publishing.keep("town", "Before", null);
        database.execute("""
                INSERT INTO point (id, place_id, kind, geom, opening_hours, source, licence, visibility, change_number)
                VALUES ('aed0005', 'town', 'aed', ST_SetSRID(ST_MakePoint(7.4262135, 43.7327), 4326), '24/7', 'osm',
                        'ODbL-1.0', 'public', 3);
                SELECT next_change_number('town', 'points');
                """);
        double after = share();
        publishing.keep("town", "After", null);
        database.update("UPDATE run_set SET published_at = now() WHERE kind = 'named'");

        String html = page("/report/town?standard=" + AED);
        assertThat(after).isGreaterThan(before);
        assertThat(html)
                .contains("the share in reach went from %s to %s.".formatted(perCent(before), perCent(after)))
                .contains(">Before</small>", ">After</small>", "compare with today");
        assertThat(html)
                .as("on one day the time tells before from now")
                .containsPattern("▲ [0-9.]+ points since [0-9]+ [A-Z][a-z]+ [0-9]{4}, [0-9]{2}:[0-9]{2}");
        Matcher line = Pattern.compile("class=\"demand\" d=\"M0\\.00 ([0-9.]+)L100\\.00 ([0-9.]+)\"")
                .matcher(html);
        assertThat(line.find()).as("two runs, from edge to edge").isTrue();
        assertThat(Double.parseDouble(line.group(1)))
                .as("less is lower down")
                .isGreaterThan(Double.parseDouble(line.group(2)));
        assertThat(Pattern.compile("<td>" + perCent(before) + "</td>")
                        .matcher(html)
                        .find())
                .as("and as a table")
                .isTrue();
    }

    private double share() {
        JsonNode figures = reader.figures("town", AED);
        return figures.get("demand_covered").doubleValue()
                / figures.get("demand").doubleValue();
    }

    private static String perCent(double share) {
        return "%.1f".formatted(share * 100).replace(".0", "") + "%";
    }

    private static String finding(String html, String id) {
        Matcher finding = Pattern.compile("data-finding=\"" + id + "\".*?<dd[^>]*>([^<]*)</dd>", Pattern.DOTALL)
                .matcher(html);
        return finding.find() ? finding.group(1) : null;
    }

    @Test
    void aPlaceWithoutPointsHasAReportAllTheSame() {
        database.update("DELETE FROM point");
        database.queryForList("SELECT next_change_number('town', 'points')");

        String html = page("/report/town?standard=" + AED);
        assertThat(ReportClient.text(html, "headline")).startsWith("No AED is on public record in Newtown");
        assertThat(html)
                .contains("Everything is a gap until the first point is on record", "None inside")
                .contains("data-figure=\"reach\"", "data-figure=\"density\"")
                .doesNotContain("data-hour=");
    }

    /** coverage.md section 10. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/report/town?standard=aed-100m",
                "/report/town.east?standard=aed-100m&slice=sunday-03",
                "/report/town?standard=aed-per-capita-shenzhen",
                "/report/town?standard=yantian-urban-village",
                "/report/town/compare?standard=aed-100m"
            })
    void densityAndReachNeverStandAlone(String path) {
        assertThat(page(path))
                .contains("data-figure=\"reach\"", "data-figure=\"density\"", "the two always stand together");
    }

    @Test
    void theMethodNamesTheSectionsOfTheDefinition() {
        assertThat(page("/report/town?standard=" + AED))
                .contains(
                        "coverage.md: inputs 1, cost 2, coverage 3, time 4, figures 5, gaps 6, runs 7, visibility 8,"
                                + " traps 9, density and reach 10",
                        "change ");
    }

    @Test
    void lostAtNightIsDrawnDashDotted() {
        String drawing = reader.get("/report/town/map.svg?standard=" + AED).body();
        assertThat(drawing).contains("stroke=\"#c98a00\" stroke-dasharray=\"");
        assertThat(reader.get("/report/town/map.svg?standard=" + STATION).body())
                .doesNotContain("#c98a00");
        assertThat(page("/report/town?standard=" + AED)).contains("Lost on Wednesday 22:00 (closed, or hours unknown)");
    }
}
