package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanfen.exchange.osm.Scene;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Populations from a file or the editor, and what an import leaves of them (coverage.md section 1). */
@DatabaseTest
class PopulationIT {

    private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());

    @LocalServerPort
    int port;

    @Autowired
    OsmImport osmImport;

    @Autowired
    Populations populations;

    @Autowired
    ChangeNumbers numbers;

    @Autowired
    FirstAdministrator first;

    @Autowired
    JdbcClient database;

    @TempDir
    Path directory;

    private StaffClient staff;

    @BeforeEach
    void aTown() throws Exception {
        database.sql("DELETE FROM place").update();
        Emptied.ofStaff(database);
        staff = new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
        importTown(1);
        database.sql("UPDATE area SET code = '440308', residents = 900 WHERE id = 'town'")
                .update();
    }

    private void importTown(int generation) throws Exception {
        Scene scene = new Scene()
                .bounds(0, 0, 0.01, 0.01)
                .node(1, 0.001, 0.001)
                .node(2, 0.005, 0.001)
                .node(3, 0.005, 0.005)
                .node(4, 0.001, 0.005)
                .way(10, "1 2 3", "highway=residential", "name=Street " + generation)
                .way(11, "1 2 3 4 1", "building=yes");
        osmImport.run(
                new ImportRequest(
                        Files.writeString(directory.resolve("town" + generation + ".osm"), scene.xml()),
                        "town",
                        "Town",
                        Map.of(),
                        ZoneOffset.UTC,
                        "MC",
                        null,
                        false),
                QUIET);
    }

    private long residents() {
        return json(new StaffClient(port).get("/api/areas?place=town"))
                .get("features")
                .get(0)
                .get("properties")
                .get("residents")
                .longValue();
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFileGivesPopulationsByCodeOrIdUnderOneChangeNumber() {
        long before = numbers.current("town").get(ChangeNumbers.Part.DEMAND);

        Populations.Outcome outcome = populations.apply("town", csv("区划代码,常住人口\n440308,1200\n440999,7\n"), null);

        assertThat(outcome.changes()).containsExactly(new Populations.Change("town", "Town", 900L, 1200));
        assertThat(outcome.bad()).containsExactly(new Populations.BadRow(3, "440999", "population.bad.unknown"));
        assertThat(residents()).isEqualTo(1200);
        assertThat(numbers.current("town").get(ChangeNumbers.Part.DEMAND))
                .isEqualTo(outcome.changeNumber())
                .isGreaterThan(before);
        assertThat(populations.apply("town", csv("town,1200"), null).changeNumber())
                .as("nothing new takes no number")
                .isNull();
    }

    @Test
    void anImportLeavesWhatStaffGave() throws Exception {
        populations.apply("town", csv("town,1200"), null);

        importTown(2);

        assertThat(residents()).isEqualTo(1200);
        JsonNode area = json(new StaffClient(port).get("/api/areas?place=town"))
                .get("features")
                .get(0)
                .get("properties");
        assertThat(area.get("residents_source").stringValue()).isEqualTo("csv");
        assertThat(area.get("residents_given_on").stringValue()).isNotBlank();
    }

    @Test
    void aPreviewTellsAndWritesNothing() {
        HttpResponse<String> preview = staff.sendText(
                "/admin/api/population?place=town&lang=en", "text/csv", "code,residents\ntown,1200\nx,1\ntown2,many\n");

        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        assertThat(json(preview).get("changes").get(0).get("after").longValue()).isEqualTo(1200);
        assertThat(json(preview).get("bad")).hasSize(2);
        assertThat(json(preview).get("bad").get(0).get("reason").stringValue())
                .isEqualTo("No area of this place has this code or id.");
        assertThat(residents()).isEqualTo(900);

        HttpResponse<String> applied =
                staff.sendText("/admin/api/population?place=town&apply=true", "text/csv", "town,1200");
        assertThat(json(applied).get("change_number").longValue()).isPositive();
        assertThat(residents()).isEqualTo(1200);
    }

    @Test
    void oneAreaIsEditedAndTakenBack() {
        HttpResponse<String> set = staff.send("PATCH", "/admin/api/population/town", "{\"residents\":77}");
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        assertThat(json(set).get("source").stringValue()).isEqualTo("staff");
        assertThat(residents()).isEqualTo(77);

        staff.send("PATCH", "/admin/api/population/town", "{\"residents\":null}");
        assertThat(residents()).as("the extract's figure stands again").isEqualTo(900);

        for (String bad :
                new String[] {"{\"residents\":-1}", "{\"residents\":1.5}", "{\"residents\":\"many\"}", "{}"}) {
            assertThat(staff.send("PATCH", "/admin/api/population/town", bad).statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(staff.send("PATCH", "/admin/api/population/town.nowhere", "{\"residents\":1}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyStaffMayGiveOrRead() {
        assertThat(new StaffClient(port).get("/admin/api/population?place=town").statusCode())
                .isEqualTo(401);
        assertThat(json(staff.get("/admin/api/population?place=town"))
                        .get("areas")
                        .get(0)
                        .get("source")
                        .stringValue())
                .isEqualTo("osm");
        assertThat(staff.get("/admin/api/population?place=atlantis").statusCode())
                .isEqualTo(400);
    }
}
