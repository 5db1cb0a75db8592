package org.sanfen.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the operator has not said at which address people find the site: a sign would lead to whatever host was asked. */
@DatabaseTest
class SignWithoutAddressIT {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Test
    void noSignIsPrintedAndThePageSaysWhatToSet() throws Exception {
        database.sql("INSERT INTO place (id, name, zone) VALUES ('town', 'Town', 'Europe/Monaco')")
                .update();
        database.sql("""
                        INSERT INTO point (id, place_id, kind, geom, source, change_number)
                        VALUES ('aaaaaa1', 'town', 'aed', 'SRID=4326;POINT(7.42 43.73)', 'staff',
                                next_change_number('town', 'points'))
                        """).update();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/p/aaaaaa1/sign?lang=en"))
                .header("Accept", "text/html")
                .header("X-Forwarded-Host", "evil.example")
                .build();

        HttpResponse<String> refused = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("<html lang=\"en\"", "SANFEN_PUBLIC_URL")
                .doesNotContain("evil.example");
    }
}
