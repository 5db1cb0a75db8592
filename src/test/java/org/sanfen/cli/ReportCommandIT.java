package org.sanfen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./run report} and {@code ./run coverage}: files, figures, and one sentence for each mistake. */
@DatabaseTest
class ReportCommandIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    ReportCommand report;

    @Autowired
    CoverageCommand coverage;

    @Autowired
    JdbcTemplate database;

    @TempDir
    Path folder;

    @BeforeEach
    void drawTown() throws Exception {
        database.update("DELETE FROM place");
        database.execute(new ClassPathResource("report/scene.sql").getContentAsString(StandardCharsets.UTF_8));
    }

    private static String run(Command command, List<String> words) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(command.run(words, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"pdf", "xlsx", "csv", "geojson", "gpkg", "json"})
    void writesTheFileAndNothingElse(String format) throws Exception {
        Path file = folder.resolve("town." + format);
        String said = run(
                report,
                List.of("--place", "town", "--standard", "aed-100m", "--format", format, "-o", file.toString()));

        assertThat(said).as("progress goes to standard error").isEmpty();
        assertThat(file).isNotEmptyFile();
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void aRefusedReportLeavesTheOldFileAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("town.csv"), "old");
        assertThatThrownBy(() -> run(report, List.of("--place", "town", "--standard", "none", "-o", file.toString())))
                .isInstanceOf(UserError.class);

        assertThat(file).hasContent("old");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --place town --standard aed-100m                             | Say where to write the report: -o FILE.
        --place nowhere --standard aed-100m -o F.pdf                 | There is no place "nowhere"; ./run places lists those there are.
        --place town --area city.x --standard aed-100m -o F.pdf      | The area "city.x" does not lie in town; its areas are called town.something.
        --place town -o F.pdf                                        | Say by which standard: --standard ID, such as aed-100m.
        --place town --standard aed-100m --format docx -o F.pdf      | There is no format "docx"; --format takes pdf, xlsx, csv, geojson, gpkg, json.
        --place town --standard aed-100m --lang fr -o F.pdf          | The report has no language "fr"; it speaks zh-Hans, en, ja, zh-Hant.
        --place town --standard none -o F.pdf                        | There is no standard "none". Choose one of the list.
        --place town --standard aed-100m --area town.no -o F.pdf     | There is no area "town.no". It may have been renamed or merged.
        --place town --standard aed-100m --slice teatime -o F.pdf    | "teatime" is not a time this report knows. Choose one of the list, or write a local time such as 2026-11-21T22:30.
        --place town --standard aed-100m --lang ja --slice x -o F.pdf | "x" is not a time this report knows. Choose one of the list, or write a local time such as 2026-11-21T22:30.
        --place town --standard extinguisher-a-medium -o F.pdf       | "Portable extinguisher within 20 m, class A medium hazard (indoors)" is measured indoors; it is kept for the record and not computed on streets.
        --place town --standard aed-100m -o                          | The option -o needs a value after it.
        --place town --standrad aed-100m -o F.pdf                    | There is no option --standrad; report knows --area, --format, --internal, --lang, --place, --slice, --standard, -o.
        """)
    void saysInOneSentenceWhatIsWrong(String words, String sentence) {
        List<String> given = new ArrayList<>();
        for (String word : words.split(" ")) {
            given.add(word.equals("F.pdf") ? folder.resolve(word).toString() : word);
        }
        assertThatThrownBy(() -> run(report, given))
                .isInstanceOf(UserError.class)
                .hasMessage(sentence);
    }

    @Test
    void namesTheFolderThatIsNotThere() {
        Path folderless = folder.resolve("no/town.pdf");
        assertThatThrownBy(() ->
                        run(report, List.of("--place", "town", "--standard", "aed-100m", "-o", folderless.toString())))
                .isInstanceOf(UserError.class)
                .hasMessage("There is no folder \"" + folder.resolve("no") + "\" to write into; make it first.");
    }

    @Test
    void theBareFiguresAreTheAnswerOfTheApi() throws Exception {
        String said =
                run(coverage, List.of("--area", "town.west", "--standard", "aed-100m", "--slice", "always", "--json"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/coverage?area=town.west&standard=aed-100m"))
                .build();

        assertThat(JSON.readTree(said))
                .isEqualTo(JSON.readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body()));
        assertThat(said.strip()).as("one object, one line").doesNotContain("\n");
    }

    /** What other programs read; a name that is lost breaks them. */
    @ParameterizedTest
    @CsvSource({"aed-100m, nearest_m", "micro-station-3min, nearest_s"})
    void theBareFiguresHaveTheNamesThatProgramsRelyOn(String standard, String nearest) throws Exception {
        JsonNode figures = JSON.readTree(
                run(coverage, List.of("--area", "town", "--standard", standard, "--slice", "always", "--json")));

        assertThat(names(figures))
                .contains("area", "standard", "version", "slice", "points", "area_km2", "density_denominator")
                .contains("km2_per_point", "target_km2_per_point", "demand_unit", "demand", "demand_covered")
                .contains("demand_covered_if_unknown_open", "residents", "residents_covered", "street_m")
                .contains("street_covered_m", "straight", "ground_covered_km2", "unreachable", "unlinked_points")
                .contains("unlinked_demand", "backup_demand", "graded", "gini", "spacing_m", "gaps");
        assertThat(names(figures.get("straight"))).containsOnly("demand_covered", "street_covered_m");
        assertThat(names(figures.get(nearest))).containsOnly("mean", "p50", "p90", "max", "reached_share");
        assertThat(names(figures.get("spacing_m"))).containsOnly("p10", "p50", "p90");
        assertThat(figures.get("slice").stringValue()).isEqualTo("always");
    }

    private static Collection<String> names(JsonNode object) {
        return object.propertyNames();
    }

    @Test
    void withoutJsonTheyAreATableToRead() throws Exception {
        assertThat(run(coverage, List.of("--area", "town", "--standard", "aed-100m")))
                .containsPattern("demand_unit +floor_m2")
                .containsPattern("straight street_covered_m +[0-9.]+");
    }

    @Test
    void namesAnAreaOrStandardThatIsNotThere() {
        assertThatThrownBy(() -> run(coverage, List.of("--area", "town.no", "--standard", "aed-100m")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("There is no area \"town.no\"");
        assertThatThrownBy(() -> run(coverage, List.of("--area", "town", "--standard", "no")))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("There is no standard \"no\"");
    }
}
