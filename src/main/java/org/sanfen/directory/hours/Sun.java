package org.sanfen.directory.hours;

import ch.poole.openinghoursparser.Event;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sanfen.geo.LonLat;
import org.shredzone.commons.suncalc.SunTimes;

/**
 * Minutes at which the sun rises and sets at a position, dawn and dusk being the civil ones (the sun 6° below the
 * horizon), as opening_hours.js has it. Thread-safe.
 */
final class Sun {

    /** The day has no such moment: the sun stays up or down. */
    static final int NEVER = -1;

    private static final int DAYS_KEPT = 1_000;

    private final LonLat position;
    private final ZoneId zone;
    private final Map<LocalDate, int[]> known = new ConcurrentHashMap<>();

    Sun(LonLat position, ZoneId zone) {
        this.position = position;
        this.zone = zone;
    }

    /** Minute of the day in the place's zone, 0 to 1439, or {@link #NEVER}. */
    int minute(Event event, LocalDate day) {
        if (known.size() > DAYS_KEPT) {
            known.clear();
        }
        int[] minutes = known.computeIfAbsent(day, this::minutes);
        return switch (event) {
            case DAWN -> minutes[0];
            case SUNRISE -> minutes[1];
            case SUNSET -> minutes[2];
            case DUSK -> minutes[3];
        };
    }

    private int[] minutes(LocalDate day) {
        SunTimes civil = times(day, SunTimes.Twilight.CIVIL);
        SunTimes visual = times(day, SunTimes.Twilight.VISUAL);
        return new int[] {
            minute(civil.getRise(), day),
            minute(visual.getRise(), day),
            minute(visual.getSet(), day),
            minute(civil.getSet(), day)
        };
    }

    private SunTimes times(LocalDate day, SunTimes.Twilight twilight) {
        return SunTimes.compute()
                .on(day)
                .timezone(zone)
                .at(position.lat(), position.lon())
                .twilight(twilight)
                .oneDay()
                .execute();
    }

    private static int minute(ZonedDateTime moment, LocalDate day) {
        return moment == null || !moment.toLocalDate().equals(day) ? NEVER : moment.getHour() * 60 + moment.getMinute();
    }
}
