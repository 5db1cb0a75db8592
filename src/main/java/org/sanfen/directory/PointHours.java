package org.sanfen.directory;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.sanfen.directory.HolidayStore.Version;
import org.sanfen.directory.hours.ListedHolidays;
import org.sanfen.directory.hours.ListedHolidays.Days;
import org.sanfen.directory.hours.ListedHolidays.Kind;
import org.springframework.stereotype.Component;

/**
 * Readers of opening hours, one a place, each as long as the place's zone, country and holidays stand: every request asks
 * the database for their version. Thread-safe.
 */
@Component
class PointHours {

    private record Kept(Version version, HoursOfPlace hours) {}

    private final KindRegistry kinds;
    private final HolidayStore holidays;
    private final Map<String, Kept> latest = new ConcurrentHashMap<>();

    PointHours(KindRegistry kinds, HolidayStore holidays) {
        this.kinds = kinds;
        this.holidays = holidays;
    }

    /** The reader for a place; for one that is not there, one that knows no holidays. */
    HoursOfPlace of(String placeId) {
        Version version = holidays.findVersion(placeId).orElse(null);
        if (version == null) {
            latest.remove(placeId);
            return new HoursOfPlace(ZoneOffset.UTC, new ListedHolidays(List.of()), kindsWithoutHours());
        }
        Kept kept = latest.get(placeId);
        if (kept == null || !kept.version().equals(version)) {
            kept = new Kept(version, new HoursOfPlace(version.zone(), calendar(version), kindsWithoutHours()));
            latest.put(placeId, kept);
        }
        return kept.hours();
    }

    /** The operator's public holidays of a year replace the country's of that year, days worked in exchange included. */
    private ListedHolidays calendar(Version version) {
        List<Days> days = new ArrayList<>(holidays.listDays(version.placeId()));
        Set<Integer> own = days.stream()
                .filter(one -> one.kind() == Kind.PUBLIC)
                .map(one -> one.from().getYear())
                .collect(Collectors.toSet());
        HolidayList.ofCountry(version.country()).stream()
                .filter(one -> !own.contains(one.from().getYear()))
                .forEach(days::add);
        return new ListedHolidays(days);
    }

    private Set<String> kindsWithoutHours() {
        return kinds.listKinds().stream()
                .filter(kind -> !kind.hours())
                .map(PointKind::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
