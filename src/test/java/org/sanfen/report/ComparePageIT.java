package org.sanfen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.coverage.stored.Publishing;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two standards or two times of the drawn town side by side (coverage.md section 7). */
@DatabaseTest
class ComparePageIT {

    private static final String BY_DAY_AND_NIGHT =
            "/report/town/compare?standard=aed-100m&before=aed-100m@always&after=aed-100m@weekday-22";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Publishing publishing;

    private ReportClient reader;

    @BeforeEach
    void drawTown() throws Exception {
        ReportClient.drawTown(database);
        database.execute("""
                UPDATE area SET residents = 3500 WHERE id = 'town';
                UPDATE point SET opening_hours = 'Mo-Fr 08:00-18:00' WHERE id = 'aed0001';
                SELECT next_change_number('town', 'areas', 'points');
                """);
        reader = new ReportClient(port);
    }

    private String page(String path) {
        HttpResponse<String> answer = reader.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void whatTheNightTakesIsTheApisFigureAndNamesThePoint() {
        JsonNode figures = reader.figures("town", "aed-100m");
        long covered = Math.round(figures.get("demand_covered").doubleValue());

        String html = page(BY_DAY_AND_NIGHT);
        assertThat(ReportClient.text(html, "headline"))
                .startsWith(
                        "Newtown: 0 residents and 0\u00a0m of streets came into reach; " + covered + " residents and")
                .endsWith("fell out of it.");
        assertThat(html)
                .contains("href=\"/p/aed0001?lang=en\">Mairie</a>", "−" + covered + " residents")
                .contains("AED within 100 m, Wednesday 22:00");
    }

    /** Kept runs of another time than the page's, and times that nobody offers. */
    @Test
    void whatIsComparedIsChosenInWordsNotByItsNumber() {
        publishing.keep("town", "Before the move", null);
        publishing.keep("town", null, null);
        List<Long> kept = database.queryForList("""
                SELECT coverage_run.id
                FROM coverage_run
                JOIN run_set ON run_set.id = set_id
                WHERE kind = 'named'
                  AND standard_id = 'aed-100m'
                  AND slice = 'weekday-22'
                  AND audience = 'public'
                ORDER BY run_set.id
                """, Long.class);
        database.update("UPDATE run_set SET published_at = now() WHERE kind = 'named'");

        String html = page("/report/town/compare?standard=aed-100m&before=" + kept.get(0) + "&after=" + kept.get(1));
        assertThat(html)
                .containsPattern(
                        "<option value=\"" + kept.get(0)
                                + "\" selected=\"selected\">[^<]*\\(Before the move\\): AED within 100 m, Wednesday 22:00</option>")
                .containsPattern("<option value=\"" + kept.get(1)
                        + "\" selected=\"selected\">[^<]*\\(published\\): AED within 100 m, Wednesday 22:00</option>")
                .doesNotContain("Run " + kept.get(0));
        assertThat(
                        page(
                                "/report/town/compare?standard=aed-100m&before=aed-100m@2026-11-18T10:00&after=aed-100m@always"))
                .containsPattern("selected=\"selected\">AED within 100 m, 18 November 2026[^<]* \\(now\\)</option>");
        assertThat(page("/report/town?standard=aed-100m")).contains(">published</span>");
    }

    @Test
    void theLiveMapIsMadeFromTheSameDifference() {
        Matcher url = Pattern.compile("data-differences=\"([^\"]+)\"").matcher(page(BY_DAY_AND_NIGHT));
        assertThat(url.find()).isTrue();

        JsonNode difference = JsonMapper.builder()
                .build()
                .readTree(reader.get(url.group(1).replace("&amp;", "&")).body());
        assertThat(difference.get("pieces").get("features"))
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(
                                piece.get("properties").get("change").stringValue())
                        .isEqualTo("lost"));
        assertThat(page(BY_DAY_AND_NIGHT))
                .contains("data-changes=\"" + difference.get("before").get("change_number") + ","
                        + difference.get("after").get("change_number") + "\"");
    }

    @Test
    void theDrawingDashesWhatWasLost() {
        String drawing = reader.get(BY_DAY_AND_NIGHT.replace("/compare?", "/compare.svg?"))
                .body();

        assertThat(drawing).contains("stroke=\"#a3126f\" stroke-dasharray=").doesNotContain("r=\"10\"");
    }

    @Test
    void twoStandardsAreSaidToDifferInTheRule() {
        String html = page("/report/town/compare?standard=aed-100m&before=aed-100m@&after=aed-250m-straight@");

        assertThat(html).contains("the difference is the rule, not the ground", "came into reach");
    }

    @Test
    void theSameOnBothSidesIsNothingWonOrLost() {
        String html = page("/report/town.west/compare?standard=aed-100m&before=aed-100m@&after=aed-100m@");

        assertThat(html).contains("West: nothing was won and nothing lost.").doesNotContain("data-table=");
    }

    @ParameterizedTest
    @CsvSource({
        "/report/town/compare?standard=aed-100m&before=?, neither the number of a kept run nor a standard",
        "/report/town/compare?standard=fire-station-7km2, has no limit"
    })
    void whatCannotBeComparedIsSaid(String path, String words) {
        HttpResponse<String> answer = reader.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words, "Open the report");
    }
}
