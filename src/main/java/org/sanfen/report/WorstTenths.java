package org.sanfen.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.report.WorstTenth.Area;
import org.sanfen.report.file.FileColumn.Type;
import org.sanfen.report.file.FileTable;

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
        return listAreas().stream().map(ReportArea::id).collect(Collectors.toSet());
    }

    /** The same as a table of a file. */
    FileTable table(BookTables tables) {
        return tables.table(
                "worst",
                List.of(
                        tables.column("layer", Type.TEXT),
                        tables.column("area", Type.TEXT),
                        tables.column("name", Type.TEXT),
                        tables.column("demand_covered_share", Type.SHARE),
                        tables.column("demand", Type.DECIMAL),
                        tables.column("demand_covered", Type.DECIMAL)),
                listAreas().stream().map(this::values).toList());
    }

    private List<Object> values(ReportArea area) {
        CoverageFigures figures = ReportScope.figures(scope.run(), area).orElseThrow();
        return BookTables.row(
                scope.layer(area), area.id(), scope.name(area), share(area), figures.demand(), figures.demandCovered());
    }

    private List<ReportArea> listAreas() {
        return groups.values().stream().flatMap(areas -> worst(areas).stream()).toList();
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
