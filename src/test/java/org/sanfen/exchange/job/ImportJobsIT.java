package org.sanfen.exchange.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanfen.exchange.Refusal;
import org.sanfen.exchange.job.ImportJob.State;
import org.sanfen.exchange.register.FileLook;
import org.sanfen.exchange.register.ReadingChoice;
import org.sanfen.exchange.register.RegisterRefused;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A register's file from the upload to the undoing, and what a death in between leaves. */
@DatabaseTest
@Import(StagedRows.class)
class ImportJobsIT {

    private static final String FILE = """
            编号,名称,地址,经度,纬度
            1,市政厅,福华路1号,114.2500,22.5500
            2,图书馆,福华路10号,,
            3,体育馆,某某路9号,,
            4,学校,,114.2600,22.5600
            5,塔,,0,0
            """;

    @Autowired
    ImportJobs jobs;

    @Autowired
    ImportJobStore store;

    @Autowired
    ImportWork work;

    @Autowired
    CorrectionFile corrections;

    @Autowired
    DutyLines dutyLines;

    @Autowired
    StagedRows rows;

    @Autowired
    PlaceStore places;

    @Autowired
    JdbcClient database;

    private Place town;

    @BeforeEach
    void oneTownWithAStreet() {
        rows.oneTown();
        town = places.findPlace(StagedRows.PLACE).orElseThrow();
        database.sql("""
                        INSERT INTO street (place_id, source_id, ordinal, from_node, to_node, geom, length_mm, class, name,
                                            content_hash, valid_from)
                        VALUES ('town', 'way/1', 0, 1, 2,
                                ST_GeomFromText('LINESTRING(114.24 22.55, 114.248 22.55)', 4326), 822000, 'residential',
                                '福华路', gen_random_uuid(), 1)
                        """).update();
    }

    private ImportJob open(String name, byte[] bytes) {
        return jobs.open(town, name, new ByteArrayInputStream(bytes), null);
    }

    private ImportJob open(String text) {
        return open("登记表.csv", text.getBytes(Charset.forName("GB18030")));
    }

    private ReadingChoice choice(ImportJob job) {
        FileLook look = jobs.look(job);
        ReadingChoice guess = ReadingChoice.of(look, "aed", "register", "CC-BY-4.0");
        return new ReadingChoice(
                guess.charset(),
                guess.delimiter(),
                guess.quote(),
                guess.part(),
                guess.headerRow(),
                guess.mapping(),
                "WGS84",
                false,
                "aed",
                "register",
                "CC-BY-4.0");
    }

    private ImportJob preview(ImportJob job) throws InterruptedException {
        jobs.choose(job.id(), choice(job));
        return jobs.carryOut(job.id(), (step, done) -> {});
    }

    private ImportJob take(String text) throws InterruptedException {
        ImportJob job = preview(open(text));
        jobs.apply(job.id());
        return jobs.carryOut(job.id(), (step, done) -> {});
    }

    @Test
    void aFileIsReadPlacedTakenOverAndItsSecondImportChangesNothing() throws Exception {
        ImportJob job = preview(open(FILE));

        assertThat(job.state()).isEqualTo(State.READY);
        assertThat(job.fileName()).isEqualTo("登记表.csv");
        assertThat(rows.whats(job.id()).values()).containsExactly("new", "new", "problem", "new", "problem");
        assertThat(job.counts().get("placed").intValue()).isEqualTo(1);
        assertThat(job.counts().get("problems").get("address_not_found").intValue())
                .isEqualTo(1);
        assertThat(job.counts().get("problems").get("position_from_address").intValue())
                .as("only the one that was placed")
                .isEqualTo(1);
        assertThat(rows.count("point")).as("only looked at so far").isZero();

        jobs.apply(job.id());
        ImportJob applied = jobs.carryOut(job.id(), (step, done) -> {});

        assertThat(applied.counts().get("points_new").intValue()).isEqualTo(3);
        assertThat(rows.point("2"))
                .as("placed along its street, so it waits for an editor")
                .containsEntry("visibility", "internal")
                .containsEntry("status", "active");
        assertThat((double) rows.point("2").get("accuracy_m")).isBetween(300.0, 500.0);
        assertThat((double) rows.point("2").get("lon")).isBetween(114.24, 114.248);
        assertThat(rows.point("1")).containsEntry("visibility", "public");

        ImportJob again = take(FILE);
        assertThat(again.changeNumber()).isNull();
        assertThat(again.counts().get("unchanged").intValue()).isEqualTo(3);
    }

