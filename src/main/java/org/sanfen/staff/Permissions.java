package org.sanfen.staff;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.PageLanguage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Asked before whatever staff read or write of a place, its points or its settings: has the account the right, and has it
 * the right there? What concerns accounts and one's own session is {@link SecurityConfiguration}'s to guard. Thread-safe.
 *
 * <p>An account limited to part of a place sees the whole place, since a point's neighbours matter, and changes points
 * inside its areas only: whoever writes a point asks {@link #requireAt} with the position it has and the one it gets.
 */
@Service
public class Permissions {

    private static final String STAND_OUTSIDE = """
            SELECT number
            FROM unnest(:lons::double precision[], :lats::double precision[]) WITH ORDINALITY
              AS position (lon, lat, number)
            WHERE NOT EXISTS (
              SELECT FROM area
              WHERE valid_to IS NULL
                AND place_id = :place
                AND id IN (:areas)
                AND ST_Intersects(geom, ST_SetSRID(ST_MakePoint(lon, lat), 4326))
            )
            """;

    private static final String NAMES = """
            SELECT area.id, area.name, language, text
            FROM area
            LEFT JOIN LATERAL jsonb_each_text(area.names) AS named (language, text) ON true
            WHERE valid_to IS NULL
              AND area.id IN (:areas)
            """;

    private final JdbcClient database;

    Permissions(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param placeId null for what concerns every place, such as standards
     * @throws ApiProblem {@code forbidden}, worded
     */
    public void require(StaffAccount who, Right right, String placeId) {
        requireRight(who, right);
        if (!reaches(who, right, placeId)) {
            throw notHere(who);
        }
    }

    /**
     * The same for one position of the place.
     *
     * @throws ApiProblem {@code forbidden}, worded
     */
    public void requireAt(StaffAccount who, Right right, String placeId, double lon, double lat) {
        listRefusals(who, right, placeId, new double[] {lon}, new double[] {lat}).values().stream()
                .findFirst()
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }

    /**
     * The same for the place as a whole: an account limited to part of it is refused whatever the right is.
     *
     * @throws ApiProblem {@code forbidden}, worded
     */
    public void requireWhole(StaffAccount who, Right right, String placeId) {
        requireRight(who, right);
        if (!isWholly(who, placeId)) {
            throw notHere(who);
        }
    }

    /** Whether {@link #require} would let it pass. */
    public boolean may(StaffAccount who, Right right, String placeId) {
        return who.rights().contains(right) && reaches(who, right, placeId);
    }

    /**
     * Of many positions of the place, those where {@link #requireAt} would refuse, by index, with why; asked at once.
     *
     * @param lons degrees
     * @param lats degrees, in the same order
     * @throws ApiProblem {@code forbidden}, worded, where the account may not act in the place at all
     */
    public Map<Integer, ApiProblem> listRefusals(
            StaffAccount who, Right right, String placeId, double[] lons, double[] lats) {
        require(who, right, placeId);
        Map<Integer, ApiProblem> refusals = new TreeMap<>();
        List<String> areas = who.areas();
        if (!isWholly(who, placeId)) {
            List<Integer> outside = database.sql(STAND_OUTSIDE)
                    .param("place", placeId)
                    .param("areas", areas)
                    .param("lons", lons)
                    .param("lats", lats)
                    .query(Integer.class)
                    .list();
            if (!outside.isEmpty()) {
                ApiProblem notHere = notHere(who);
                outside.forEach(number -> refusals.put(number - 1, notHere));
            }
        }
        return refusals;
    }

    private static void requireRight(StaffAccount who, Right right) {
        if (who.rights().contains(right)) {
            return;
        }
        boolean isReviewed = who.role().rights().contains(right);
        String proposing = right == Right.EDIT_POINTS ? "problem.needs_review" : "problem.proposes_points_only";
        throw ApiProblem.worded(ErrorCode.FORBIDDEN, isReviewed ? proposing : "problem.forbidden");
    }

    /** An area's id begins with that of its place. */
    private static boolean reaches(StaffAccount who, Right right, String placeId) {
        return isWholly(who, placeId)
                || placeId != null
                        && right.isOfPoints()
                        && who.areas().stream().anyMatch(area -> area.startsWith(placeId + "."));
    }

    /** Whether no limit keeps it from any part of the place; of no place in particular, whether it has no limit. */
    private static boolean isWholly(StaffAccount who, String placeId) {
        return who.areas().isEmpty() || placeId != null && who.areas().contains(placeId);
    }

    private ApiProblem notHere(StaffAccount who) {
        return ApiProblem.worded(ErrorCode.FORBIDDEN, "problem.not_here", "areas", names(who.areas()));
    }

    /** What areas are called, in each language of the pages; one that is gone by its id. */
    private Map<String, String> names(List<String> areas) {
        Map<String, String> own = new HashMap<>();
        Map<String, Map<String, String>> translated = new HashMap<>();
        database.sql(NAMES).param("areas", areas).query(row -> {
            String id = row.getString("id");
            own.put(id, row.getString("name"));
            translated
                    .computeIfAbsent(id, any -> new HashMap<>())
                    .put(row.getString("language"), row.getString("text"));
        });
        return PageLanguage.inEach(language -> areas.stream()
                .map(id -> PageLanguage.name(translated.getOrDefault(id, Map.of()), language, own.getOrDefault(id, id)))
                .collect(joining(", ")));
    }
}
