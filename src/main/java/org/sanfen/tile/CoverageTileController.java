package org.sanfen.tile;

import java.net.URI;
import java.time.Duration;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.CoverageService;
import org.sanfen.coverage.DrawnStreets;
import org.sanfen.coverage.PublicCoverage;
import org.sanfen.coverage.StaffCoverage;
import org.sanfen.web.ApiProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Covered and uncovered streets as vector tiles, no finer than a block (directory.md, "Nobody is tracked"). Everybody's are
 * made from public points only; staff's, under {@code /admin}, count internal ones too and are kept nowhere (coverage.md
 * section 8). The version in the path names the data: under the current one an answer may be kept for ever, any other is
 * sent on to it.
 */
@RestController
class CoverageTileController {

    /** A block is looked at far closer than its own zoom, an overview is not. */
    private static final int BLOCK_EXTENT = 16384;

    private static final int OVERVIEW_EXTENT = 2048;

    /** The hour that is laid over the nominal run, to show what is lost at night. */
    private static final String NIGHT = "weekday-22";

    private final TileRule rule;
    private final StaffCoverage internal;
    private final PublicCoverage published;
    private final CoverageTiles tiles;

    CoverageTileController(TileRule rule, StaffCoverage internal, PublicCoverage published, CoverageTiles tiles) {
        this.rule = rule;
        this.internal = internal;
        this.published = published;
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
        CacheControl forEver =
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        return tile("", place, standard, slice, version, z, x, y, forEver, published::run);
    }

    @GetMapping("/admin/tiles/coverage/{place}/{standard}/{slice}/{version}/{z}/{x}/{y}")
    ResponseEntity<byte[]> staffTile(
            @PathVariable String place,
            @PathVariable String standard,
            @PathVariable String slice,
            @PathVariable String version,
            @PathVariable int z,
            @PathVariable int x,
            @PathVariable int y) {
        return tile("/admin", place, standard, slice, version, z, x, y, CacheControl.noStore(), internal::run);
    }

    private ResponseEntity<byte[]> tile(
            String root,
            String place,
            String standard,
            String slice,
            String version,
            int z,
            int x,
            int y,
            CacheControl keeping,
            Runs runs) {
        int blockZoom = rule.getBlockZoom(place, z, x, y);
        CoverageRun run = getRun(runs, place, standard, slice);
        boolean always = CoverageService.ALWAYS.equals(slice);
        boolean bound = run.standard().hoursBind() && run.standard().metric() != null;
        CoverageRun nominal = always ? run : findRun(runs, place, standard, CoverageService.ALWAYS);
        CoverageRun night = !bound ? null : always ? findRun(runs, place, standard, NIGHT) : run;
        String known = DrawnStreets.version(run, nominal, night);
        if (!version.equals(known)) {
            URI there = URI.create("%s/tiles/coverage/%s/%s/%s/%s/%d/%d/%d"
                    .formatted(root, place, run.standard().id(), slice, known, z, x, y));
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(there)
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        byte[] tile = tiles.tile(
                nominal == null ? run : nominal, night, z, x, y, z == blockZoom ? BLOCK_EXTENT : OVERVIEW_EXTENT);
        return tile.length == 0
                ? ResponseEntity.noContent().cacheControl(keeping).build()
                : ResponseEntity.ok()
                        .cacheControl(keeping)
                        .contentType(BasemapController.VECTOR_TILE)
                        .body(tile);
    }

    /** Where a reader's runs come from. */
    private interface Runs {
        CoverageRun run(String placeId, String standardId, String slice);
    }

    /** In a path, an unknown standard or slice is not a bad parameter but an address where nothing is. */
    private static CoverageRun getRun(Runs runs, String place, String standard, String slice) {
        try {
            return runs.run(place, standard, slice);
        } catch (ApiProblem unknown) {
            throw ApiProblem.notFound(unknown.getMessage());
        }
    }

    private static CoverageRun findRun(Runs runs, String place, String standard, String slice) {
        try {
            return runs.run(place, standard, slice);
        } catch (ApiProblem notThere) {
            return null;
        }
    }
}