    private static final String MOBILES = """
            编号,名称,经度,纬度,电话
            1,市政厅,114.2500,22.5500,13912345678
            2,学校,114.2600,22.5600,13987654321
            """;

    private void confirmFirstDutyLineOf(String file) throws InterruptedException {
        ImportJob job = preview(open(file));
        assertThat(dutyLines.confirm(job.id(), 2, true)).isTrue();
        jobs.apply(job.id());
        jobs.carryOut(job.id(), (step, done) -> {});
    }

    @Test
    void aConfirmedDutyLineOutlastsTheNextImportOfTheSameFile() throws Exception {
        confirmFirstDutyLineOf(MOBILES);
        assertThat(rows.point("1")).containsEntry("phone_is_duty_line", true);
        Object phone = rows.point("1").get("phone");
        assertThat(phone).isNotNull();

        ImportJob again = take(MOBILES);

        assertThat(again.counts().get("unchanged").intValue()).isEqualTo(2);
        assertThat(again.changeNumber()).isNull();
        assertThat(rows.point("1")).containsEntry("phone", phone).containsEntry("phone_is_duty_line", true);
        assertThat(rows.point("2")).containsEntry("phone", null).containsEntry("phone_is_duty_line", false);
    }

    @Test
    void aDutyLineThatIsNoLongerConfirmedGoesAndStaysAway() throws Exception {
        confirmFirstDutyLineOf(MOBILES);
        ImportJob job = preview(open(MOBILES.replace("市政厅", "新市政厅")));
        assertThat(rows.importRow(job.id(), 2).get("changes").toString()).doesNotContain("phone");

        assertThat(dutyLines.confirm(job.id(), 2, false)).isTrue();

        assertThat(rows.importRow(job.id(), 2).get("said").toString()).contains("\"phone\": null");
        rows.edit("2", "level", "2"); // so that the plan is made again
        jobs.apply(job.id());
        jobs.carryOut(job.id(), (step, done) -> {});
        assertThat(rows.point("1"))
                .containsEntry("name", "新市政厅")
                .containsEntry("phone", null)
                .containsEntry("phone_is_duty_line", false);
        assertThat(take(MOBILES.replace("市政厅", "新市政厅")).changeNumber()).isNull();
    }

    @Test
    void confirmingAndTakingItBackLeavesTheRowAsItWas() throws Exception {
        confirmFirstDutyLineOf(MOBILES);
        ImportJob job = preview(open(MOBILES.replace("13912345678", "13700000000")));
        String changes = rows.importRow(job.id(), 2).get("changes").toString();
        assertThat(changes).contains("\"phone_is_duty_line\": [true, false]");

        dutyLines.confirm(job.id(), 2, true);
        assertThat(rows.importRow(job.id(), 2).get("changes").toString())
                .contains("\"phone\"")
                .doesNotContain("phone_is_duty_line");
        dutyLines.confirm(job.id(), 2, false);

        assertThat(rows.importRow(job.id(), 2).get("changes")).hasToString(changes);
    }

    /** Texts that a spreadsheet would run, a place in two languages, cells that can't be read, an id that stands twice. */
    private static final String FLAWED = """
            编号,名称,placement,placement.en,how_to_open.en,attributes.brand,检查日期,经度,纬度
            1,市政厅,-1层停车场入口,"=B1, entrance",Lift the lid,Zoll,哪天,114.25001,22.55001
            2,图书馆,大厅,Hall,,,2026-01-02,114.25201,22.55201
            2,=图书馆,大厅,Hall,,,2026-01-02,114.25301,22.55301
            3,体育馆,+门口,,,,,,
            4,学校,门卫,,,,2026-01-02,114.26001,22.56001
            5,塔,顶层,,,,,114.26101,22.56101,多余的格
            """;

