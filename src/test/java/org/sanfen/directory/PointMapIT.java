package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The drawing of a point's surroundings on its page. */
@DatabaseTest
class PointMapIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private DirectoryScene scene;

    @BeforeEach
    void aTownWithAStreetEastOfTheAed() {
        scene = new DirectoryScene(database).town();
        scene.point("aaaaaa1");
        street("LINESTRING(7.4206 43.729, 7.4206 43.731)", "Rue <Neuve>");
        street("LINESTRING(7.50 43.729, 7.50 43.731)", "Far Road");
    }

    private void street(String line, String name) {
        database.sql("""
                        INSERT INTO street (place_id, source_id, ordinal, from_node, to_node, geom, length_mm, class, name,
                                            content_hash, valid_from)
                        VALUES ('town', 'way/1', 0, 1, 2, ST_GeomFromText(:line, 4326), 1, 'residential', :name,
                                gen_random_uuid(), 1)
                        """).param("line", line).param("name", name).update();
    }

    private HttpResponse<String> get(String path) {
        return new StaffClient(port).get(path, "Accept", "*/*");
    }

    @Test
    void showsTheStreetsAroundThePointAndNothingBeyond() {
        HttpResponse<String> map = get("/p/aaaaaa1/map.svg?lang=en");

        assertThat(map.statusCode()).isEqualTo(200);
        assertThat(map.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");
        assertThat(map.body())
                .contains("Rue &lt;Neuve&gt;", "50 m", "<title>Where it is</title>")
                .doesNotContain("Far Road", "style=", "<style", "<script", "NaN");
        // 0.0006 degrees east of the middle are 48.3 m, and a unit is 0.6 m
        assertThat(map.body()).containsPattern("d=\"M 400\\.[2-6] ");
    }

    @Test
    void thePageShowsItWhereThereIsAnythingToSee() {
        assertThat(get("/p/aaaaaa1?lang=en").body())
                .contains("/p/aaaaaa1/map.svg?lang=en", "theme=dark", "The streets and houses around it");
        scene.point("aaaaaa2", "lon", 7.435, "lat", 43.745);
        assertThat(get("/p/aaaaaa2?lang=en").body()).doesNotContain("map.svg");
        assertThat(get("/p/aaaaaa1/map.svg?theme=dark").body())
                .isNotEqualTo(get("/p/aaaaaa1/map.svg").body());
    }

    @Test
    void aPointThatThePublicDoesNotSeeHasNoMap() {
        scene.point("aaaaaa2", "visibility", "internal");
        assertThat(get("/p/aaaaaa2/map.svg").statusCode()).isEqualTo(404);
        assertThat(get("/p/aaaaaa1/map.svg?x=1").statusCode()).isEqualTo(400);
    }
}
