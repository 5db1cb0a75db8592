package org.sanfen.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads staff_activity, newest first. Thread-safe. */
@Repository
class StaffActivityStore {

    private static final String LIST = """
            WITH page AS (
              SELECT staff_activity.at, staff_activity.key, staff_account.login, staff_account.display_name,
                     staff_activity.action, staff_activity.detail, staff_activity.changes, staff_activity.point_id
              FROM staff_activity
              LEFT JOIN staff_account ON staff_account.id = staff_activity.staff_id
              WHERE (cast(:account AS text) IS NULL OR staff_account.login = :account OR staff_activity.detail = :account)
                AND (cast(:action AS text) IS NULL OR staff_activity.action = :action)
                AND (cast(:from AS timestamptz) IS NULL OR staff_activity.at >= :from)
                AND (cast(:to AS timestamptz) IS NULL OR staff_activity.at < :to)
                AND (cast(:before AS text) IS NULL
                  OR (staff_activity.at, staff_activity.key)
                    < (SELECT last.at, last.key FROM staff_activity AS last WHERE last.key = :before))
              ORDER BY staff_activity.at DESC, staff_activity.key DESC
              LIMIT :most
            )
            SELECT page.at, page.key, page.login, page.display_name, page.action, page.detail, page.changes,
                   page.point_id, point.kind, point.name, point.names
            FROM page
            LEFT JOIN point ON point.id = page.point_id
            ORDER BY page.at DESC, page.key DESC
            """;

    private static final String LIST_ACTIONS = "SELECT DISTINCT action FROM staff_activity ORDER BY action";

    private static final int ROWS_AT_ONCE = 1000;
    private static final TypeReference<List<Audit.Change>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient database;
    private final ObjectMapper json;
    private final TransactionTemplate reading;

    StaffActivityStore(JdbcClient database, ObjectMapper json, PlatformTransactionManager transactions) {
        this.database = database;
        this.json = json;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * @param account login of who did it or whom it was done to; null for everybody
     * @param action null for all
     * @param from the first moment; null for any
     * @param to the moment that it ends before; null for any
     */
    record Filter(String account, String action, Instant from, Instant to) {}

    /**
     * @param key names the entry; the next page begins behind it
     * @param login of who did it; null when nobody was signed in
     * @param by their name; null likewise
     * @param action what was done
     * @param detail login, point, report, area, standard or runs that it was done to; null where that is clear
     * @param point the point that it was done to; null for none
     * @param changes fields that were changed; empty where the action says it all
     */
    record Entry(
            Instant at,
            String key,
            String login,
            String by,
            String action,
            String detail,
            Touched point,
            List<Audit.Change> changes) {}

    /**
     * A point as it is called now.
     *
     * @param id public id
     * @param kind id of its kind
     * @param name in the place's own language; null for none
     * @param names language tag to name
     */
    record Touched(String id, String kind, String name, Map<String, String> names) {}

    List<Entry> listEntries(Filter filter, String before, int most) {
        return select(filter, before, most).query(this::entry).list();
    }

    /** All that fits, by one statement, however many rows: a page at a time would gather what staff did anew for each. */
    void eachEntry(Filter filter, Consumer<Entry> taker) {
        reading.executeWithoutResult(open -> select(filter, null, null)
                .withFetchSize(ROWS_AT_ONCE)
                .query(row -> {
                    taker.accept(entry(row, 0));
                }));
    }

    /** @param most null for all */
    private JdbcClient.StatementSpec select(Filter filter, String before, Integer most) {
        return database.sql(LIST)
                .param("account", filter.account(), Types.VARCHAR)
                .param("action", filter.action(), Types.VARCHAR)
                .param("from", utc(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", utc(filter.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("before", before, Types.VARCHAR)
                .param("most", most, Types.INTEGER);
    }

    List<String> listActions() {
        return database.sql(LIST_ACTIONS).query(String.class).list();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        String changes = row.getString("changes");
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("key"),
                row.getString("login"),
                row.getString("display_name"),
                row.getString("action"),
                row.getString("detail"),
                point(row),
                changes == null ? List.of() : json.readValue(changes, CHANGES));
    }

    /** None where the point is gone with its place. */
    private Touched point(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return kind == null
                ? null
                : new Touched(
                        row.getString("point_id"),
                        kind,
                        row.getString("name"),
                        json.readValue(row.getString("names"), TEXTS));
    }
}
