package org.sanfen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanfen.exchange.job.ImportJob;
import org.sanfen.exchange.job.ImportJobs;
import org.sanfen.exchange.register.FileLook;
import org.sanfen.exchange.register.ReadingChoice;
import org.sanfen.place.PlaceStore;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A register at the shell: the wizard's engine, its answers as options, what it found as text. */
@DatabaseTest
class RegisterCommandIT {

    private static final String FILE = """
            # a list of the city
            编号,名称,经纬度,电话,开放时间
            1,市政厅,"22.55001,114.25001",0755-22223333,24小时
            2,图书馆,"22.55201,114.25201",13912345678,随便看看
            3,塔,"0,0",,
            """;

    @Autowired
    RegisterCommand command;

    @Autowired
    ImportJobs jobs;

    @Autowired
    PlaceStore places;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient database;

    @TempDir
    Path directory;

    @BeforeEach
    void aTownInChina() {
        Emptied.ofPlacesAndStaff(database);
        database.sql("""
                        INSERT INTO place (id, name, zone, country, languages, bounds)
                        VALUES ('town', '镇', 'Asia/Shanghai', 'CN', '{zh-Hans}', ST_MakeEnvelope(114.2, 22.5, 114.3, 22.6, 4326))
                        """).update();
    }

    private Path file(String text) throws Exception {
        return Files.write(directory.resolve("aed.csv"), text.getBytes(Charset.forName("GB18030")));
    }

