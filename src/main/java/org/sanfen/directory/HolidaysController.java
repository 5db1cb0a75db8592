package org.sanfen.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.sanfen.directory.HolidayStore.Version;
import org.sanfen.directory.hours.ListedHolidays.Days;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/**
 * {@code GET /api/holidays?place=}: the days that a place's opening hours call holidays, so that a browser reads hours as
 * the server does. It changes with the place's settings only.
 */
@RestController
class HolidaysController {

    private final HolidayStore holidays;
    private final PointHours hours;

    HolidaysController(HolidayStore holidays, PointHours hours) {
        this.holidays = holidays;
        this.hours = hours;
    }

    /** @param kind public, school or working */
    record Shown(LocalDate from, LocalDate to, String kind, String name) {

        static Shown of(Days days) {
            return new Shown(days.from(), days.to(), days.kind().name().toLowerCase(Locale.ROOT), days.name());
        }
    }

    record Answer(String place, List<Shown> days) {}

    @GetMapping("/api/holidays")
    ResponseEntity<Answer> list(@RequestParam String place, HttpServletRequest asked, WebRequest request) {
        QueryParameters.allowOnly(asked, "place");
        Version version = holidays.findVersion(place)
                .orElseThrow(() -> ApiProblem.badParameter(
                        "place", "There is no place \"" + place + "\"; /api/places lists them."));
        Answer answer = new Answer(
                place, hours.of(place).holidays().days().stream().map(Shown::of).toList());
        String tag = "W/\"" + place + "-" + version.madeAt().toEpochMilli() + "-" + version.country() + "-"
                + version.settingsNumber() + "-" + Integer.toHexString(answer.hashCode()) + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(tag)
                .body(answer);
    }
}
