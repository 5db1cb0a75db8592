package org.sanfen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a phone needs to put the map on its home screen. */
@DatabaseTest
class InstallableIT {

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theManifestSpeaksThePagesLanguage() throws Exception {
        JsonNode chinese =
                json.readTree(get("/manifest.webmanifest?lang=zh-Hans").body());
        JsonNode english = json.readTree(get("/manifest.webmanifest?lang=en").body());

        assertThat(chinese.path("name").stringValue()).isEqualTo("三分");
        assertThat(english.path("lang").stringValue()).isEqualTo("en");
        assertThat(english.path("display").stringValue()).isEqualTo("standalone");
        assertThat(english.path("shortcuts").path(0).path("url").stringValue()).isEqualTo("/#kind=aed");
        assertThat(english.path("start_url").stringValue())
                .as("the language stays the device's own choice")
                .isEqualTo("/");
    }

    @Test
    void everyIconHasTheSizeThatTheManifestSays() throws Exception {
        JsonNode manifest = json.readTree(get("/manifest.webmanifest?lang=en").body());
        for (JsonNode icon : manifest.path("icons")) {
            String path = icon.path("src").stringValue();
            BufferedImage picture =
                    ImageIO.read(new ByteArrayInputStream(get(path).body()));
            assertThat(picture.getWidth() + "x" + picture.getHeight())
                    .as(path)
                    .isEqualTo(icon.path("sizes").stringValue());
        }
        for (JsonNode shortcut : manifest.path("shortcuts")) {
            String path = shortcut.path("icons").path(0).path("src").stringValue();
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void theWorkerIsAskedForAnewEachTimeAndMayServeTheWholeSite() throws Exception {
        HttpResponse<byte[]> worker = get("/sw.js");

        assertThat(worker.statusCode()).isEqualTo(200);
        assertThat(worker.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(worker.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(new String(worker.body(), java.nio.charset.StandardCharsets.UTF_8))
                .as("names the parts of this very build")
                .contains("/assets/map-");
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofByteArray());
    }
}
