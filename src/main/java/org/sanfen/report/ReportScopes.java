package org.sanfen.report;

import java.util.List;
import java.util.Optional;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.CoverageService;
import org.sanfen.coverage.Slice;
import org.sanfen.coverage.Standard;
import org.sanfen.directory.Audience;
import org.sanfen.directory.KindRegistry;
import org.sanfen.directory.PointKind;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.Messages;
import org.sanfen.web.Site;
import org.springframework.stereotype.Component;

/**
 * Finds what a report's address asks for, asks whether its reader may see the place, and runs its standard for that
 * audience. Thread-safe.
 */
@Component
class ReportScopes {

    /** The hour at which the map shows what is lost at night. */
    private static final String NIGHT = "weekday-22";

    private final PlaceStore places;
    private final Site site;
    private final ReportStore store;
    private final CoverageService coverage;
    private final ReportRuns runs;
    private final KindRegistry kinds;
    private final Messages messages;
    private final Permissions permissions;

    ReportScopes(
            PlaceStore places,
            ReportStore store,
            CoverageService coverage,
            ReportRuns runs,
            KindRegistry kinds,
            Messages messages,
            Site site,
            Permissions permissions) {
        this.places = places;
        this.site = site;
        this.store = store;
        this.coverage = coverage;
        this.runs = runs;
        this.kinds = kinds;
        this.messages = messages;
        this.permissions = permissions;
    }

    /**
     * The place to open: the one asked for, else the operator's choice, else the first that the reader may see; empty where
     * nothing has been loaded yet.
     *
     * @param reader who is signed in; null for the public
     */
    Optional<Place> findPlace(String id, ReportWords words, StaffAccount reader) {
        if (id == null || id.isBlank()) {
            List<Place> open = listPlaces(reader);
            return open.stream()
                    .filter(place -> place.id().equals(site.defaultPlace()))
                    .findFirst()
                    .or(() -> open.stream().findFirst())
                    .or(() -> places.listPlaces().stream().findFirst());
        }
        return Optional.of(places.listPlaces().stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ApiProblem.badParameter("place", words.say("error.place", "place", id))));
    }

    private List<Place> listPlaces(StaffAccount reader) {
        return places.listPlaces().stream()
                .filter(place -> reader == null || permissions.may(reader, Right.VIEW, place.id()))
                .toList();
    }

    /** The standard to open a place with: the first with a limit whose kinds are on the map there. */
    private Standard defaultStandard(String placeId) {
        List<String> present = store.listKindsWithPoints(placeId);
        List<Standard> offered = listOffered().stream()
                .filter(standard -> standard.metric() != null)
                .toList();
        return offered.stream()
                .filter(standard -> standard.kinds().stream().anyMatch(present::contains))
                .findFirst()
                .orElse(offered.get(0));
    }

    /** Standards that a report can be made by. */
    List<Standard> listOffered() {
        return coverage.listStandards().stream().filter(Standard::computed).toList();
    }

    /** The place that an area belongs to. */
    Optional<String> findPlaceOf(String areaId) {
        return store.findPlaceOf(areaId);
    }

    /**
     * All that a report is made from.
     *
     * @param link the page's address; a null standard means the place's default, a null slice {@code always}
     * @param reader who is signed in; null for the public, and for whoever holds the machine
     * @throws ApiProblem not found for the area, forbidden where the reader's account does not reach the place, bad
     *     parameter for the standard, the slice or the sorting
     */
    ReportScope scope(ReportLink link, ReportWords words, StaffAccount reader) {
        Place place = store.findPlaceOf(link.area())
                .flatMap(places::findPlace)
                .orElseThrow(() -> ApiProblem.notFound(words.say("error.area", "area", link.area())));
        if (reader != null) {
            permissions.require(reader, Right.VIEW, place.id());
        }
        String slice = link.slice() == null ? CoverageService.ALWAYS : link.slice();
        if (Slice.find(slice).isEmpty()) {
            throw ApiProblem.badParameter("slice", words.say("error.slice", "slice", slice));
        }
        String key = link.sort() == null ? null : link.sort().replaceFirst("^-", "");
        if (key != null && !key.equals(AreaColumn.NAME) && AreaColumn.find(key).isEmpty()) {
            throw ApiProblem.badParameter("sort", words.say("error.sort", "sort", link.sort()));
        }
        Standard standard = link.standard() == null ? defaultStandard(place.id()) : getStandard(link.standard(), words);
        ReportLink complete = new ReportLink(
                link.audience(), link.area(), standard.id(), slice, link.language(), link.sort(), link.gap());
        List<ReportArea> areas = store.listAreas(place.id());
        ReportArea area = areas.stream()
                .filter(one -> one.id().equals(link.area()))
                .findFirst()
                .orElseThrow();
        return scope(complete, words, place, standard, areas, area, listPlaces(reader));
    }

    private ReportScope scope(
            ReportLink link,
            ReportWords words,
            Place place,
            Standard standard,
            List<ReportArea> areas,
            ReportArea area,
            List<Place> open) {
        CoverageRun run = runs.run(place.id(), standard.id(), link.slice(), link.audience());
        boolean always = CoverageService.ALWAYS.equals(link.slice());
        boolean bound = standard.hoursBind() && standard.metric() != null;
        CoverageRun nominal = always
                ? run
                : runs.findRun(place.id(), standard.id(), CoverageService.ALWAYS, link.audience())
                        .orElse(null);
        CoverageRun night = !bound
                ? null
                : !always
                        ? run
                        : runs.findRun(place.id(), standard.id(), NIGHT, link.audience())
                                .orElse(null);
        return new ReportScope(
                words,
                link,
                place,
                area,
                areas,
                run,
                nominal,
                night,
                companion(place, standard, link.audience()),
                kinds(standard),
                runs.isPublishedByHand(place.id()),
                open);
    }

    ReportWords words(String language) {
        return new ReportWords(messages, language);
    }

    private Standard getStandard(String id, ReportWords words) {
        Standard standard = coverage.findStandard(id)
                .orElseThrow(() -> ApiProblem.badParameter("standard", words.say("error.standard", "standard", id)));
        if (!standard.computed()) {
            throw ApiProblem.badParameter(
                    "standard", words.say("error.not_computed", "standard", standard.name(words.language())));
        }
        return standard;
    }

    private CoverageRun companion(Place place, Standard standard, Audience audience) {
        return listOffered().stream()
                .filter(other -> completes(other, standard))
                .findFirst()
                .flatMap(other -> runs.findRun(place.id(), other.id(), CoverageService.ALWAYS, audience))
                .orElse(null);
    }

    /** Whether the other counts a kind of this one's and says what this one does not: how far, or how many. */
    private static boolean completes(Standard other, Standard standard) {
        boolean saysTheRest = standard.metric() == null
                ? other.metric() != null
                : other.metric() == null && other.densityKm2PerPoint() != null;
        return saysTheRest && other.kinds().stream().anyMatch(standard.kinds()::contains);
    }

    private List<PointKind> kinds(Standard standard) {
        return kinds.listKinds().stream()
                .filter(kind -> standard.kinds().contains(kind.id()))
                .toList();
    }
}
