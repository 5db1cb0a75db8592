package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.report.ReportPage.Finding;

/** What a reader should know of the data before acting on the figures. */
final class DataQuality {

    private final ReportScope scope;
    private final ReportWords words;
    private final CoverageFigures figures;
    private final List<Finding> findings = new ArrayList<>();

    DataQuality(ReportScope scope) {
        this.scope = scope;
        this.words = scope.words();
        this.figures = scope.figures();
    }

    /** @param boundariesClosed names of areas whose border a straight line closes, as their import said */
    List<Finding> list(List<String> boundariesClosed) {
        dataDate();
        if (scope.standard().hoursBind()) {
            count("unknown-hours", figures.unknownHoursPoints());
        }
        count("overdue", figures.overduePoints());
        count("excluded", figures.excludedPoints());
        count("unlinked-points", figures.unlinkedPoints());
        if (scope.hasLimit()) {
            demand("unlinked-demand", figures.unlinkedDemand());
            demand("unreachable", figures.unreachable());
            demand("own-leg", figures.ownLegDemand());
            if (figures.smallPiecesM() >= 1) {
                add("small-pieces", true, "length", words.length(figures.smallPiecesM()));
            }
            population();
        }
        if (!boundariesClosed.isEmpty()) {
            add(
                    "boundary",
                    true,
                    "areas",
                    words.list(
                            boundariesClosed.stream().map(this::name).distinct().toList()));
        }
        return findings;
    }

    private void dataDate() {
        boolean known = scope.run().dataDate() != null;
        findings.add(new Finding(
                "data-date",
                words.say("quality.data_date"),
                known
                        ? words.date(scope.run().dataDate(), scope.place().zone())
                        : words.say("quality.data_date.unknown"),
                !known));
    }

    private void population() {
        boolean known = scope.isByResidents();
        findings.add(new Finding(
                "population",
                words.say("quality.population"),
                words.say(known ? "quality.population.known" : "quality.population.unknown"),
                !known));
    }

    /** The name of an area as the page writes it; an import calls the whole place its root area. */
    private String name(String closed) {
        return closed.equals("root area")
                ? scope.place().name(words.language())
                : scope.areas().stream()
                        .filter(area -> area.name().equals(closed))
                        .findFirst()
                        .map(scope::name)
                        .orElse(closed);
    }

    /** Nothing found is worth saying too: nobody needs to ask. */
    private void count(String id, Integer n) {
        if (n != null) {
            String key = "quality." + id.replace('-', '_');
            findings.add(new Finding(
                    id,
                    words.say(key),
                    n == 0 ? words.say("quality.none") : words.say(key + ".text", "n", n, "all", figures.points()),
                    n > 0));
        }
    }

    private void demand(String id, Double demand) {
        if (demand != null && demand >= 0.5) {
            add(
                    id,
                    true,
                    "demand",
                    scope.demand(demand),
                    "share",
                    words.share(ReportScope.share(demand, figures.demand())));
        }
    }

    private void add(String id, boolean caution, Object... values) {
        String key = "quality." + id.replace('-', '_');
        findings.add(new Finding(id, words.say(key), words.say(key + ".text", values), caution));
    }
}
