package org.sanfen.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.sanfen.geo.LonLat;
import org.sanfen.photo.PhotoReader;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Staff's side of the photos: a picture is sent as it is and answered with its hash, which the point's {@code photos}, or a
 * proposal of them, then names; nobody else sees it before the point names it. Staff see the pictures of internal points, and those that were taken off, as long as they are kept.
 */
@RestController
@RequestMapping("/admin/api/points/{id}/photos")
class PhotoEditingController {

    private final PointStore points;
    private final PointPhotos photos;
    private final PointPhotoStore store;
    private final Permissions permissions;

    PhotoEditingController(PointStore points, PointPhotos photos, PointPhotoStore store, Permissions permissions) {
        this.points = points;
        this.photos = photos;
        this.store = store;
        this.permissions = permissions;
    }

    @PostMapping
    ResponseEntity<PointPhotos.Stored> keep(
            @PathVariable String id, HttpServletRequest request, @AuthenticationPrincipal StaffAccount staff)
            throws IOException {
        QueryParameters.allowOnly(request);
        EmergencyPoint point = getPoint(id);
        LonLat at = point.position();
        permissions.requireAt(staff, Right.PROPOSE_POINTS, point.placeId(), at.lon(), at.lat());
        try (InputStream body = request.getInputStream()) {
            byte[] file = body.readNBytes(PhotoReader.MOST_BYTES + 1);
            return ResponseEntity.status(HttpStatus.CREATED).body(photos.keep(point.id(), file));
        }
    }

    @GetMapping("/{hash:[0-9a-f]{32}}.jpg")
    ResponseEntity<byte[]> photo(
            @PathVariable String id,
            @PathVariable String hash,
            @RequestParam(required = false) String size,
            @AuthenticationPrincipal StaffAccount staff) {
        permissions.require(staff, Right.VIEW, getPoint(id).placeId());
        return store.findJpeg(id, hash, PointPhotoController.isSmall(size))
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.noStore())
                        .body(jpeg))
                .orElseThrow(PointPhotoController::none);
    }

    private EmergencyPoint getPoint(String id) {
        return points.findPoint(id, Audience.STAFF)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.point_none", "id", id));
    }
}
