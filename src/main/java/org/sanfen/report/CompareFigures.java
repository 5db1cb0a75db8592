package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.CoverageFigures.Nearest;
import org.sanfen.coverage.RunComparison;
import org.sanfen.coverage.RunComparison.AreaDifference;
import org.sanfen.coverage.Standard;
import org.sanfen.report.ComparePage.Figure;

/** The figures of two runs beside each other; a dash where a run does not have one. */
final class CompareFigures {

    private final ReportWords words;
    private final ReportScope scope;
    private final RunComparison difference;
    private final AreaDifference own;
    private final List<Figure> list = new ArrayList<>();

    CompareFigures(ReportScope scope, RunComparison difference, AreaDifference own) {
        this.scope = scope;
        this.words = scope.words();
        this.difference = difference;
        this.own = own;
    }

    List<Figure> list() {
        String unit = scope.isByResidents() ? "residents" : "floor";
        add("reach", words.say("card.reach." + unit), (one, standard) -> words.share(ReportScope.demandShare(one)));
        add("density", words.say("card.density"), (one, standard) -> density(one));
        add(
                "straight",
                words.say("compare.straight"),
                (one, standard) -> one.straight() == null
                        ? ReportWords.NONE
                        : words.share(ReportScope.share(one.straight().demandCovered(), one.demand())));
        add("streets", words.say("card.streets"), (one, standard) -> words.share(ReportScope.streetShare(one)));
        add("points", words.say("column.points"), (one, standard) -> words.count(one.points()));
        add("p50", words.say("column.p50"), (one, standard) -> reach(standard, one, true));
        add("p90", words.say("column.p90"), (one, standard) -> reach(standard, one, false));
        add(
                "backup",
                words.say("more.backup"),
                (one, standard) -> words.share(ReportScope.share(one.backupDemand(), one.demand())));
        add(
                "graded",
                words.say("more.graded"),
                (one, standard) -> words.share(ReportScope.share(one.graded(), one.demand())));
        add(
                "gini",
                words.say("more.gini"),
                (one, standard) -> one.gini() == null ? ReportWords.NONE : words.decimal(one.gini(), 2));
        add("gaps", words.say("compare.gaps"), (one, standard) -> words.count(one.gaps()));
        return list;
    }

    private String density(CoverageFigures one) {
        return one.km2PerPoint() == null
                ? words.say("card.density.zero")
                : words.say("card.density.figure", "km2", words.squareKilometres(one.km2PerPoint()));
    }

    private String reach(Standard standard, CoverageFigures one, boolean half) {
        Nearest nearest = ReportScope.nearest(one);
        if (nearest == null) {
            return ReportWords.NONE;
        }
        Double value = half ? nearest.p50() : nearest.p90();
        if (value == null) {
            return words.say("unreached");
        }
        return "time".equals(standard.metric()) ? words.time(value) : words.length(value);
    }

    private void add(String id, String name, BiFunction<CoverageFigures, Standard, String> text) {
        String before = own.before() == null
                ? ReportWords.NONE
                : text.apply(own.before(), difference.before().standard());
        String after = own.after() == null
                ? ReportWords.NONE
                : text.apply(own.after(), difference.after().standard());
        if (!(before.equals(ReportWords.NONE) && after.equals(ReportWords.NONE))) {
            list.add(new Figure(id, name, before, after));
        }
    }
}
