package org.sanfen.tile;

import java.net.URI;
import java.time.Duration;
import org.sanfen.coverage.PublicCoverage;
import org.sanfen.coverage.StaffCoverage;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

    private final TileRule rule;
    private final StaffCoverage internal;
    private final PublicCoverage published;
    private final CoverageTiles tiles;
    private final Permissions permissions;

    CoverageTileController(
            TileRule rule,
            StaffCoverage internal,
            PublicCoverage published,
            CoverageTiles tiles,
            Permissions permissions) {
        this.rule = rule;
        this.internal = internal;
        this.published = published;
        this.tiles = tiles;
        this.permissions = permissions;
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
            @PathVariable int y,
            @AuthenticationPrincipal StaffAccount staff) {
        permissions.require(staff, Right.VIEW, place);
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
            LaidRuns.Source runs) {
        int blockZoom = rule.getBlockZoom(place, z, x, y);
        LaidRuns laid = getRuns(runs, place, standard, slice);
        String known = laid.version();
        if (!version.equals(known)) {
            URI there = URI.create("%s/tiles/coverage/%s/%s/%s/%s/%d/%d/%d"
                    .formatted(root, place, laid.run().standard().id(), slice, known, z, x, y));
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(there)
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        int extent = z == blockZoom ? BLOCK_EXTENT : OVERVIEW_EXTENT;
        byte[] tile = tiles.tile(laid.drawn(), laid.night(), z, x, y, extent);
        return tile.length == 0
                ? ResponseEntity.noContent().cacheControl(keeping).build()
                : ResponseEntity.ok()
                        .cacheControl(keeping)
                        .contentType(BasemapController.VECTOR_TILE)
                        .body(tile);
    }

    /** In a path, an unknown standard or slice is not a bad parameter but an address where nothing is. */
    private static LaidRuns getRuns(LaidRuns.Source runs, String place, String standard, String slice) {
        try {
            return LaidRuns.of(runs, place, standard, slice);
        } catch (ApiProblem unknown) {
            throw ApiProblem.notFound(unknown.getMessage());
        }
    }
}
