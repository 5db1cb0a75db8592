package org.sanfen.directory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sanfen.directory.hours.HolidayCalendar;
import org.sanfen.directory.hours.OpeningHours;
import org.springframework.stereotype.Component;

/**
 * Read opening hours, kept by their text: ten thousand points share a few dozen texts. Holidays are not known yet, so a
 * holiday rule opens nothing. Thread-safe.
 */
@Component
class PointHours {

    private static final int MOST_KEPT = 5_000;
    private static final String ALWAYS = "24/7";

    private final Map<String, OpeningHours> read = new ConcurrentHashMap<>();

    private final KindRegistry kinds;

    PointHours(KindRegistry kinds) {
        this.kinds = kinds;
    }

    /** A point's hours; a kind whose hours nobody records is there at all hours unless some are recorded. */
    OpeningHours of(EmergencyPoint point) {
        return of(timeless(point) ? ALWAYS : point.openingHours());
    }

    /** Whether hours say nothing about it. */
    boolean timeless(EmergencyPoint point) {
        return point.openingHours() == null && !kinds.getKind(point.kind()).hours();
    }

    /** @param text null when unknown */
    OpeningHours of(String text) {
        if (text == null) {
            return OpeningHours.of(null, HolidayCalendar.NONE);
        }
        if (read.size() >= MOST_KEPT) {
            read.clear();
        }
        return read.computeIfAbsent(text, hours -> OpeningHours.of(hours, HolidayCalendar.NONE));
    }
}
