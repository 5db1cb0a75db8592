package org.sanfen.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.report.WorstTenth.Area;

/** Finds the areas of each layer with the lowest share of covered demand: the tenth, rounded up (coverage.md section 5). */
final class WorstTenths {

    /** Of fewer, the lead already names the worst. */
    private static final int FEWEST_AREAS = 3;

    private final ReportScope scope;
    private final ReportWords words;
    private final Map<String, List<ReportArea>> groups;

    /** @param groups areas compared, by layer and level */
    WorstTenths(ReportScope scope, Map<String, List<ReportArea>> groups) {
        this.scope = scope;
        this.words = scope.words();
        this.groups = groups;
    }

    List<WorstTenth> list() {
        List<WorstTenth> tenths = new ArrayList<>();
        for (List<ReportArea> areas : groups.values()) {
            List<ReportArea> worst = worst(areas);
            if (!worst.isEmpty()) {
                tenths.add(tenth(areas, worst));
            }
        }
        return tenths;
    }

    /** Ids of the worst of every layer. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        groups.values().forEach(areas -> worst(areas).forEach(area -> ids.add(area.id())));
        return ids;
    }

    private List<ReportArea> worst(List<ReportArea> areas) {
        List<ReportArea> ranked = areas.stream()
                .filter(area -> share(area) != null)
                .sorted(Comparator.comparing(this::share).thenComparing(ReportArea::id))
                .toList();
        return ranked.size() < FEWEST_AREAS ? List.of() : ranked.subList(0, (ranked.size() + 9) / 10);
    }

    private WorstTenth tenth(List<ReportArea> areas, List<ReportArea> worst) {
        double missed = worst.stream().mapToDouble(this::missed).sum();
        double all = areas.stream().mapToDouble(this::missed).sum();
        return new WorstTenth(
                scope.layer(areas.get(0)),
                words.say(
                        scope.isByResidents() ? "worst.residents" : "worst.floor",
                        "n",
                        worst.size(),
                        "all",
                        areas.size(),
                        "share",
                        words.share(all <= 0 ? 0 : missed / all)),
                worst.stream().map(this::row).toList());
    }

    private Area row(ReportArea area) {
        return new Area(
                area.id(),
                scope.name(area),
                scope.link().area(area.id()).url(),
                words.share(share(area)),
                ReportScope.bar(share(area)),
                words.say("worst.missed", "demand", scope.demand(missed(area))));
    }

    private Double share(ReportArea area) {
        return ReportScope.figures(scope.run(), area)
                .map(ReportScope::demandShare)
                .orElse(null);
    }

    private double missed(ReportArea area) {
        CoverageFigures figures = ReportScope.figures(scope.run(), area).orElseThrow();
        return figures.demandCovered() == null ? 0 : figures.demand() - figures.demandCovered();
    }
}
