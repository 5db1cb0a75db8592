package org.sanfen.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * A place's public points as a file to take away: {@code GET /api/places/ID/points.geojson} and {@code points.csv}, whole
 * and with licence and attribution in it. Sent while it is read, so that a country takes no more memory than a village.
 */
@RestController
class OpenDataController {

    private static final int BUFFER_BYTES = 1 << 16;

    private final PlaceStore places;
    private final ChangeNumbers numbers;
    private final PlacePoints points;
    private final OpenDataGeoJson geoJson;
    private final OpenDataCsv csv;
    private final Messages messages;

    OpenDataController(
            PlaceStore places,
            ChangeNumbers numbers,
            PlacePoints points,
            OpenDataGeoJson geoJson,
            OpenDataCsv csv,
            Messages messages) {
        this.places = places;
        this.numbers = numbers;
        this.points = points;
        this.geoJson = geoJson;
        this.csv = csv;
        this.messages = messages;
    }

    @GetMapping("/api/places/{place}/points.geojson")
    void geoJson(@PathVariable String place, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        send(place, geoJson, request, response);
    }

    @GetMapping("/api/places/{place}/points.csv")
    void csv(@PathVariable String place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(place, csv, request, response);
    }

    private void send(String id, OpenData format, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        QueryParameters.allowOnly(request, "lang");
        Place place = places.findPlace(id)
                .orElseThrow(() -> ApiProblem.notFound("There is no place \"" + id + "\"; /api/places lists them."));
        // Read before the points: a write in between makes the file newer than its tag, never older.
        Map<Part, Long> versions = numbers.current(id);
        String language = PageLanguage.of(request);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (new ServletWebRequest(request, response).checkNotModified(tag(place, versions, format, language))) {
            return;
        }
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("sanfen-%s-points.%s".formatted(id, format.ending()), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        String label = place.schematic() ? messages.text(language, "site.schematic") : null;
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER_BYTES);
        format.write(
                new OpenData.Notice(place, label, versions.get(Part.POINTS)),
                taker -> points.forEach(id, Audience.PUBLIC, taker),
                out);
        out.flush();
    }

    /** The language is in it for the label's sake; a place made anew counts from 1 again, hence when it was made. */
    private String tag(Place place, Map<Part, Long> versions, OpenData format, String language) {
        return "W/\"%s-%d-%d-%d-%s-%s\""
                .formatted(
                        place.id(),
                        numbers.findMadeAt(place.id())
                                .map(Instant::toEpochMilli)
                                .orElse(0L),
                        versions.get(Part.POINTS),
                        versions.get(Part.SETTINGS),
                        format.ending(),
                        language);
    }
}
