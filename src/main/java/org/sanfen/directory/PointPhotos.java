package org.sanfen.directory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.directory.PointPhotoStore.Size;
import org.sanfen.photo.Photo;
import org.sanfen.photo.PhotoReader;
import org.sanfen.photo.RefusedPhoto;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Component;

/**
 * Photos of points. A picture is stored first and is then named by its hash in the point's {@code photos}, which is a field
 * like any other: with history, restoring, and the guard against an older edit. Thread-safe.
 */
@Component
class PointPhotos {

    /** Most photos of a point. */
    static final int MOST = 5;

    /** Longer side of the small size, in pixels. */
    static final int SMALL = 640;

    private final PointPhotoStore store;

    PointPhotos(PointPhotoStore store) {
        this.store = store;
    }

    /**
     * A picture that is stored, as a line of {@code photos} has it.
     *
     * @param hash names its content
     * @param width pixels
     * @param height pixels
     */
    record Stored(String hash, int width, int height) {}

    /** Draws a picture anew and keeps it beside the point, which does not show it yet. The same file twice is one. */
    public Stored keep(String pointId, byte[] file) {
        try {
            Photo photo = PhotoReader.read(file);
            Stored stored = new Stored(hash(photo.jpeg()), photo.width(), photo.height());
            store.add(
                    pointId,
                    stored,
                    photo.jpeg(),
                    PhotoReader.shrink(photo, SMALL).jpeg());
            return stored;
        } catch (RefusedPhoto refused) {
            throw ApiProblem.worded(
                    ErrorCode.BAD_BODY,
                    Map.of("parameter", "photos"),
                    switch (refused.reason()) {
                        case TOO_LARGE -> "problem.photo_too_large";
                        case HEIC -> "problem.photo_heic";
                        case NO_PHOTO -> "problem.photo_no_photo";
                        case TOO_MANY_PIXELS -> "problem.photo_too_many_pixels";
                        case UNREADABLE -> "problem.photo_unreadable";
                    },
                    "most",
                    PhotoReader.MOST_BYTES >> 20);
        }
    }

    /** Puts the size beside each photo among the values to write; refuses one that is not kept beside the point. */
    void complete(Map<String, Object> values, String pointId) {
        if (values.containsKey("photos")) {
            complete(values, kept(values, pointId));
        }
    }

    /**
     * The same where it is known what is kept.
     *
     * @param kept of {@link #listKept}, that of the point
     */
    static void complete(Map<String, Object> values, Map<String, Size> kept) {
        if (values.containsKey("photos")) {
            List<Map<String, Object>> asked = lines(values);
            List<Map<String, Object>> found = known(asked, kept);
            if (found.size() < asked.size()) {
                throw FieldProblem.of("photos", "problem.photo_gone");
            }
            values.put("photos", found);
        }
    }

    /** A state of long ago may name pictures that have been deleted since. */
    void leaveOutDeleted(Map<String, Object> values, String pointId) {
        if (values.containsKey("photos")) {
            values.put("photos", known(lines(values), kept(values, pointId)));
        }
    }

    /** Of each point, content hash to size of the pictures kept beside it. */
    Map<String, Map<String, Size>> listKept(Collection<String> pointIds) {
        return pointIds.isEmpty() ? Map.of() : store.listSizes(pointIds);
    }

    private Map<String, Size> kept(Map<String, Object> values, String pointId) {
        List<String> asked = lines(values).isEmpty() ? List.of() : List.of(pointId);
        return listKept(asked).getOrDefault(pointId, Map.of());
    }

    private static List<Map<String, Object>> known(List<Map<String, Object>> lines, Map<String, Size> sizes) {
        List<Map<String, Object>> known = new ArrayList<>();
        for (Map<String, Object> line : lines) {
            Size size = sizes.get(String.valueOf(line.get("hash")));
            if (size != null) {
                Map<String, Object> whole = new LinkedHashMap<>(line);
                whole.put("width", size.width());
                whole.put("height", size.height());
                known.add(whole);
            }
        }
        return known;
    }

    @SuppressWarnings("unchecked") // as PointFields and the history make them
    private static List<Map<String, Object>> lines(Map<String, Object> values) {
        return (List<Map<String, Object>>) values.get("photos");
    }

    private static String hash(byte[] jpeg) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(jpeg);
            return HexFormat.of().formatHex(digest, 0, digest.length / 2);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
