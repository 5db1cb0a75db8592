package org.sanfen.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanfen.staff.StaffClient.json;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What coverage the public map may lay over its streets. */
@DatabaseTest
class OverlaysIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void drawTheTown() {
        Town.draw(database);
    }

    private HttpResponse<String> get(String path) {
        return new StaffClient(port).get(path);
    }

    @Test
    void whatPeopleWalkToIsOfferedWithTheAddressOfItsTiles() {
        JsonNode overlays = json(get("/api/overlays?place=town")).get("overlays");

        assertThat(overlays.valueStream().map(one -> one.get("standard").stringValue()))
                .contains("aed-fetch-4min", "aed-100m", "fire-point-fetch", "micro-station-3min", "shelter-500m")
                .as("no straight lines, no densities, and no crew that leaves at once")
                .doesNotContain(
                        "aed-250m-straight", "hydrant-150m", "fire-station-7km2", "micro-station-3min-no-turnout");
        JsonNode aed = overlays.valueStream()
                .filter(one -> one.get("standard").stringValue().equals("aed-fetch-4min"))
                .findFirst()
                .orElseThrow();
        assertThat(aed.get("kinds").toString()).isEqualTo("[\"aed\"]");
        assertThat(aed.get("night").booleanValue()).isTrue();
        assertThat(aed.get("names").get("en").stringValue()).isEqualTo("AED fetched within 4 minutes");
        HttpResponse<String> tile = get(aed.get("tiles").stringValue() + "/13/4264/2987");
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }

    @Test
    void nothingIsOfferedThatIsNotPublished() {
        database.sql("UPDATE place SET publish = 'by_hand' WHERE id = 'town'").update();

        assertThat(json(get("/api/overlays?place=town")).get("overlays")).isEmpty();
    }

    @Test
    void aBadParameterIsNamed() {
        assertThat(json(get("/api/overlays?place=atlantis")).get("parameter").stringValue())
                .isEqualTo("place");
        assertThat(json(get("/api/overlays?place=town&lon=7.4")).get("code").stringValue())
                .isEqualTo("unknown_parameter");
    }
}
