package org.sanfen.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.sanfen.web.ErrorCode;
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
    Optional<Place> findPlace(String id, StaffAccount reader) {
        List<Place> all = places.listPlaces();
        if (id == null || id.isBlank()) {
            List<Place> open = openTo(reader, all);
            return open.stream()
                    .filter(place -> place.id().equals(site.defaultPlace()))
                    .findFirst()
                    .or(() -> open.stream().findFirst())
                    .or(() -> all.stream().findFirst());
        }
        return Optional.of(all.stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow(() -> bad("place", "place", id)));
    }

    /** Places whose reports a reader may open, to choose from; null for the public. */
    List<Place> listPlaces(StaffAccount reader) {
        return openTo(reader, places.listPlaces());
    }

    private List<Place> openTo(StaffAccount reader, List<Place> all) {
        return all.stream()
                .filter(place -> reader == null || permissions.may(reader, Right.VIEW, place.id()))
                .toList();
    }

    private static ApiProblem noArea(String id) {
        return ApiProblem.worded(ErrorCode.NOT_FOUND, "report.error.area", "area", id);
    }

    /** What an address asks for is not there; the sentence {@code report.error.KEY} quotes it. */
    private static ApiProblem bad(String parameter, String key, Object value) {
        return ApiProblem.worded(
                ErrorCode.BAD_PARAMETER, Map.of("parameter", parameter), "report.error." + key, parameter, value);
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
        Place place = store.findPlaceOf(link.area()).flatMap(places::findPlace).orElseThrow(() -> noArea(link.area()));
        if (reader != null) {
            permissions.require(reader, Right.VIEW, place.id());
        }
        String slice = link.slice() == null ? CoverageService.ALWAYS : link.slice();
        if (Slice.find(slice).isEmpty()) {
            throw bad("slice", "slice", slice);
        }
        String key = link.sort() == null ? null : link.sort().replaceFirst("^-", "");
        if (key != null && !key.equals(AreaColumn.NAME) && AreaColumn.find(key).isEmpty()) {
            throw bad("sort", "sort", link.sort());
        }
        Standard standard = link.standard() == null ? defaultStandard(place.id()) : getStandard(link.standard());
        ReportLink complete = new ReportLink(
                link.audience(), link.area(), standard.id(), slice, link.language(), link.sort(), link.gap());
        Map<String, ReportArea> areas = new LinkedHashMap<>();
        store.listAreas(place.id()).forEach(area -> areas.put(area.id(), area));
        if (!areas.containsKey(link.area())) {
            throw noArea(link.area());
        }
        return scope(complete, words, place, standard, Collections.unmodifiableMap(areas), reader);
    }

    private ReportScope scope(
            ReportLink link,
            ReportWords words,
            Place place,
            Standard standard,
            Map<String, ReportArea> areas,
            StaffAccount reader) {
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
                areas.get(link.area()),
                areas,
                run,
                nominal,
                night,
                companion(place, standard, link.audience()),
                kinds(standard),
                runs.isPublishedByHand(place.id()),
                reader);
    }

    ReportWords words(String language) {
        return new ReportWords(messages, language);
    }

    private Standard getStandard(String id) {
        Standard standard = coverage.findStandard(id).orElseThrow(() -> bad("standard", "standard", id));
        if (!standard.computed()) {
            throw bad("standard", "not_computed", standard.names().isEmpty() ? id : standard.names());
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
