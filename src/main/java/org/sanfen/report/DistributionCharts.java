package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import org.sanfen.coverage.TimeBand;
import org.sanfen.report.DistributionChart.Bar;

/** Makes the chart of how far the nearest point is from an area's demand. */
final class DistributionCharts {

    private final ReportScope scope;
    private final ReportWords words;

    DistributionCharts(ReportScope scope) {
        this.scope = scope;
        this.words = scope.words();
    }

    /** Null where there is no demand or nothing is measured. */
    DistributionChart chart() {
        List<TimeBand> bands = scope.run().listTimeBands(scope.area().id());
        double demand = bands.stream().mapToDouble(TimeBand::demand).sum();
        if (demand <= 0) {
            return null;
        }
        double largest = bands.stream().mapToDouble(TimeBand::demand).max().orElse(1);
        double within = bands.stream()
                .filter(TimeBand::withinLimit)
                .mapToDouble(TimeBand::demand)
                .sum();
        List<Bar> bars = new ArrayList<>();
        double upTo = 0;
        boolean pastTheLimit = false;
        for (TimeBand band : bands) {
            upTo += band.demand();
            boolean first = !pastTheLimit && !band.withinLimit();
            pastTheLimit |= first;
            bars.add(new Bar(
                    label(band),
                    !band.reached() ? "unreached" : band.withinLimit() ? "within" : "beyond",
                    ReportScope.bar(band.demand() / largest),
                    words.share(band.demand() / demand),
                    scope.demand(band.demand()),
                    band.reached() ? words.share(Math.min(1, upTo / demand)) : null,
                    first));
        }
        return new DistributionChart(
                words.say("distribution.title", "kind", scope.point()),
                words.say(
                        scope.isByResidents() ? "distribution.residents" : "distribution.floor",
                        "share",
                        words.share(within / demand),
                        "limit",
                        scope.limit()),
                words.say("distribution.limit", "limit", scope.limit()),
                List.of(
                        words.say("distribution.band"),
                        words.say("distribution.share"),
                        words.say(scope.isByResidents() ? "unit.residents" : "unit.floor"),
                        words.say("distribution.up_to")),
                bars);
    }

    private String label(TimeBand band) {
        if (!band.reached()) {
            return words.say("distribution.unreached");
        }
        if (band.to() == null) {
            return words.say("distribution.over", "from", scope.reach(band.from()));
        }
        return band.from() <= 0
                ? words.say("distribution.first", "to", scope.reach(band.to()))
                : words.say("distribution.between", "from", scope.reach(band.from()), "to", scope.reach(band.to()));
    }
}
