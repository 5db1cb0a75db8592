package org.sanfen.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.sanfen.coverage.CoverageFigures;

/** The sentences below the headline: how many are in reach, how much street is not, who stands best and worst. */
final class ReportSentences {

    private final ReportScope scope;
    private final ReportWords words;
    private final Map<String, List<ReportArea>> groups;

    /** @param groups areas compared, by layer and level */
    ReportSentences(ReportScope scope, Map<String, List<ReportArea>> groups) {
        this.scope = scope;
        this.words = scope.words();
        this.groups = groups;
    }

    String headline() {
        return new ReportHeadline(scope, mainGroup()).sentence();
    }

    /** The areas that the sentences speak of: of a layer that the standard is meant for, else those that are most. */
    private List<ReportArea> mainGroup() {
        List<String> meant = scope.standard().layers();
        return groups.values().stream()
                .max(Comparator.<List<ReportArea>, Boolean>comparing(
                                areas -> meant.contains(areas.get(0).layer()))
                        .thenComparing(List::size))
                .filter(areas -> areas.stream()
                        .anyMatch(area -> !area.id().equals(scope.area().id())))
                .filter(areas -> areas.stream()
                        .noneMatch(area -> area.id().equals(scope.area().id())))
                .orElse(List.of());
    }

    /** Null where the headline has said it all. */
    String lead() {
        CoverageFigures figures = scope.figures();
        if (!scope.hasLimit() || ReportScope.demandShare(figures) == null) {
            return null;
        }
        List<String> sentences = new ArrayList<>();
        String reach = scope.within(scope.standard());
        String share = words.share(ReportScope.demandShare(figures));
        sentences.add(
                scope.isByResidents()
                        ? words.say(
                                "lead.residents",
                                "place",
                                scope.areaName(),
                                "covered",
                                words.count(figures.residentsCovered()),
                                "all",
                                words.count(figures.residents()),
                                "share",
                                share,
                                "reach",
                                reach,
                                "when",
                                words.when(scope.run().slice()))
                        : words.say(
                                "lead.floor",
                                "place",
                                scope.areaName(),
                                "share",
                                share,
                                "reach",
                                reach,
                                "when",
                                words.when(scope.run().slice())));
        sentences.add(streets(figures));
        String extremes = extremes();
        if (extremes != null) {
            sentences.add(extremes);
        }
        return String.join(words.say("list.sentence"), sentences);
    }

    private String streets(CoverageFigures figures) {
        double uncovered = figures.streetM() - figures.streetCoveredM();
        return uncovered < 0.5
                ? words.say("lead.all_streets")
                : words.say(
                        "lead.streets", "uncovered", words.length(uncovered), "all", words.length(figures.streetM()));
    }

    /** The best and the worst of the areas; null for fewer than two with demand, and where they stand alike. */
    private String extremes() {
        List<ReportArea> ranked = mainGroup().stream()
                .filter(area -> shareOf(area) != null)
                .sorted(Comparator.comparing(this::shareOf).thenComparing(ReportArea::id))
                .toList();
        if (ranked.size() < 2) {
            return null;
        }
        ReportArea worst = ranked.get(0);
        ReportArea best = ranked.get(ranked.size() - 1);
        if (shareOf(worst).equals(shareOf(best))) {
            return null;
        }
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
}
