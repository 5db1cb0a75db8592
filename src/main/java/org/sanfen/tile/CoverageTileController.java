package org.sanfen.tile;

import java.net.URI;
import java.time.Duration;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.PublicCoverage;
import org.sanfen.web.ApiProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Covered and uncovered streets as vector tiles, from public points only (coverage.md section 8), no finer than a block
 * (directory.md, "Nobody is tracked"). The version in the path is the standard's version and the run's change number:
 * under the current one an answer may be kept for ever, any other is sent on to it.
 */
@RestController
class CoverageTileController {

    /** A block is looked at far closer than its own zoom, an overview is not. */
    private static final int BLOCK_EXTENT = 16384;

    private static final int OVERVIEW_EXTENT = 2048;

    private final TileRule rule;
    private final PublicCoverage coverage;
    private final CoverageTiles tiles;

    CoverageTileController(TileRule rule, PublicCoverage coverage, CoverageTiles tiles) {
        this.rule = rule;
        this.coverage = coverage;
        this.tiles = tiles;
    }

    @GetMapping("/tiles/coverage/{place}/{standard}/{slice}/{version}/{z}/{x}/{y}")
    ResponseEntity<byte[]> tile(
            @PathVariable String place,
            @PathVariable String standard,
            @PathVariable String slice,
            @PathVariable String version,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y) {
        int blockZoom = rule.getBlockZoom(place, z, x, y);
        CoverageRun run = run(place, standard, slice);
        String current = run.standard().version() + "-" + run.changeNumber();
        if (!version.equals(current)) {
            URI there = URI.create("/tiles/coverage/%s/%s/%s/%s/%d/%d/%d"
                    .formatted(place, run.standard().id(), run.slice(), current, z, x, y));
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(there)
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        byte[] tile = tiles.tile(run, z, x, y, z == blockZoom ? BLOCK_EXTENT : OVERVIEW_EXTENT);
        CacheControl forEver =
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        return tile.length == 0
                ? ResponseEntity.noContent().cacheControl(forEver).build()
                : ResponseEntity.ok()
                        .cacheControl(forEver)
                        .contentType(BasemapController.VECTOR_TILE)
                        .body(tile);
    }

    /** In a path, an unknown standard or slice is not a bad parameter but an address where nothing is. */
    private CoverageRun run(String place, String standard, String slice) {
        try {
            return coverage.run(place, standard, slice);
        } catch (ApiProblem unknown) {
            throw ApiProblem.notFound(unknown.getMessage());
        }
    }
}
