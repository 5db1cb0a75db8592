package org.sanfen.report;

import java.util.List;
import java.util.Objects;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.Standard;

/**
 * The one sentence over a report, by what is true: how many areas meet the target, and who is out of reach, at night where
 * that is worse.
 */
final class ReportHeadline {

    private final ReportScope scope;
    private final ReportWords words;
    private final List<ReportArea> areas;

    /** @param areas of one layer and level, to count those that meet the target; fewer than two are not counted */
    ReportHeadline(ReportScope scope, List<ReportArea> areas) {
        this.scope = scope;
        this.words = scope.words();
        this.areas = areas;
    }

    String sentence() {
        CoverageFigures figures = scope.figures();
        if (!scope.hasLimit()) {
            return counted(density(figures));
        }
        boolean anyPoint = scope.run()
                        .findFigures(scope.place().id())
                        .map(CoverageFigures::points)
                        .orElse(0)
                > 0;
        if (!anyPoint) {
            return words.say("headline.no_points", "place", scope.areaName(), "kind", scope.point());
        }
        if (figures.demand() > 0) {
            return withTarget(counted(outOfReach(figures)), figures);
        }
        Double ofStreets = ReportScope.streetShare(figures);
        return ofStreets == null
                ? words.say("headline.nothing", "place", scope.areaName())
                : words.say(
                        "headline.streets_only",
                        "place",
                        scope.areaName(),
                        "share",
                        words.share(ofStreets),
                        "reach",
                        scope.within(scope.standard()));
    }

    /** The target that staff set, beside what there is; the standard's own, everybody, goes without saying. */
    private String withTarget(String headline, CoverageFigures figures) {
        AreaTarget target = AreaTarget.of(scope, scope.area());
        if (!target.isSetByStaff()) {
            return headline;
        }
        return headline
                + words.say("list.sentence")
                + words.say(
                        target.isMet(figures) ? "headline.target.met" : "headline.target.missed",
                        "target",
                        words.share(target.share()),
                        "actual",
                        words.share(ReportScope.demandShare(figures)));
    }

    private String counted(String rest) {
        List<Boolean> met =
                areas.stream().map(this::isMet).filter(Objects::nonNull).toList();
        if (met.size() < 2) {
            return words.sentence(rest);
        }
        long n = met.stream().filter(Boolean::booleanValue).count();
        String key = n == 0 ? "headline.met_none" : n == met.size() ? "headline.met_all" : "headline.met";
        return words.say(key, "n", n, "all", met.size(), "areas", scope.layerNoun(areas.get(0)), "rest", rest);
    }

    /** Whether an area meets its target; null where that can't be said. */
    private Boolean isMet(ReportArea area) {
        CoverageFigures figures = ReportScope.figures(scope.run(), area).orElse(null);
        if (figures == null) {
            return null;
        }
        if (scope.hasLimit()) {
            return AreaTarget.of(scope, area).isMet(figures);
        }
        if (figures.targetPer10000Residents() != null) {
            return figures.per10000Residents() == null
                    ? null
                    : figures.per10000Residents() >= figures.targetPer10000Residents();
        }
        return figures.targetKm2PerPoint() == null
                ? null
                : figures.km2PerPoint() != null && figures.km2PerPoint() <= figures.targetKm2PerPoint();
    }

    /** At night where more are known to be out of reach then; what only unknown hours put in doubt, the lead says. */
    private String outOfReach(CoverageFigures figures) {
        CoverageFigures shown = figures;
        CoverageRun run = scope.run();
        if (scope.isLostAtNight()) {
            run = scope.night();
            shown = ReportScope.figures(run, scope.area()).orElseThrow();
        }
        double missed = shown.demand() - shown.demandCovered();
        String when = words.when(run.slice());
        if (missed < 0.5) {
            return words.say(
                    scope.isByResidents() ? "headline.everybody" : "headline.every_home",
                    "place",
                    scope.areaName(),
                    "reach",
                    scope.within(scope.standard()),
                    "when",
                    when);
        }
        return words.say(
                scope.isByResidents() ? "headline.beyond.residents" : "headline.beyond.floor",
                "place",
                scope.areaName(),
                "n",
                words.count(Math.round(missed)),
                "share",
                words.share(missed / shown.demand()),
                "beyond",
                beyond(scope.standard()),
                "when",
                when);
    }

    /** What not being covered means, as the predicate of a sentence. */
    private String beyond(Standard standard) {
        String key = "time".equals(standard.metric()) ? "time_" + standard.direction() : standard.metric();
        return words.say("beyond." + key, "limit", scope.limit(), "kind", scope.point());
    }

    private String density(CoverageFigures figures) {
        String place = scope.areaName();
        if (figures.targetPer10000Residents() != null) {
            String points = scope.points(figures.points());
            return figures.per10000Residents() == null
                    ? words.say("headline.no_residents", "place", place, "points", points)
                    : words.say(
                            "headline.per_capita",
                            "place",
                            place,
                            "points",
                            points,
                            "actual",
                            words.decimal(figures.per10000Residents(), 1),
                            "target",
                            words.decimal(figures.targetPer10000Residents(), 1));
        }
        return words.say(
                figures.km2PerPoint() == null ? "headline.no_density" : "headline.density",
                "place",
                place,
                "kind",
                scope.point(),
                "actual",
                words.squareKilometres(figures.km2PerPoint()),
                "target",
                words.squareKilometres(figures.targetKm2PerPoint()));
    }
}
