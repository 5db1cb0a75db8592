package org.sanfen.street;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.sanfen.place.PlaceStore;
import org.sanfen.street.WalkPacks.Pack;
import org.sanfen.street.WalkPacks.Version;
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

/**
 * {@code GET /api/walk-pack?place=}: the walking network of a whole place, so that no question about a way ever comes here.
 * {@code version} is the greater of the place's change numbers of streets and basemap: with the current one the answer may
 * be kept for ever, with another or none it is asked for again.
 */
@RestController
class WalkPackController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PlaceStore places;
    private final WalkPacks packs;

    WalkPackController(PlaceStore places, WalkPacks packs) {
        this.places = places;
        this.packs = packs;
    }

    @GetMapping("/api/walk-pack")
    ResponseEntity<byte[]> pack(
            @RequestParam String place,
            @RequestParam(required = false) Long version,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings,
            HttpServletRequest asked,
            WebRequest request)
            throws IOException {
        QueryParameters.allowOnly(asked, "place", "version");
        if (places.findPlace(place).isEmpty()) {
            throw ApiProblem.badParameter("place", "There is no place \"" + place + "\"; /api/places lists them.");
        }
        Version current = packs.version(place);
        if (request.checkNotModified(current.tag())) {
            return null;
        }
        Pack pack = packs.getPack(current);
        boolean asItIs = encodings.contains("gzip");
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(version != null && version == pack.version().number() ? FOR_EVER : CacheControl.noCache())
                .eTag(pack.version().tag())
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .contentType(MediaType.APPLICATION_OCTET_STREAM);
        return asItIs
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(pack.compressed())
                : answer.body(plain(pack));
    }

    private static byte[] plain(Pack pack) throws IOException {
        try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(pack.compressed()))) {
            return bytes.readAllBytes();
        }
    }
}
