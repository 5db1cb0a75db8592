package org.sanfen.directory;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.sanfen.web.ApiProblem;
import org.springframework.stereotype.Component;

/** Reads the query parameters of {@code /api/points}; each refusal names its parameter and says what would do. */
@Component
class PointParameters {

    static final int DEFAULT_LIMIT = 500;
    private static final int LARGEST_LIMIT = 5_000;

    private final KindRegistry kinds;

    PointParameters(KindRegistry kinds) {
        this.kinds = kinds;
    }

    BoundingBox box(String text) {
        if (text == null) {
            return null;
        }
        try {
            return BoundingBox.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw ApiProblem.badParameter(
                    "bbox",
                    "The parameter \"bbox\" can't be used: " + wrong.getMessage()
                            + ". Write west,south,east,north in degrees, such as 7.40,43.72,7.44,43.75.");
        }
    }

    List<String> kinds(String text) {
        if (text == null) {
            return List.of();
        }
        List<String> ids = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        for (String id : ids) {
            if (kinds.findKind(id).isEmpty()) {
                throw ApiProblem.badParameter(
                        "kind",
                        "There is no kind \"" + id + "\"; known are "
                                + kinds.listKinds().stream().map(PointKind::id).collect(Collectors.joining(", "))
                                + ".");
            }
        }
        return ids;
    }

    /** @param zone of the place, in which a time without an offset is read */
    ZonedDateTime openAt(String text, ZoneId zone) {
        if (text == null) {
            return null;
        }
        if (text.equals("now")) {
            return ZonedDateTime.now(zone);
        }
        String time = text.replace(' ', '+'); // a plus sign that was not escaped arrives as a blank
        try {
            return OffsetDateTime.parse(time).atZoneSameInstant(zone);
        } catch (DateTimeParseException noOffset) {
            try {
                return LocalDateTime.parse(time).atZone(zone);
            } catch (DateTimeParseException unreadable) {
                throw ApiProblem.badParameter(
                        "open",
                        "The parameter \"open\" is neither \"now\" nor a time such as 2026-11-21T22:00 (in the place's"
                                + " own zone) or 2026-11-21T22:00+08:00.");
            }
        }
    }

    int limit(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LARGEST_LIMIT) {
            throw ApiProblem.badParameter(
                    "limit",
                    "The parameter \"limit\" goes from 1 to " + LARGEST_LIMIT
                            + "; for more, follow \"next\" with \"after\".");
        }
        return Integer.parseInt(text);
    }

    String after(String text) {
        if (text == null) {
            return "";
        }
        if (!EmergencyPoint.isId(text)) {
            throw ApiProblem.badParameter(
                    "after", "The parameter \"after\" is the id that the page before gave as \"next\".");
        }
        return text;
    }
}
