package org.sanfen.tile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * The basemap as vector tiles. There is none finer than a block, whatever is asked for. The version in the path is the
 * change number of what the tiles show: with the current one an answer may be kept for ever, with another it may not.
 */
@RestController
class BasemapController {

    static final MediaType VECTOR_TILE = MediaType.parseMediaType("application/vnd.mapbox-vector-tile");

    static final List<Part> SHOWN = List.of(Part.STREETS, Part.DEMAND, Part.AREAS, Part.BASEMAP);

    private final TileRule rule;
    private final ChangeNumbers numbers;
    private final BasemapStore tiles;
    private final FinishedTiles finished;

    BasemapController(TileRule rule, ChangeNumbers numbers, BasemapStore tiles, FinishedTiles finished) {
        this.rule = rule;
        this.numbers = numbers;
        this.tiles = tiles;
        this.finished = finished;
    }

    @GetMapping("/tiles/basemap/{place}/{version}/{z}/{x}/{y}")
    ResponseEntity<byte[]> tile(
            @PathVariable String place,
            @PathVariable long version,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
        int blockZoom = rule.getBlockZoom(place, z, x, y);
        long current = current(place);
        byte[] tile = finished.compressed(
                new FinishedTiles.Key(place, numbers.findMadeAt(place).orElse(Instant.EPOCH), current, z, x, y),
                () -> z == blockZoom ? tiles.block(place, z, x, y) : tiles.overview(place, z, x, y));
        CacheControl keeping = version == current
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache();
        return tile.length == 0
                ? ResponseEntity.noContent().cacheControl(keeping).build()
                : answer(tile, encodings.contains("gzip"), keeping);
    }

    private static ResponseEntity<byte[]> answer(byte[] compressed, boolean asItIs, CacheControl keeping) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .cacheControl(keeping)
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .contentType(VECTOR_TILE);
        return asItIs
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(compressed)
                : answer.body(FinishedTiles.plain(compressed));
    }

    private long current(String place) {
        var versions = numbers.current(place);
        return SHOWN.stream().mapToLong(versions::get).max().orElse(0);
    }
}
