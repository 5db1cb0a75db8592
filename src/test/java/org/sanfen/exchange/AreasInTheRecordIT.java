package org.sanfen.exchange;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who changed what of areas and their residents is in the record of what staff did. */
@DatabaseTest
class AreasInTheRecordIT {

    private static final String BLOCKS =
            "[[[7.4225,43.7297],[7.4250,43.7297],[7.4250,43.7350],[7.4225,43.7350],[7.4225,43.7297]]]";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcTemplate scene;

    @Autowired
    Populations populations;

    @Autowired
    FirstAdministrator first;

    private StaffClient staff;

    @BeforeEach
    void aTown() throws Exception {
        Emptied.ofPlacesAndStaff(database);
        scene.execute(new ClassPathResource("report/scene.sql").getContentAsString(StandardCharsets.UTF_8));
        staff = new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
    }

    private JsonNode make(String name) {
        return done(staff.send(
                "POST",
                "/admin/api/areas",
                "{\"place\":\"town\",\"layer\":\"drawn\",\"name\":\"" + name
                        + "\",\"names\":{\"en\":\"Blocks\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + BLOCKS + "}}"));
    }

    private static JsonNode done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return json(answer);
    }

    private static long version(JsonNode done) {
        return done.get("area").get("properties").get("version").longValue();
    }

    /** Of areas, oldest first. */
    private List<String> record() {
        List<String> newestFirst = json(staff.get("/admin/api/staff-activity"))
                .get("entries")
                .valueStream()
                .filter(entry -> entry.get("action").stringValue().matches("area.*|residents.*"))
                .map(entry -> entry.get("login").stringValue() + " "
                        + entry.get("action").stringValue() + " "
                        + entry.get("detail").stringValue())
                .collect(toCollection(ArrayList::new));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private JsonNode lastChanges() {
        return json(staff.get("/admin/api/staff-activity"))
                .get("entries")
                .get(0)
                .get("changes");
    }

    @Test
    void drawingChangingDeletingAndUndoingAreTold() {
        JsonNode made = make("东街");
        JsonNode changed = done(staff.send(
                "PATCH",
                "/admin/api/areas/town.blocks",
                "{\"version\":" + version(made)
                        + ",\"name\":\"东一街\",\"residents\":800,\"targets\":{\"aed-100m\":95},\"geometry\":"
                        + "{\"type\":\"Polygon\",\"coordinates\":" + BLOCKS.replace("7.4250", "7.4251") + "}}"));

        JsonNode changes = lastChanges();
        assertThat(changes.valueStream().map(one -> one.get("field").stringValue()))
                .containsExactly("name", "residents", "targets", "outline");
        assertThat(changes.get(0).get("before").stringValue()).isEqualTo("东街");
        assertThat(changes.get(0).get("after").stringValue()).isEqualTo("东一街");
        assertThat(changes.get(2).get("after").stringValue()).isEqualTo("aed-100m 95.0");

        JsonNode ended = done(staff.send("DELETE", "/admin/api/areas/town.blocks?version=" + version(changed), ""));
        done(staff.send(
                "POST",
                "/admin/api/areas/undo",
                "{\"place\":\"town\",\"change_number\":"
                        + ended.get("change_number").longValue() + "}"));

        assertThat(record())
                .containsExactly(
                        "admin area_created 东街 (town.blocks)",
                        "admin area_changed 东一街 (town.blocks)",
                        "admin area_deleted 东一街 (town.blocks)",
                        "admin areas_undone town: 东一街");
    }

    @Test
    void aGridIsOneEntryWithHowManyCells() {
        make("Blocks");

        done(staff.send("POST", "/admin/api/areas/grid?apply=true", "{\"area\":\"town.blocks\",\"size_m\":200}"));

        assertThat(record().get(1)).startsWith("admin area_grid_made town: ").contains(", … (");
        assertThat(lastChanges().get(0).get("field").stringValue()).isEqualTo("areas_new");
        assertThat(Integer.parseInt(lastChanges().get(0).get("after").stringValue()))
                .isGreaterThan(1);
    }

    @Test
    void residentsAreToldByAreaAndByFileAndNotWithoutAnAccount() {
        done(staff.send("PATCH", "/admin/api/population/town", "{\"residents\":77}"));
        assertThat(lastChanges().toString()).isEqualTo("[{\"field\":\"residents\",\"after\":\"77\"}]");

        done(staff.sendText("/admin/api/population?place=town&apply=true", "text/csv", "town,1200"));
        populations.apply("town", "town,1300".getBytes(StandardCharsets.UTF_8), null);

        assertThat(record()).hasSize(2);
        assertThat(record().get(0)).startsWith("admin residents_changed ").endsWith(" (town)");
        assertThat(record().get(1)).startsWith("admin residents_imported town: ");
    }

    @Test
    void whatIsRefusedLeavesNoRecord() {
        make("Blocks");
        assertThat(staff.send("PATCH", "/admin/api/areas/town.blocks", "{\"version\":1,\"name\":\"Other\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(record()).hasSize(1);
    }
}
