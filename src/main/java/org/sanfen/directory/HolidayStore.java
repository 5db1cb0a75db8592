package org.sanfen.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sanfen.directory.hours.ListedHolidays.Days;
import org.sanfen.directory.hours.ListedHolidays.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and replaces the holidays that an operator gave for a place. Thread-safe. */
@Repository
class HolidayStore {

    private static final String VERSION = """
            SELECT place.id, created_at, zone, country, COALESCE(change_number, 0) AS change_number
            FROM place
            LEFT JOIN part_version ON part_version.place_id = place.id AND part = 'settings'
            WHERE place.id = :place
            """;

    private static final String LIST = """
            SELECT from_day, to_day, kind, name
            FROM holiday
            WHERE place_id = :place
            ORDER BY from_day, id
            """;

    private static final String CLEAR = "DELETE FROM holiday WHERE place_id = :place";

    private static final String INSERT = """
            INSERT INTO holiday (place_id, from_day, to_day, kind, name)
            VALUES (:place, :from, :to, :kind, :name)
            """;

    private final JdbcClient database;

    HolidayStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * All that the reading of hours in a place depends on: equal versions read alike.
     *
     * @param madeAt tells a place from an earlier one of the same id
     * @param country ISO 3166-1 alpha-2; null when unknown
     * @param settingsNumber change number of the place's settings, its holidays among them
     */
    record Version(String placeId, Instant madeAt, ZoneId zone, String country, long settingsNumber) {}

    Optional<Version> findVersion(String placeId) {
        return database.sql(VERSION)
                .param("place", placeId)
                .query((row, number) -> new Version(
                        row.getString("id"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        ZoneId.of(row.getString("zone")),
                        row.getString("country"),
                        row.getLong("change_number")))
                .optional();
    }

    List<Days> listDays(String placeId) {
        return database.sql(LIST)
                .param("place", placeId)
                .query((row, number) -> new Days(
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("name")))
                .list();
    }

    void replace(String placeId, List<Days> days) {
        database.sql(CLEAR).param("place", placeId).update();
        for (Days one : days) {
            database.sql(INSERT)
                    .param("place", placeId)
                    .param("from", one.from())
                    .param("to", one.to())
                    .param("kind", one.kind().name().toLowerCase(Locale.ROOT))
                    .param("name", one.name())
                    .update();
        }
    }
}
