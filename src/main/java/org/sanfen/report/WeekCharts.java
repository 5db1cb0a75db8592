package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.CoverageWeek;
import org.sanfen.coverage.CoverageWeek.AreaWeek;
import org.sanfen.report.WeekChart.Cell;
import org.sanfen.report.WeekChart.Day;

/** Makes the heat map of a week from an area's 168 hours; where hours do not count, the sentence that says so. */
final class WeekCharts {

    private static final int HOURS_A_DAY = 24;

    private final ReportScope scope;
    private final ReportWords words;

    WeekCharts(ReportScope scope) {
        this.scope = scope;
        this.words = scope.words();
    }

    WeekChart chart(Optional<AreaWeek> week) {
        if (!scope.standard().hoursBind()) {
            return without("week.unbound");
        }
        double whole = week.map(this::whole).orElse(0.0);
        if (whole <= 0) {
            return without("week.none");
        }
        double[] shares = shares(week.get(), whole);
        boolean alike = shares[best(shares)] == shares[worst(shares)];
        return alike ? without("week.same", "share", words.share(shares[0])) : draw(week.get(), shares);
    }

    private WeekChart without(String why) {
        return without(why, "kind", scope.point());
    }

    /** A map of one colour would say no more than the sentence. */
    private WeekChart without(String why, String name, String value) {
        return new WeekChart(words.say("week.title"), words.say(why, name, value), List.of(), List.of(), "", "", "");
    }

    private WeekChart draw(AreaWeek week, double[] shares) {
        int worst = week.demand() > 0 ? week.worstHour() : worst(shares);
        int best = best(shares);
        List<Day> days = new ArrayList<>();
        for (int day = 0; day < CoverageWeek.HOURS / HOURS_A_DAY; day++) {
            days.add(new Day(words.say("day." + day), words.say("day.short." + day), cells(week, shares, day, worst)));
        }
        return new WeekChart(
                words.say("week.title"),
                sentence(week, shares, best, worst),
                IntStream.range(0, HOURS_A_DAY).mapToObj("%02d:00"::formatted).toList(),
                days,
                words.share(shares[worst]),
                words.share(shares[best]),
                words.say("week.worst", "hour", words.hour(worst)));
    }

    private List<Cell> cells(AreaWeek week, double[] shares, int day, int worst) {
        List<Cell> cells = new ArrayList<>();
        double low = shares[worst(shares)];
        double range = shares[best(shares)] - low;
        for (int hour = day * HOURS_A_DAY; hour < (day + 1) * HOURS_A_DAY; hour++) {
            String share = words.share(shares[hour]);
            String reading = words.say(
                    "week.reading",
                    "hour",
                    words.hour(hour),
                    "share",
                    share,
                    "points",
                    scope.points(week.openPoints()[hour]));
            int level = (int) Math.round((shares[hour] - low) / range * WeekChart.LEVELS);
            cells.add(new Cell(hour, Double.toString(shares[hour]), level, share, reading, hour == worst));
        }
        return cells;
    }

    private String sentence(AreaWeek week, double[] shares, int best, int worst) {
        double fewer = week.demandCovered()[best] - week.demandCovered()[worst];
        String key = scope.isByResidents() && fewer >= 0.5 ? "week.sentence.residents" : "week.sentence";
        return words.say(
                key,
                "best",
                words.hour(best),
                "best_share",
                words.share(shares[best]),
                "worst",
                words.hour(worst),
                "worst_share",
                words.share(shares[worst]),
                "fewer",
                words.count(fewer));
    }

    /** What the shares are of: demand, and streets where nobody lives. */
    private double whole(AreaWeek week) {
        return week.demand() > 0
                ? week.demand()
                : scope.run()
                        .findFigures(week.area())
                        .map(CoverageFigures::streetM)
                        .orElse(0.0);
    }

    private static double[] shares(AreaWeek week, double whole) {
        double[] covered = week.demand() > 0 ? week.demandCovered() : week.streetCoveredM();
        return IntStream.range(0, CoverageWeek.HOURS)
                .mapToDouble(hour -> Math.min(1, covered[hour] / whole))
                .toArray();
    }

    private static int worst(double[] shares) {
        int worst = 0;
        for (int hour = 1; hour < shares.length; hour++) {
            worst = shares[hour] < shares[worst] ? hour : worst;
        }
        return worst;
    }

    private static int best(double[] shares) {
        int best = 0;
        for (int hour = 1; hour < shares.length; hour++) {
            best = shares[hour] > shares[best] ? hour : best;
        }
        return best;
    }
}
