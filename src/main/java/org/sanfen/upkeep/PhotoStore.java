package org.sanfen.upkeep;

import java.util.Optional;
import org.sanfen.photo.Photo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code report_photo}. Thread-safe. */
@Repository
class PhotoStore {

    private static final String ADD = """
            INSERT INTO report_photo (report_id, jpeg, width_px, height_px)
            VALUES (:report, :jpeg, :width, :height)
            ON CONFLICT (report_id) DO NOTHING
            """;

    private static final String FIND = """
            SELECT jpeg
            FROM report_photo
            WHERE report_id = :report
            """;

    private static final String DELETE_OUTLIVED = """
            DELETE FROM report_photo
            USING problem_report
            WHERE problem_report.id = report_photo.report_id
              AND problem_report.closed_at < now() - make_interval(days => :days)
            """;

    private final JdbcClient database;

    PhotoStore(JdbcClient database) {
        this.database = database;
    }

    /** Adds the picture unless the report has one. */
    void add(long report, Photo photo) {
        database.sql(ADD)
                .param("report", report)
                .param("jpeg", photo.jpeg())
                .param("width", photo.width())
                .param("height", photo.height())
                .update();
    }

    Optional<byte[]> findJpeg(long report) {
        return database.sql(FIND).param("report", report).query(byte[].class).optional();
    }

    /** Deletes the pictures of reports that were closed longer ago than that. */
    void deleteOutlived(int days) {
        database.sql(DELETE_OUTLIVED).param("days", days).update();
    }
}