    private byte[] download(ImportJob job) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        corrections.write(job, "en", out);
        return out.toByteArray();
    }

    /** Row by row what it is, what was understood and what is wrong, without the row's number. */
    private List<String> problemRows(ImportJob job) {
        return database.sql("""
                        SELECT concat_ws(' ', what, source_id, said, ST_AsText(geom), address, mobile,
                                         (SELECT jsonb_agg(problem - 'hint') FROM jsonb_array_elements(problems) AS problem))
                        FROM import_row
                        WHERE job_id = :job AND problems <> '[]'
                        ORDER BY number
                        """).param("job", job.id()).query(String.class).list();
    }

    @Test
    void theRowsToCorrectComeBackAsTheyWere() throws Exception {
        ImportJob job = preview(open(FLAWED));
        byte[] file = download(job);

        String[] lines = new String(file, StandardCharsets.UTF_8).split("\r?\n");
        assertThat(lines[0])
                .isEqualTo("\ufeffrow (Sanfen),problems (Sanfen),"
                        + FLAWED.lines().findFirst().get());
        assertThat(lines)
                .as("with the first row of the id that stands twice, without the one that has no problem")
                .hasSize(6)
                .noneMatch(line -> line.contains("学校"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("5,")
                        .contains("neither a position nor an address")
                        .contains(",3,体育馆,'+门口,"));

        ImportJob again = preview(open("problems.csv", file));

        assertThat(problemRows(job)).hasSize(4);
        assertThat(problemRows(again)).isEqualTo(problemRows(job));
        assertThat(download(again)).as("and so for ever").hasSameSizeAs(file);

        String corrected = new String(file, StandardCharsets.UTF_8)
                .replace("哪天", "2026-03-04")
                .replace(",3,体育馆,'+门口,,,,,,", ",3,体育馆,'+门口,,,,,114.25401,22.55401");
        ImportJob mended = preview(open("problems.csv", corrected.getBytes(StandardCharsets.UTF_8)));
        jobs.apply(mended.id());
        jobs.carryOut(mended.id(), (step, done) -> {});

        assertThat(rows.point("1").get("verified_on")).hasToString("2026-03-04");
        assertThat(rows.point("1").get("placement").toString())
                .contains("-1层停车场入口", "=B1")
                .doesNotContain("'");
        assertThat(rows.point("3")).containsEntry("lon", 114.25401);
    }

    @ParameterizedTest
    @CsvSource({"24小时, 0", "随便看看, 1"})
    void onlyRowsThatSomebodyHasToLookAtAreCountedAsToCorrect(String hours, int toCorrect) throws Exception {
        ImportJob job = preview(open("编号,名称,经度,纬度,开放时间\n1,市政厅,114.25001,22.55001," + hours + "\n"));

        assertThat(job.counts().get("problems"))
                .as("that hours were put into OSM syntax is a note")
                .hasSize(1);
        assertThat(job.counts().get("to_correct").intValue()).isEqualTo(toCorrect);
        assertThat(new String(download(job), StandardCharsets.UTF_8).lines()).hasSize(1 + toCorrect);
    }

    @Test
    void aRowWithoutAnIdIsStillTheSameWhenItComesBackCorrected() throws Exception {
        String file = """
                名称,检查日期,经度,纬度
                市政厅,哪天,114.25001,22.55001
                学校,2026-01-02,114.26001,22.56001
                """;
        take(file);
        ImportJob job = preview(open(file));
        String corrected = new String(download(job), StandardCharsets.UTF_8).replace("市政厅,哪天", "新市政厅,2026-03-04");

        ImportJob mended = preview(open("problems.csv", corrected.getBytes(StandardCharsets.UTF_8)));

        assertThat(mended.counts().get("changed").intValue()).isEqualTo(1);
        assertThat(mended.counts().get("rows").intValue()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoRegisterLeavesNothingBehind() {
        assertThatThrownBy(() -> open("empty.csv", new byte[0])).isInstanceOf(RegisterRefused.class);

        assertThat(rows.count("import_job")).isZero();
        assertThat(rows.count("import_file_part")).isZero();
    }

    @Test
    void whatCantBeMeantIsRefusedByItsField() {
        ImportJob job = open(FILE);
        ReadingChoice good = choice(job);

        assertThatThrownBy(() -> jobs.choose(job.id(), with(good, "osm", "WGS84", "aed")))
                .isInstanceOfSatisfying(
                        ChoiceRefused.class, one -> assertThat(one.parameter()).isEqualTo("source"));
        assertThatThrownBy(() -> jobs.choose(job.id(), with(good, "register", "EPSG:99", "aed")))
                .isInstanceOfSatisfying(
                        ChoiceRefused.class, one -> assertThat(one.parameter()).isEqualTo("crs"));
        assertThatThrownBy(() -> jobs.choose(job.id(), with(good, "register", "WGS84", null)))
                .isInstanceOfSatisfying(
                        ChoiceRefused.class, one -> assertThat(one.parameter()).isEqualTo("kind"));
    }

    private static ReadingChoice with(ReadingChoice good, String source, String crs, String kind) {
        return new ReadingChoice(
                good.charset(),
                good.delimiter(),
                good.quote(),
                good.part(),
                good.headerRow(),
                good.mapping(),
                crs,
                false,
                kind,
                source,
                null);
    }

    /** What kill -9 does to a thread: nothing behind it is carried out. */
    private static final class Death extends Error {}

    private void dieAt(long id, String step) {
        assertThatThrownBy(() -> work.carryOut(id, (now, done) -> {
                    if (now.equals(step)) {
                        throw new Death();
                    }
                }))
                .isInstanceOf(Death.class);
    }

    private static String manyRows(int count) {
        return "编号,名称,经度,纬度\n"
                + IntStream.range(0, count)
                        .mapToObj(i -> String.format(
                                Locale.ROOT,
                                "%d,点%d,%.5f,%.5f",
                                i,
                                i,
                                114.21 + i % 80 * 0.001,
                                22.51 + i / 80 * 0.0005))
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void aServerThatDiesWhileReadingLeavesAWishThatTheNextOneFulfils() throws Exception {
        ImportJob job = open(manyRows(2500));
        store.chosen(job.id(), choice(job), 2500);
        dieAt(job.id(), "comparing");

        assertThat(rows.count("import_row")).isZero();
        ImportJob ready = jobs.carryOut(job.id(), (step, done) -> {});

        assertThat(ready.state()).isEqualTo(State.READY);
        assertThat(ready.counts().get("new").intValue()).isEqualTo(2500);
    }

    @Test
    void aServerThatDiesWhileTakingOverLeavesNoHalfImport() throws Exception {
        ImportJob job = preview(open(manyRows(2500)));
        store.wish(job.id(), State.READY, State.APPLYING);
        dieAt(job.id(), "writing");

        ImportJob applied = jobs.carryOut(job.id(), (step, done) -> {});

        assertThat(applied.state()).isEqualTo(State.APPLIED);
        assertThat(applied.changeNumber()).as("the first try took none").isEqualTo(1);
        assertThat(rows.count("point")).isEqualTo(2500);
        assertThat(rows.count("point_history")).isEqualTo(2500);
    }

    @Test
    void aLostDatabaseConnectionTakesNothingOverAndSaysSo() throws Exception {
        ImportJob job = preview(open(manyRows(100)));
        store.wish(job.id(), State.READY, State.APPLYING);
        work.carryOut(job.id(), (step, done) -> {
            if (step.equals("writing") && done > 0) {
                database.sql("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
                        .query()
                        .listOfRows();
            }
        });

        ImportJob given = jobs.findJob(job.id()).orElseThrow();
        if (given.state() == State.READY) {
            assertThat(given.problem().get("key").stringValue()).isEqualTo("import.failed");
            assertThat(rows.count("point")).isZero();
            jobs.apply(job.id());
        }
        assertThat(jobs.carryOut(job.id(), (step, done) -> {}).state()).isEqualTo(State.APPLIED);
        assertThat(rows.count("point")).isEqualTo(100);
    }

    @Test
    void aServerThatStopsWhileReadingLeavesTheWishWhateverTheReaderSaid() throws Exception {
        ImportJob job = open(FILE);
        store.chosen(job.id(), choice(job), 5);
        work.carryOut(job.id(), (step, done) -> {
            if (step.equals("comparing")) {
                Thread.currentThread().interrupt();
                throw new RegisterRefused(Refusal.BROKEN, "登记表.csv", "closed by interrupt");
            }
        });
        assertThat(Thread.interrupted()).isTrue();

        assertThat(jobs.carryOut(job.id(), (step, done) -> {}).state()).isEqualTo(State.READY);
    }

    @Test
    void aWantOfMemoryEndsTheImportAndSaysSo() {
        ImportJob job = open(FILE);
        store.chosen(job.id(), choice(job), 5);
        work.carryOut(job.id(), (step, done) -> {
            if (step.equals("comparing")) {
                throw new OutOfMemoryError("for a try");
            }
        });

        ImportJob given = jobs.findJob(job.id()).orElseThrow();
        assertThat(given.state()).isIn(State.FAILED, State.READY);
        if (given.state() == State.FAILED) {
            assertThat(given.problem().get("key").stringValue()).isEqualTo("import.failed");
        }
    }

    @Test
    void anImportThatSomebodyTakesOverMeanwhileIsNotForgotten() throws Exception {
        ImportJob job = preview(open(FILE));
        store.wish(job.id(), State.READY, State.APPLYING);

        assertThatThrownBy(() -> jobs.discard(job.id())).isInstanceOf(ImportJobs.Elsewhere.class);

        jobs.carryOut(job.id(), (step, done) -> {});
        assertThatThrownBy(() -> jobs.discard(job.id())).isInstanceOf(ImportJobs.Elsewhere.class);
        assertThat(rows.count("import_job")).isEqualTo(1);
    }

    @Test
    void aCellMayHoldWhatLooksLikeAnEscapeAndWhatNoDatabaseKeeps() throws Exception {
        String file = """
                {"type": "FeatureCollection", "features": [{"type": "Feature",
                 "geometry": {"type": "Point", "coordinates": [114.25001, 22.55001]},
                 "properties": {"source_id": "1", "name": "市\\u0000政\\\\u0000厅", "equipment": [{"item": "斧\\u0000"}]}}]}
                """;
        ImportJob read = preview(open("r.geojson", file.getBytes(StandardCharsets.UTF_8)));
        jobs.apply(read.id());
        ImportJob job = jobs.carryOut(read.id(), (step, done) -> {});

        assertThat(job.state()).isEqualTo(State.APPLIED);
        assertThat(rows.point("1")).containsEntry("name", "市政\\u0000厅");
        assertThat(rows.point("1").get("equipment").toString()).contains("\"斧\"");
    }

    @Test
    void whatKillsServersIsNotTriedForEver() throws Exception {
        ImportJob job = preview(open(FILE));
        database.sql("UPDATE import_job SET state = 'applying', attempts = 3").update();

        ImportJob given = jobs.carryOut(job.id(), (step, done) -> {});

        assertThat(given.state()).isEqualTo(State.READY);
        assertThat(given.problem().get("key").stringValue()).isEqualTo("import.failed.attempts");
    }

    @Test
    void cancellingWhileReadingLeavesNoRows() throws Exception {
        ImportJob job = open(manyRows(2500));
        store.chosen(job.id(), choice(job), 2500);
        jobs.cancel(job.id());

        ImportJob cancelled = jobs.carryOut(job.id(), (step, done) -> {});

        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(rows.count("import_row")).isZero();
        assertThat(preview(cancelled).state()).as("it can be begun again").isEqualTo(State.READY);
    }

    @Test
    void whatNobodyTouchedForLongIsTidiedAndCanStillBeUndone() throws Exception {
        ImportJob applied = take(FILE);
        database.sql("UPDATE import_job SET changed_at = now() - interval '31 days'")
                .update();

        store.tidy(30);

        assertThat(rows.count("import_row")).isZero();
        assertThat(rows.count("import_file_part")).isZero();
        jobs.undo(applied.id());
        assertThat(jobs.carryOut(applied.id(), (step, done) -> {}).state()).isEqualTo(State.UNDONE);
        assertThat(rows.count("point WHERE status <> 'removed'")).isZero();
    }

    @Test
    void theFirstRowsAreShownInEachSystem() throws IOException {
        ImportJob job = open(FILE);

        var sample = jobs.sample(job.id(), choice(job), List.of("WGS84", "GCJ02"));

        assertThat(sample.get("WGS84").get(0)).containsExactly(114.25, 22.55);
        assertThat(sample.get("GCJ02").get(0)[0]).isNotEqualTo(114.25);
    }
}
