package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Envelope;
import org.sanfen.coverage.Gap;
import org.sanfen.coverage.Standard;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.report.ReportPage.Crumb;
import org.sanfen.report.ReportPage.MapView;
import org.sanfen.report.ReportPage.Option;
import org.sanfen.web.PageLanguage;
import org.springframework.stereotype.Component;

/** Turns a report's scope into the page that its template shows. Thread-safe. */
@Component
class ReportPages {

    private final PlaceStore places;
    private final ReportScopes scopes;

    ReportPages(PlaceStore places, ReportScopes scopes) {
        this.places = places;
        this.scopes = scopes;
    }

    ReportPage page(ReportScope scope) {
        ReportWords words = scope.words();
        Standard standard = scope.standard();
        ReportSentences sentences = new ReportSentences(scope);
        AreaTables tables = new AreaTables(scope);
        ReportGaps gaps = new ReportGaps(scope);
        List<ReportArea> compared = tables.listCompared();
        String other = PageLanguage.ALL.stream()
                .filter(language -> !language.equals(words.language()))
                .findFirst()
                .orElseThrow();
        String standardName = standard.name(words.language());
        return new ReportPage(
                words.language(),
                other,
                scope.link().language(other).url(),
                scope.link().gap(null).url(),
                words.say(
                        "title", "area", scope.areaName(), "standard", standardName, "site", words.site("site.title")),
                scope.place().schematic(),
                scope.place().id(),
                scope.area().id(),
                scope.isRoot(),
                standard.id(),
                scope.areaName(),
                standardName,
                crumbs(scope),
                placeOptions(scope),
                standardOptions(scope),
                sentences.headline(),
                sentences.lead(compared),
                dates(scope),
                new FigureCards(scope).list(),
                words.say("together"),
                scope.hasLimit() ? map(scope, sentences) : null,
                gaps.title(),
                gaps.list(),
                gaps.note(),
                tables.table(compared),
                new ReportMethod(scope).method(),
                attribution(scope.place()));
    }

    private static List<Crumb> crumbs(ReportScope scope) {
        List<Crumb> crumbs = new ArrayList<>();
        String parent = scope.area().parentId();
        while (parent != null && crumbs.size() < 16) {
            String id = parent;
            ReportArea larger = scope.areas().stream()
                    .filter(area -> area.id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (larger == null) {
                break;
            }
            boolean sameAsParent = !crumbs.isEmpty() && crumbs.get(0).name().equals(scope.name(larger));
            if (sameAsParent) {
                crumbs.remove(0);
            }
            crumbs.add(0, crumb(scope, larger));
            parent = larger.parentId();
        }
        boolean startsAtRoot = !crumbs.isEmpty()
                && crumbs.get(0)
                        .url()
                        .equals(scope.link().area(scope.place().id()).url());
        if (!scope.isRoot() && !startsAtRoot) {
            crumbs.add(
                    0,
                    new Crumb(
                            scope.place().name(scope.words().language()),
                            scope.link().area(scope.place().id()).url()));
        }
        return crumbs;
    }

    private static Crumb crumb(ReportScope scope, ReportArea area) {
        return new Crumb(scope.name(area), scope.link().area(area.id()).url());
    }

    private List<Option> placeOptions(ReportScope scope) {
        List<Option> options = new ArrayList<>();
        for (Place place : places.listPlaces()) {
            options.add(option(scope, place));
        }
        if (options.stream().noneMatch(Option::chosen)) {
            options.add(option(scope, scope.place()));
        }
        return options;
    }

    private static Option option(ReportScope scope, Place place) {
        return new Option(
                place.id(),
                place.name(scope.words().language()),
                place.id().equals(scope.place().id()));
    }

    private List<Option> standardOptions(ReportScope scope) {
        return scopes.listOffered().stream()
                .map(standard -> new Option(
                        standard.id(),
                        standard.name(scope.words().language()),
                        standard.id().equals(scope.standard().id())))
                .toList();
    }

    private static String dates(ReportScope scope) {
        ReportWords words = scope.words();
        String computed =
                words.dateAndTime(scope.run().computedAt(), scope.place().zone());
        return scope.run().dataDate() == null
                ? words.say("dates.computed", "computed", computed)
                : words.say(
                        "dates",
                        "data",
                        words.date(scope.run().dataDate(), scope.place().zone()),
                        "computed",
                        computed);
    }

    private static MapView map(ReportScope scope, ReportSentences sentences) {
        ReportWords words = scope.words();
        String version = version(scope);
        Envelope view = view(scope);
        return new MapView(
                String.join(",", scope.standard().kinds()),
                "/tiles/coverage/%s/%s/%s/%s"
                        .formatted(
                                scope.place().id(),
                                scope.standard().id(),
                                scope.run().slice(),
                                version),
                "%s,%s,%s,%s".formatted(view.getMinX(), view.getMinY(), view.getMaxX(), view.getMaxY()),
                scope.run().changeNumber(),
                scope.link().gap(),
                scope.link().sort(null).language(words.language()).drawing(version),
                words.say("map.alt", "area", scope.areaName(), "reach", sentences.reach(scope.standard())),
                scope.kindNames(),
                scope.link().gap(null).url() + "#map");
    }

    /** Names the data that the run was made from; a drawing or tile under it never changes. */
    static String version(ReportScope scope) {
        return scope.standard().version() + "-" + scope.run().changeNumber();
    }

    /** What is in view: the chosen gap, else the area. */
    static Envelope view(ReportScope scope) {
        return scope.run().listGaps(scope.area().id()).stream()
                .filter(gap -> Objects.equals(gap.rank(), scope.link().gap()))
                .map(Gap::geometry)
                .findFirst()
                .map(geometry -> geometry.getEnvelopeInternal())
                .orElseGet(() -> scope.area().border().getEnvelopeInternal());
    }

    private static String attribution(Place place) {
        if (place.attribution() == null) {
            return place.licence();
        }
        return place.licence() == null ? place.attribution() : place.attribution() + " · " + place.licence();
    }
}
