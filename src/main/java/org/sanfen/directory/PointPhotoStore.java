package org.sanfen.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code point_photo}. Thread-safe. */
@Repository
class PointPhotoStore {

    private static final String ADD = """
            INSERT INTO point_photo (point_id, content_hash, jpeg, small_jpeg, width_px, height_px)
            VALUES (:point, :hash, :jpeg, :small, :width, :height)
            ON CONFLICT (point_id, content_hash) DO UPDATE SET added_at = now()
            """;

    private static final String SIZES = """
            SELECT point_id, content_hash, width_px, height_px
            FROM point_photo
            WHERE point_id = ANY (:points)
            """;

    private static final String FIND = """
            SELECT CASE WHEN :small THEN small_jpeg ELSE jpeg END
            FROM point_photo
            WHERE point_id = :point
              AND content_hash = :hash
            """;

    private static final String DELETE_OUTLIVED = """
            DELETE FROM point_photo
            USING point
            WHERE point.id = point_photo.point_id
              AND NOT point.photos @> jsonb_build_array(jsonb_build_object('hash', point_photo.content_hash))
              AND point_photo.added_at < now() - make_interval(days => :days)
              AND NOT EXISTS (
                SELECT FROM point_history
                WHERE point_history.point_id = point.id
                  AND point_history.at >= now() - make_interval(days => :days)
                  AND point_history.before -> 'photos'
                      @> jsonb_build_array(jsonb_build_object('hash', point_photo.content_hash))
              )
              AND NOT EXISTS (
                SELECT FROM point_proposal
                WHERE point_proposal.point_id = point.id
                  AND point_proposal.state IN ('draft', 'submitted', 'returned')
                  AND point_proposal.proposed -> 'photos'
                      @> jsonb_build_array(jsonb_build_object('hash', point_photo.content_hash))
              )
            """;

    private final JdbcClient database;

    PointPhotoStore(JdbcClient database) {
        this.database = database;
    }

    /** Width and height in pixels. */
    record Size(int width, int height) {}

    void add(String pointId, PointPhotos.Stored photo, byte[] jpeg, byte[] small) {
        database.sql(ADD)
                .param("point", pointId)
                .param("hash", photo.hash())
                .param("jpeg", jpeg)
                .param("small", small)
                .param("width", photo.width())
                .param("height", photo.height())
                .update();
    }

    /** Of each point, content hash to size of all pictures that are kept beside it, shown or not. */
    Map<String, Map<String, Size>> listSizes(Collection<String> pointIds) {
        Map<String, Map<String, Size>> sizes = new HashMap<>();
        database.sql(SIZES).param("points", pointIds.toArray(String[]::new)).query(row -> {
            sizes.computeIfAbsent(row.getString("point_id"), point -> new HashMap<>())
                    .put(row.getString("content_hash"), new Size(row.getInt("width_px"), row.getInt("height_px")));
        });
        return sizes;
    }

    Optional<byte[]> findJpeg(String pointId, String hash, boolean small) {
        return database.sql(FIND)
                .param("point", pointId)
                .param("hash", hash)
                .param("small", small)
                .query(byte[].class)
                .optional();
    }

    /** Deletes the pictures that their points have not shown for so many days and that no open proposal shows; returns how many. */
    int deleteOutlived(int days) {
        return database.sql(DELETE_OUTLIVED).param("days", days).update();
    }
}
