package org.sanfen.report;

import java.util.List;
import java.util.Optional;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.CoverageService;
import org.sanfen.directory.Audience;
import org.sanfen.directory.KindRegistry;
import org.sanfen.directory.PointKind;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.Messages;
import org.springframework.stereotype.Component;

/** Finds what a report's address asks for, and runs its standard for the public. Thread-safe. */
@Component
class ReportScopes {

    static final String ALWAYS = "always";

    private final PlaceStore places;
    private final ReportStore store;
    private final CoverageService coverage;
    private final KindRegistry kinds;
    private final Messages messages;

    ReportScopes(
            PlaceStore places, ReportStore store, CoverageService coverage, KindRegistry kinds, Messages messages) {
        this.places = places;
        this.store = store;
        this.coverage = coverage;
        this.kinds = kinds;
        this.messages = messages;
    }

    /** The place to open: the one asked for, else the first; empty where nothing has been loaded yet. */
    Optional<Place> findPlace(String id, ReportWords words) {
        if (id == null || id.isBlank()) {
            return places.listPlaces().stream().findFirst();
        }
        return Optional.of(places.findPlace(id)
                .orElseThrow(() -> ApiProblem.badParameter("place", words.say("error.place", "place", id))));
    }

    /** The standard to open a place with: the first with a limit whose kinds are on the map there. */
    String defaultStandard(String placeId) {
        List<String> present = store.listKindsWithPoints(placeId);
        List<StandardChoice> offered = store.listStandards().stream()
                .filter(choice -> choice.computed() && choice.hasLimit())
                .toList();
        return offered.stream()
                .filter(choice -> choice.kinds().stream().anyMatch(present::contains))
                .findFirst()
                .orElse(offered.get(0))
                .id();
    }

    /** The place that an area belongs to. */
    Optional<String> findPlaceOf(String areaId) {
        return store.findPlaceOf(areaId);
    }

    /**
     * All that a report is made from.
     *
     * @param link the page's address; a null standard means the place's default
     * @throws ApiProblem not found for the area, bad parameter for the standard, the slice or the sorting
     */
    ReportScope scope(ReportLink link, String slice, ReportWords words) {
        Place place = store.findPlaceOf(link.area())
                .flatMap(places::findPlace)
                .orElseThrow(() -> ApiProblem.notFound(words.say("error.area", "area", link.area())));
        if (slice != null && !slice.equals(ALWAYS)) {
            throw ApiProblem.badParameter("slice", words.say("error.slice", "slice", slice));
        }
        String key = link.sort() == null ? null : link.sort().replaceFirst("^-", "");
        if (key != null && !key.equals(AreaColumn.NAME) && AreaColumn.find(key).isEmpty()) {
            throw ApiProblem.badParameter("sort", words.say("error.sort", "sort", link.sort()));
        }
        StandardChoice choice = standard(link.standard() == null ? defaultStandard(place.id()) : link.standard(), words);
        CoverageRun run = coverage.run(place.id(), choice.id(), ALWAYS, Audience.PUBLIC);
        List<ReportArea> areas = store.listAreas(place.id());
        ReportArea area = areas.stream()
                .filter(one -> one.id().equals(link.area()))
                .findFirst()
                .orElseThrow();
        ReportLink complete = new ReportLink(link.area(), choice.id(), link.language(), link.sort(), link.gap());
        return new ReportScope(words, complete, place, area, areas, run, companion(place, choice), kinds(choice));
    }

    ReportWords words(String language) {
        return new ReportWords(messages, language);
    }

    private StandardChoice standard(String id, ReportWords words) {
        StandardChoice choice = store.listStandards().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiProblem.badParameter("standard", words.say("error.standard", "standard", id)));
        if (!choice.computed()) {
            throw ApiProblem.badParameter(
                    "standard",
                    words.say("error.not_computed", "standard", words.name(choice.names(), choice.id())));
        }
        return choice;
    }

    private CoverageRun companion(Place place, StandardChoice choice) {
        return store.listStandards().stream()
                .filter(other -> other.completes(choice))
                .findFirst()
                .map(other -> coverage.run(place.id(), other.id(), ALWAYS, Audience.PUBLIC))
                .orElse(null);
    }

    private List<PointKind> kinds(StandardChoice choice) {
        return kinds.listKinds().stream()
                .filter(kind -> choice.kinds().contains(kind.id()))
                .toList();
    }
}
