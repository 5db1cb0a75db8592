package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.Gap;
import org.sanfen.report.ReportPage.GapRow;
import org.sanfen.report.ReportPage.Gaps;

/** The ranked gaps beside the map. */
final class ReportGaps {

    /** As many as anybody reads; the rest is counted below the list. */
    static final int SHOWN = 20;

    private final ReportScope scope;
    private final ReportWords words;
    private final List<Gap> gaps;

    ReportGaps(ReportScope scope) {
        this.scope = scope;
        this.words = scope.words();
        this.gaps = scope.run().listGaps(scope.area().id());
    }

    Gaps gaps() {
        boolean nowhere = scope.figures().points() == 0 && scope.isRoot();
        return new Gaps(
                words.say("gaps.title", "n", gaps.size()),
                rows(),
                gaps.isEmpty() ? words.say("gaps.none") : nowhere ? words.say("gaps.none_points") : null,
                note());
    }

    private List<GapRow> rows() {
        boolean byDemand = gaps.stream().anyMatch(gap -> gap.demand() > 0);
        double largest = gaps.stream()
                .mapToDouble(gap -> byDemand ? gap.demand() : gap.lengthM())
                .max()
                .orElse(1);
        Integer chosen = scope.link().gap();
        return gaps.stream()
                .filter(gap ->
                        gap.rank() <= SHOWN || Integer.valueOf(gap.rank()).equals(chosen))
                .map(gap -> new GapRow(
                        gap.rank(),
                        gap.street() == null ? words.say("gap.unnamed") : gap.street(),
                        facts(gap),
                        ReportScope.bar((byDemand ? gap.demand() : gap.lengthM()) / largest),
                        scope.link().gap(gap.rank()).url() + "#map",
                        Integer.valueOf(gap.rank()).equals(chosen)))
                .toList();
    }

    private String facts(Gap gap) {
        List<String> facts = new ArrayList<>();
        double demand = gap.demand() + gap.unreachableDemand();
        if (demand >= 0.5) {
            facts.add(words.say("gap." + gap.demandUnit(), "n", words.count(Math.round(demand))));
        }
        if (gap.lengthM() >= 0.5) {
            facts.add(words.say("gap.length", "length", words.length(gap.lengthM())));
        }
        Double farthest = gap.farthestS() != null ? gap.farthestS() : gap.farthestM();
        facts.add(
                farthest == null ? words.say("gap.no_way") : words.say("gap.farthest", "reach", scope.reach(farthest)));
        return String.join(words.say("list.dot"), facts);
    }

    /** What the list leaves out: further gaps and dust; null for nothing. */
    private String note() {
        List<String> notes = new ArrayList<>();
        List<Gap> more = gaps.stream().filter(gap -> gap.rank() > SHOWN).toList();
        if (!more.isEmpty()) {
            notes.add(words.say(
                    "gaps.more",
                    "n",
                    more.size(),
                    "length",
                    words.length(more.stream().mapToDouble(Gap::lengthM).sum())));
        }
        CoverageFigures figures = scope.figures();
        if (figures.dustM() != null && figures.dustM() >= 1) {
            notes.add(words.say("gaps.dust", "length", words.length(figures.dustM())));
        }
        return notes.isEmpty() ? null : String.join(" ", notes);
    }
}