    private String run(Path file, String... options) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> words = Stream.concat(Stream.of(file.toString(), "--place", "town"), Stream.of(options))
                .toList();
        assertThat(command.run(words, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    private long count(String rows) {
        return database.sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }

    /** As the wizard reads it. */
    private JsonNode counts(Path file) throws Exception {
        ImportJob job;
        try (InputStream bytes = Files.newInputStream(file)) {
            job = jobs.open(places.findPlace("town").orElseThrow(), "aed.csv", bytes, null);
        }
        FileLook look = json.treeToValue(job.look(), FileLook.class);
        jobs.choose(job.id(), ReadingChoice.of(look, "aed", "aed", null));
        return jobs.carryOut(job.id(), (step, done) -> {}).counts();
    }

    @Test
    void findsWhatTheWizardFindsAndSaysEachRowThatIsWrong() throws Exception {
        Path file = file(FILE);
        JsonNode wizard = counts(file);

        String dry = run(file, "--kind", "aed", "--crs", "wgs84", "--dry-run");
        assertThat(dry)
                .contains("CSV, GB18030, WGS84, source \"aed\"", "position             <- 经纬度")
                .containsPattern("rows +3\n")
                .containsPattern("new +2\n")
                .containsPattern("problem +1\n")
                .containsPattern("position_zero +1\n +row 5: ")
                .contains("Nothing was taken over");
        wizard.get("problems")
                .properties()
                .forEach(problem ->
                        assertThat(dry).containsPattern(problem.getKey() + " +" + problem.getValue() + "\n"));
        assertThat(count("point")).isZero();

        assertThat(run(file, "--kind", "aed", "--crs", "wgs84")).contains("\"town\" is now at change number 1");
        assertThat(count("point")).isEqualTo(2);
        assertThat(count("point WHERE phone = '0755-22223333' AND opening_hours = '24/7'"))
                .isEqualTo(1);
        assertThat(count("point WHERE phone IS NULL AND opening_hours = '随便看看'"))
                .as("a mobile number waits for an editor's word")
                .isEqualTo(1);
        assertThat(run(file, "--kind", "aed", "--crs", "wgs84")).contains("Nothing has changed");
    }

    @Test
    void asksWhichSystemAsTheWizardDoesAndTakesNothingOver() throws Exception {
        Path file = file(FILE);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThatThrownBy(() -> command.run(
                        List.of(file.toString(), "--place", "town", "--kind", "aed"),
                        new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isInstanceOf(UserError.class)
                .hasMessage("The coordinates may be WGS84, GCJ02, BD09: say which with --crs, such as --crs WGS84."
                        + " Nothing was changed.");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .as("what was found in the file is said all the same")
                .contains("CSV, GB18030, coordinates in doubt", "position             <- 经纬度");
        assertThat(count("import_job")).isZero();
        assertThat(count("point")).isZero();
    }

    @Test
    void aWordThatIsNoKindOrNoColumnIsToldWithThoseThatAre() throws Exception {
        Path file = file(FILE);
        assertThatThrownBy(() -> run(file, "--kind", "defibrillator", "--crs", "wgs84"))
                .hasMessageStartingWith("There is no kind “defibrillator”; the kinds are micro_fire_station, ")
                .hasMessageContaining(", aed, ");
        assertThatThrownBy(() -> run(file, "--kind", "aed", "--crs", "wgs84", "--map", "name=title"))
                .hasMessageStartingWith("The file has no column “title”; it has ");
        assertThat(count("point")).isZero();
    }

    @Test
    void anOptionThatCantBeMeantOrIsWantingIsTold() throws Exception {
        Path file = file(FILE);
        assertThatThrownBy(() -> run(file, "--kind", "aed", "--crs", "wgs84", "--sheet", "点位"))
                .hasMessage("--sheet is for a workbook or a GeoPackage, and \"aed.csv\" has no sheets: leave it away."
                        + " Nothing was changed.");
        assertThatThrownBy(() -> run(file, "--crs", "wgs84"))
                .hasMessage("Say what the rows are, or which column says it."
                        + " Such as --kind aed, or --map kind=COLUMN.");
        assertThat(count("import_job")).isZero();
    }

    @Test
    void tabsAreCalledSoAndALongListSaysHowMuchMoreThereIs() throws Exception {
        StringBuilder rows = new StringBuilder("编号\t名称\t经度\t纬度\n");
        for (int row = 1; row <= 7; row++) {
            rows.append(row).append("\t厅").append(row).append("\t0\t0\n");
        }
        Path file = Files.writeString(directory.resolve("aed.tsv"), rows + "8\t厅8\t114.25001\t22.55001\n");

        assertThat(run(file, "--kind", "aed", "--crs", "wgs84", "--dry-run"))
                .contains("Reading aed.tsv: TSV, ")
                .containsPattern("row 6: .*\n      and 2 more\n")
                .doesNotContain("row 7: ");
    }

    @Test
    void theRowsToCorrectAreWrittenAndThoseThatAreWellAreNot() throws Exception {
        Path file = file(FILE);
        Path problems = directory.resolve("problems.csv");
        assertThat(run(file, "--kind", "aed", "--crs", "wgs84", "--problems", problems.toString()))
                .contains("The rows to correct are in " + problems);
        assertThat(Files.readString(problems)).contains("随便看看").contains("can’t be read for sure");
        assertThatThrownBy(() ->
                        run(file, "--kind", "aed", "--crs", "wgs84", "--problems", directory + "/none/problems.csv"))
                .hasMessageContaining("can't be written");
    }

    /** What the wizard takes, the command takes: without an option that says so. */
    @Test
    void anybodysGeoJsonGoesThroughTheSameEngine() throws Exception {
        Path tagged = Files.writeString(directory.resolve("osm-aeds.geojson"), """
                {"type": "FeatureCollection", "features": [
                 {"type": "Feature", "properties": {"osm_id": "n1", "emergency": "defibrillator", "name": "One"},
                  "geometry": {"type": "Point", "coordinates": [114.25, 22.55]}}]}
                """);
        List<String> words = List.of(tagged.toString(), "--place", "town");
        assertThat(RegisterCommand.takes(words)).isTrue();
        assertThat(run(tagged, "--crs", "wgs84")).contains("\"town\" is now at change number 1");
        assertThat(count("point WHERE kind = 'aed' AND name = 'One'")).isEqualTo(1);
    }
}
