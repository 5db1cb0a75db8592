package org.sanfen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.FirstAdministrator;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.sanfen.testing.Emptied;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff's report counts internal points, says so, and publishes (coverage.md sections 7 and 8). */
@DatabaseTest
class StaffReportIT {

    private static final String PUBLISH_BUTTON = "<button type=\"button\">";
    private static final String REPORT = "/admin/report/town?standard=aed-100m&lang=en";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    @Autowired
    FirstAdministrator first;

    private StaffClient staff;

    @BeforeEach
    void signInToTheDrawnTown() throws Exception {
        Emptied.ofStaff(JdbcClient.create(database));
        ReportClient.drawTown(database);
        staff = new StaffClient(port).signIn("admin", first.createIfNone().orElseThrow());
    }

    @Test
    void aStrangerIsSentToSignIn() {
        HttpResponse<String> answer = new StaffClient(port).get(REPORT, "Accept", "text/html");

        assertThat(answer.statusCode()).isBetween(300, 399);
        assertThat(answer.headers().firstValue("Location").orElse("")).contains("/admin/login");
    }

    @Test
    void internalPointsCountAndThePageSaysSo() {
        HttpResponse<String> answer = staff.open(REPORT);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Internal", "Counts internal points too", "name=\"robots\" content=\"noindex\"")
                .contains("/admin/report/town.east?standard=aed-100m", "/admin/report/town/map.svg?")
                .contains(
                        "/admin/tiles/coverage/town/aed-100m/always/",
                        "href=\"/admin?place=town&amp;point=aed0002\">Depot</a>");
        assertThat(ReportClient.cell(answer.body(), "town.east", "points")).isEqualTo("1.0");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(new StaffClient(port).get(REPORT.replace("/admin", "")).body())
                .doesNotContain("Internal", "aed0002", "name=\"csrf\"", "class=\"publish\"");
    }

    @Test
    void nothingInternalIsKeptByABrowser() {
        HttpResponse<String> drawing = staff.get("/admin/report/town/map.svg?standard=aed-100m");
        assertThat(drawing.body().split("r=\"4.5\"", -1))
                .as("two dots: the internal AED too")
                .hasSize(3);
        assertThat(drawing.headers().firstValue("Cache-Control")).hasValue("no-store");

        HttpResponse<String> sent = staff.get("/admin/tiles/coverage/town/aed-100m/always/0/13/4264/2987");
        String there = sent.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> tile = staff.get(there);
        assertThat(there).matches("/admin/tiles/coverage/town/aed-100m/always/[0-9a-f]+-1-.*");
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(staff.get("/admin/api/gaps?area=town&standard=aed-100m").statusCode())
                .isEqualTo(200);
        assertThat(new StaffClient(port).get(there).statusCode())
                .as("sent to sign in")
                .isEqualTo(302);
    }

    @Test
    void thePublicSeesWhatWasPublishedUntilItIsPublishedAgain() {
        assertThat(staff.open(REPORT).body())
                .contains("publishes its public figures by itself")
                .doesNotContain(PUBLISH_BUTTON);
        database.update("UPDATE place SET publish = 'by_hand'");
        assertThat(publicReport().statusCode()).isEqualTo(404);
        assertThat(publicReport().body()).contains("Open the report");

        assertThat(staff.open(REPORT).body()).contains(PUBLISH_BUTTON);
        HttpResponse<String> published = staff.send("POST", "/admin/api/runs/publish", "{\"place\": \"town\"}");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        assertThat(publicReport().body()).contains("Published</strong>", "As it stood on");

        database.update("UPDATE point SET status = 'out_of_service', status_reason = 'repair' WHERE id = 'aed0001'");
        database.queryForList("SELECT next_change_number('town', 'points')");
        assertThat(ReportClient.cell(publicReport().body(), "town.west", "points"))
                .as("what was published stays")
                .isEqualTo("1.0");
        String compared = new StaffClient(port)
                .get("/admin/report/town/compare?standard=aed-100m&lang=en")
                .body();
        assertThat(compared).as("the comparison is staff's too").doesNotContain("out of reach");
        assertThat(staff.open("/admin/report/town/compare?standard=aed-100m&lang=en")
                        .body())
                .contains("fell out of it", "data-table=\"points\"", "Mairie");
    }

    private HttpResponse<String> publicReport() {
        return new StaffClient(port).get("/report/town?standard=aed-100m&lang=en", "Accept", "text/html");
    }
}
