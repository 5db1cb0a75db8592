package org.sanfen.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /api/map-points?place=}: all public points of a place in one answer, column by column ({@link PointColumns}),
 * with all that the map, its list, its search and a point's details show. The page asks once and then needs to ask nothing
 * about any point, so that no request tells which one somebody looks at. Kept compressed until a point changes.
 */
@RestController
class MapPointsController {

    private static final long ROOM_BYTES = 32 << 20;

    private final PlaceStore places;
    private final ChangeNumbers numbers;
    private final PlacePoints points;
    private final JsonMapper json;
    private final Cache<String, byte[]> finished = Caffeine.newBuilder()
            .maximumWeight(ROOM_BYTES)
            .weigher((String tag, byte[] answer) -> answer.length)
            .build();

    MapPointsController(PlaceStore places, ChangeNumbers numbers, PlacePoints points, JsonMapper json) {
        this.places = places;
        this.numbers = numbers;
        this.points = points;
        this.json = json;
    }

    @GetMapping("/api/map-points")
    ResponseEntity<byte[]> list(
            @RequestParam("place") String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings,
            HttpServletRequest asked,
            WebRequest request) {
        QueryParameters.allowOnly(asked, "place");
        Place place = places.findPlace(id)
                .orElseThrow(() ->
                        ApiProblem.badParameter("place", "There is no place \"" + id + "\"; /api/places lists them."));
        // Read before the points: a write in between makes the answer newer than its tag, never older.
        Map<Part, Long> versions = numbers.current(id);
        long madeAt = numbers.findMadeAt(id).map(Instant::toEpochMilli).orElse(0L);
        String tag = "W/\"%s-%d-%d-%d\"".formatted(id, madeAt, versions.get(Part.POINTS), versions.get(Part.SETTINGS));
        if (request.checkNotModified(tag)) {
            return null;
        }
        byte[] answer = finished.get(tag, missing -> compressed(place, versions.get(Part.POINTS)));
        ResponseEntity.BodyBuilder head = ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .eTag(tag)
                .contentType(MediaType.APPLICATION_JSON);
        return encodings.contains("gzip")
                ? head.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(answer)
                : head.body(plain(answer));
    }

    private byte[] compressed(Place place, long changeNumber) {
        PointColumns columns = new PointColumns();
        points.forEach(place.id(), Audience.PUBLIC, columns::add);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes);
                JsonGenerator out = json.createGenerator(gzip)) {
            out.writeStartObject();
            out.writeStringProperty("place", place.id());
            out.writeNumberProperty("change_number", changeNumber);
            out.writeStringProperty("attribution", place.attribution());
            out.writeStringProperty("licence", place.licence());
            columns.write(out);
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** For the rare client that takes no gzip. */
    private static byte[] plain(byte[] compressed) {
        try (GZIPInputStream answer = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return answer.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
