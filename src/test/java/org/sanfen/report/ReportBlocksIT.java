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
                        "<tr class=\"(within|beyond|unreached)\">.*?<td>([^<]*) residents?</td>", Pattern.DOTALL)
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
                        "coverage.md: cost 2, coverage 3, time 4, figures 5, gaps 6, runs 7, visibility 8",
                        "change 4, method");
    }

    @Test
    void lostAtNightIsDrawnDashDotted() {
        String drawing = reader.get("/report/town/map.svg?standard=" + AED).body();
        assertThat(drawing).contains("stroke=\"#c98a00\" stroke-dasharray=\"");
        assertThat(reader.get("/report/town/map.svg?standard=" + STATION).body())
                .doesNotContain("#c98a00");
        assertThat(page("/report/town?standard=" + AED)).contains("In reach by day, lost on Wednesday 22:00");
    }
}
