package org.sanfen.directory;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sanfen.directory.hours.ListedHolidays;
import org.sanfen.directory.hours.OpeningHours;
import org.sanfen.geo.LonLat;

/**
 * Reads the opening hours of a place's points, with its zone and holidays, and keeps them by their text: ten thousand
 * points share a few dozen. Hours that follow the sun are kept by position too, to 0.01°, which moves the sun by less
 * than three seconds. Thread-safe.
 */
public final class HoursOfPlace {

    private static final int MOST_KEPT = 5_000;
    private static final String ALWAYS = "24/7";

    private final ZoneId zone;
    private final ListedHolidays holidays;
    private final Set<String> kindsWithoutHours;
    private final Map<String, OpeningHours> read = new ConcurrentHashMap<>();

    HoursOfPlace(ZoneId zone, ListedHolidays holidays, Set<String> kindsWithoutHours) {
        this.zone = zone;
        this.holidays = holidays;
        this.kindsWithoutHours = kindsWithoutHours;
    }

    public ZoneId zone() {
        return zone;
    }

    public ListedHolidays holidays() {
        return holidays;
    }

    /** A point's hours; a kind whose hours nobody records is there at all hours unless some are recorded. */
    public OpeningHours of(CountedPoint point) {
        return of(point.kind(), point.openingHours(), point.position());
    }

    OpeningHours of(FoundPoint point) {
        return of(point.kind(), point.openingHours(), point.position());
    }

    OpeningHours of(EmergencyPoint point) {
        return of(point.kind(), point.openingHours(), point.position());
    }

    /** Whether hours say nothing about it. */
    boolean isTimeless(EmergencyPoint point) {
        return point.openingHours() == null && kindsWithoutHours.contains(point.kind());
    }

    private OpeningHours of(String kind, String text, LonLat position) {
        if (text == null) {
            return kindsWithoutHours.contains(kind) ? keep(ALWAYS, ALWAYS, null) : OpeningHours.of(null, holidays);
        }
        OpeningHours hours = keep(text, text, null);
        if (!hours.followsTheSun()) {
            return hours;
        }
        LonLat near = new LonLat(Math.round(position.lon() * 100) / 100.0, Math.round(position.lat() * 100) / 100.0);
        return keep(text + "\n" + near, text, near);
    }

    private OpeningHours keep(String key, String text, LonLat position) {
        if (read.size() >= MOST_KEPT) {
            read.clear();
        }
        return read.computeIfAbsent(
                key,
                any -> position == null
                        ? OpeningHours.of(text, holidays)
                        : OpeningHours.of(text, holidays, position, zone));
    }
}
