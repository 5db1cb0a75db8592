package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.CoverageFigures.Nearest;
import org.sanfen.report.ReportPage.Figure;

/** The figures below the cards: what happens by night, when a point fails, and how evenly the ways are shared. */
final class MoreFigures {

    private final ReportScope scope;
    private final ReportWords words;
    private final CoverageFigures figures;
    private final List<Figure> list = new ArrayList<>();

    MoreFigures(ReportScope scope) {
        this.scope = scope;
        this.words = scope.words();
        this.figures = scope.figures();
    }

    List<Figure> list() {
        if (!scope.hasLimit()) {
            return list;
        }
        nightLoss();
        ifUnknownWereOpen();
        backup();
        graded();
        ground();
        mean();
        gini();
        return list;
    }

    /** Relative to the nominal figure (coverage.md section 4). */
    private void nightLoss() {
        CoverageFigures nominal = scope.nominal() == null
                ? null
                : ReportScope.figures(scope.nominal(), scope.area()).orElse(null);
        CoverageFigures night = scope.night() == null
                ? null
                : ReportScope.figures(scope.night(), scope.area()).orElse(null);
        if (nominal == null || night == null || nominal.demandCovered() == null || nominal.demandCovered() <= 0) {
            return;
        }
        double lost = Math.max(0, nominal.demandCovered() - night.demandCovered());
        add(
                "night-loss",
                words.share(lost / nominal.demandCovered()),
                null,
                "hour",
                words.slice(scope.night().slice()),
                "lost",
                scope.demand(lost),
                "left",
                words.share(ReportScope.demandShare(night)));
    }

    private void ifUnknownWereOpen() {
        CoverageFigures bound = scope.night() == null
                ? null
                : ReportScope.figures(scope.night(), scope.area()).orElse(null);
        if (bound == null || bound.demandCoveredIfUnknownOpen() == null || bound.demand() <= 0) {
            return;
        }
        Double share = ReportScope.share(bound.demandCoveredIfUnknownOpen(), bound.demand());
        add(
                "if-unknown-open",
                words.share(share),
                share,
                "hour",
                words.slice(scope.night().slice()),
                "known",
                words.share(ReportScope.demandShare(bound)),
                "n",
                bound.unknownHoursPoints() == null ? 0 : bound.unknownHoursPoints());
    }

    private void backup() {
        Double share = ReportScope.share(figures.backupDemand(), figures.demand());
        if (share != null) {
            add("backup", words.share(share), share, "demand", scope.demand(figures.backupDemand()));
        }
    }

    private void graded() {
        Double share = ReportScope.share(figures.graded(), figures.demand());
        if (share != null) {
            add(
                    "graded",
                    words.share(share),
                    share,
                    "limit",
                    scope.limit(),
                    "twice",
                    scope.reach(scope.standard().limit() * 2));
        }
    }

    private void ground() {
        Double share = ReportScope.share(figures.groundCoveredKm2(), figures.areaKm2());
        if (share != null) {
            add(
                    "ground",
                    words.share(share),
                    share,
                    "covered",
                    words.squareKilometres(figures.groundCoveredKm2()),
                    "all",
                    words.squareKilometres(figures.areaKm2()));
        }
    }

    private void mean() {
        Nearest nearest = ReportScope.nearest(figures);
        if (nearest != null && nearest.mean() != null) {
            add(
                    "mean",
                    scope.reach(nearest.mean()),
                    null,
                    "reached",
                    words.share(nearest.reachedShare()),
                    "kind",
                    scope.point());
        }
    }

    private void gini() {
        if (figures.gini() != null) {
            add("gini", words.decimal(figures.gini(), 2), null);
        }
    }

    private void add(String id, String figure, Double bar, Object... values) {
        String key = "more." + id.replace('-', '_');
        list.add(new Figure(id, words.say(key), figure, ReportScope.bar(bar), words.say(key + ".text", values)));
    }
}
