package org.sanfen.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * {@code GET /p/ID/photos/N.jpg}: the photos of a public point, by their place in its order from 1. With the hash as
 * {@code v} the answer never changes, and the visitor's own browser keeps it; no proxy does, because staff may take a photo
 * off.
 */
@RestController
class PointPhotoController {

    private static final Duration KEPT = Duration.ofDays(30);

    private final DirectoryPoints points;
    private final PointPhotoStore photos;

    PointPhotoController(DirectoryPoints points, PointPhotoStore photos) {
        this.points = points;
        this.photos = photos;
    }

    /**
     * @param version hash of the picture that the page expects; null for whichever there is
     * @param size {@code small} for the one of at most 640 px
     */
    @GetMapping("/p/{id}/photos/{n:\\d+}.jpg")
    ResponseEntity<byte[]> photo(
            @PathVariable String id,
            @PathVariable int n,
            @RequestParam(name = "v", required = false) String version,
            @RequestParam(required = false) String size,
            HttpServletRequest asked,
            WebRequest request) {
        QueryParameters.allowOnly(asked, "v", "size");
        boolean small = isSmall(size);
        EmergencyPoint point = points.findPoint(id.toLowerCase(Locale.ROOT), Audience.PUBLIC)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.point_none", "id", id));
        List<Map<String, Object>> lines = point.photos().lines();
        if (n < 1 || n > lines.size()) {
            throw none();
        }
        String hash = String.valueOf(lines.get(n - 1).get("hash"));
        CacheControl caching =
                hash.equals(version) ? CacheControl.maxAge(KEPT).cachePrivate().immutable() : CacheControl.noCache();
        String tag = "\"" + hash + (small ? "-s" : "") + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        return photos.findJpeg(point.id(), hash, small)
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(caching)
                        .eTag(tag)
                        .body(jpeg))
                .orElseThrow(PointPhotoController::none);
    }

    static boolean isSmall(String size) {
        if (size != null && !size.equals("small")) {
            throw ApiProblem.badParameter("size", "Write size=small, or leave it out.");
        }
        return size != null;
    }

    static ApiProblem none() {
        return ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.photo_none");
    }
}
