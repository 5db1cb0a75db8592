package org.sanfen.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.Standard;

/** The report's sentences: what anybody should be able to repeat after one look. */
final class ReportSentences {

    private final ReportScope scope;
    private final ReportWords words;

    ReportSentences(ReportScope scope) {
        this.scope = scope;
        this.words = scope.words();
    }

    /** The headline. */
    String headline() {
        CoverageFigures figures = scope.figures();
        if (!scope.hasLimit()) {
            return density(figures);
        }
        if (scope.run()
                        .findFigures(scope.place().id())
                        .map(CoverageFigures::points)
                        .orElse(0)
                == 0) {
            return words.say("headline.no_points", "place", scope.areaName(), "kind", scope.point());
        }
        String reach = reach(scope.standard());
        Double share = ReportScope.demandShare(figures);
        String streets = streets(figures);
        if (share == null) {
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
                            reach);
        }
        if (scope.isByResidents()) {
            return words.say(
                    "headline.residents",
                    "place",
                    scope.areaName(),
                    "covered",
                    words.count(figures.residentsCovered()),
                    "all",
                    words.count(figures.residents()),
                    "share",
                    words.share(share),
                    "reach",
                    reach,
                    "streets",
                    streets);
        }
        return words.say(
                "headline.floor",
                "place",
                scope.areaName(),
                "share",
                words.share(share),
                "reach",
                reach,
                "streets",
                streets);
    }

    private String streets(CoverageFigures figures) {
        double uncovered = figures.streetM() - figures.streetCoveredM();
        if (uncovered < 0.5) {
            return words.say("headline.all_streets");
        }
        return words.say(
                "headline.streets", "uncovered", words.length(uncovered), "all", words.length(figures.streetM()));
    }

    private String density(CoverageFigures figures) {
        if (figures.targetPer10000Residents() != null) {
            return figures.per10000Residents() == null
                    ? words.say(
                            "headline.no_residents",
                            "place",
                            scope.areaName(),
                            "points",
                            scope.points(figures.points()))
                    : words.say(
                            "headline.per_capita",
                            "place",
                            scope.areaName(),
                            "points",
                            scope.points(figures.points()),
                            "actual",
                            words.decimal(figures.per10000Residents(), 1),
                            "target",
                            words.decimal(figures.targetPer10000Residents(), 1));
        }
        return figures.km2PerPoint() == null
                ? words.say(
                        "headline.no_density",
                        "place",
                        scope.areaName(),
                        "kind",
                        scope.point(),
                        "target",
                        words.squareKilometres(figures.targetKm2PerPoint()))
                : words.say(
                        "headline.density",
                        "place",
                        scope.areaName(),
                        "kind",
                        scope.point(),
                        "actual",
                        words.squareKilometres(figures.km2PerPoint()),
                        "target",
                        words.squareKilometres(figures.targetKm2PerPoint()));
    }

    /**
     * The second sentence: the best and the worst of the areas compared, of the layer and level that has most of them; null
     * for fewer than two with demand.
     */
    String lead(List<ReportArea> compared) {
        if (!scope.hasLimit()) {
            return null;
        }
        Map<String, List<ReportArea>> groups =
                compared.stream().collect(Collectors.groupingBy(ReportArea::group, TreeMap::new, Collectors.toList()));
        List<ReportArea> ranked =
                groups.values().stream().max(Comparator.comparing(List::size)).orElse(List.of()).stream()
                        .filter(area -> shareOf(area) != null)
                        .sorted(Comparator.comparing(this::shareOf).thenComparing(ReportArea::id))
                        .toList();
        if (ranked.size() < 2) {
            return null;
        }
        ReportArea worst = ranked.get(0);
        ReportArea best = ranked.get(ranked.size() - 1);
        return words.say(
                "lead",
                "best",
                scope.name(best),
                "best_share",
                words.share(shareOf(best)),
                "worst",
                scope.name(worst),
                "worst_share",
                words.share(shareOf(worst)));
    }

    private Double shareOf(ReportArea area) {
        return ReportScope.figures(scope.run(), area)
                .map(ReportScope::demandShare)
                .orElse(null);
    }

    /** What being covered means, as the predicate of a sentence: {@code within 100 m on foot of an AED}. */
    String reach(Standard standard) {
        String key =
                switch (standard.metric()) {
                    case "straight" -> "reach.straight";
                    case "route" -> "reach.route";
                    default -> "reach.time_" + standard.direction();
                };
        String limit = "time".equals(standard.metric()) ? words.time(standard.limit()) : words.length(standard.limit());
        return words.say(key, "limit", limit, "kind", scope.point());
    }
}
