package org.sanfen.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.sanfen.directory.hours.HoursSyntax;
import org.sanfen.directory.hours.HoursSyntaxException;
import org.sanfen.directory.hours.OpeningHours;
import org.sanfen.directory.hours.Openness;
import org.sanfen.geo.LonLat;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * {@code POST /admin/api/hours-in-words}: what hours that somebody is typing would say on the point's page, in each language
 * of the editor, and whether it would be open now in the place's zone. Writes nothing.
 */
@RestController
class HoursReadingController {

    private static final List<String> BOTH = List.of("zh-Hans", "en");

    private final PlaceStore places;
    private final PointHours hours;
    private final Messages messages;

    HoursReadingController(PlaceStore places, PointHours hours, Messages messages) {
        this.places = places;
        this.hours = hours;
        this.messages = messages;
    }

    /**
     * @param state open, closed or unknown, now
     * @param complaint why saving would refuse them, in the page's language; null where it would not
     * @param readings one a language, the page's first
     */
    record Answer(String state, String complaint, List<Reading> readings) {}

    /**
     * @param language BCP 47
     * @param now such as "Open now, until 18:00"
     * @param week seven days from today; empty where nothing is known
     * @param holidays what is said of holidays; null for nothing
     */
    record Reading(String language, String now, List<HoursInWords.Day> week, String holidays) {}

    @PostMapping("/admin/api/hours-in-words")
    Answer read(@RequestBody JsonNode body, HttpServletRequest request) {
        Place place = places.findPlace(body.path("place").asString(""))
                .orElseThrow(() -> FieldProblem.of("place", "problem.place"));
        String text = TypedText.line("hours", body.path("hours"), 1_000);
        HoursOfPlace reader = hours.of(place.id());
        ZonedDateTime now = ZonedDateTime.now(reader.zone());
        OpeningHours read = body.path("lon").isNumber() && body.path("lat").isNumber()
                ? OpeningHours.of(text, reader.holidays(), position(body), reader.zone())
                : OpeningHours.of(text, reader.holidays());
        Openness openness = read.at(now);
        String page = PageLanguage.of(request);
        return new Answer(
                openness.state().name().toLowerCase(Locale.ROOT),
                complaint(text, page),
                languages(page).stream()
                        .map(language -> reading(language, read, openness, reader, now))
                        .toList());
    }

    private Reading reading(
            String language, OpeningHours read, Openness openness, HoursOfPlace reader, ZonedDateTime now) {
        HoursInWords words = new HoursInWords(messages, language);
        boolean known = openness.state() != Openness.State.UNKNOWN || openness.nextChange() != null;
        return new Reading(
                language,
                words.now(openness, now),
                known ? words.week(read, now.toLocalDate()) : List.of(),
                words.holidays(read, reader.holidays(), now.toLocalDate()));
    }

    private static LonLat position(JsonNode body) {
        double lon = body.path("lon").doubleValue();
        double lat = body.path("lat").doubleValue();
        if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
            throw FieldProblem.of("lon", "problem.degrees", "field", "lon", "most", 180);
        }
        return new LonLat(lon, lat);
    }

    private String complaint(String text, String language) {
        if (text == null) {
            return null;
        }
        try {
            HoursSyntax.requireStrict(text);
            return null;
        } catch (HoursSyntaxException wrong) {
            return messages.text(language, wrong.key(), wrong.values());
        }
    }

    private static Set<String> languages(String page) {
        Set<String> languages = new LinkedHashSet<>();
        Stream.concat(Stream.of(page), BOTH.stream()).forEach(languages::add);
        return languages;
    }
}
