package org.sanfen.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.CoverageFigures.Nearest;
import org.sanfen.coverage.RunHistory;
import org.sanfen.coverage.RunHistory.Shares;
import org.sanfen.report.ReportPage.FigureCard;

/** The four figures of a report; reach and density always stand together (coverage.md section 10). */
final class FigureCards {

    private final ReportScope scope;
    private final ReportWords words;
    private final CoverageFigures figures;

    FigureCards(ReportScope scope) {
        this.scope = scope;
        this.words = scope.words();
        this.figures = scope.figures();
    }

    /** @param kept runs of the standard and slice, oldest first, for the trends */
    List<FigureCard> list(List<RunHistory.Entry> kept) {
        List<FigureCard> cards = new ArrayList<>();
        if (scope.hasLimit()) {
            cards.add(reach().trend(trend(kept, Shares::demand, ReportScope.demandShare(figures))));
            cards.add(density());
            cards.add(nearest());
            cards.add(streets().trend(trend(kept, Shares::street, ReportScope.streetShare(figures))));
        } else {
            cards.add(density());
            companionReach(cards);
            cards.add(perCapita());
            cards.add(spacing());
        }
        return cards;
    }

    /** {@code ▲ 2.1 points since 12 November 2026}; an arrow beside words, never a colour alone. */
    private String trend(List<RunHistory.Entry> kept, Function<Shares, Double> figure, Double now) {
        return HistoryCharts.findBefore(scope, kept)
                .filter(before -> now != null && figure.apply(before.shares()) != null)
                .map(before -> {
                    double change = now - figure.apply(before.shares());
                    String key = Math.abs(change) < 0.0005 ? "trend.same" : change > 0 ? "trend.up" : "trend.down";
                    return words.say(
                            key,
                            "points",
                            words.decimal(Math.abs(change) * 100, 1),
                            "date",
                            since(before.computedAt()));
                })
                .orElse(null);
    }

    /** On the report's own day the time tells them apart. */
    private String since(Instant before) {
        ZoneId zone = scope.place().zone();
        String day = words.date(before, zone);
        return day.equals(words.date(scope.run().computedAt(), zone)) ? words.dateAndTime(before, zone) : day;
    }

    private String reachTarget(AreaTarget target) {
        return target.isSetByStaff()
                ? words.say(
                        "card.reach.target_set",
                        "share",
                        words.share(target.share()),
                        "limit",
                        scope.limit(),
                        "whose",
                        target.whose(words))
                : words.say("card.reach.target", "limit", scope.limit());
    }

    private FigureCard reach() {
        AreaTarget target = AreaTarget.of(scope, scope.area());
        Double share = ReportScope.demandShare(figures);
        Double straight = figures.straight() == null
                ? null
                : ReportScope.share(figures.straight().demandCovered(), figures.demand());
        return new FigureCard(
                "reach",
                words.say(scope.isByResidents() ? "card.reach.residents" : "card.reach.floor"),
                words.share(share),
                ReportScope.bar(share),
                ReportScope.bar(straight),
                reachTarget(target),
                state(target.isMet(figures)),
                share == null ? words.say("card.reach.none") : demandOfAll(figures.demandCovered()),
                straight == null || isStraight() ? null : words.say("card.straight", "share", words.share(straight)),
                null);
    }

    private FigureCard streets() {
        Double share = ReportScope.streetShare(figures);
        Double straight = figures.straight() == null
                ? null
                : ReportScope.share(figures.straight().streetCoveredM(), figures.streetM());
        return new FigureCard(
                "streets",
                words.say("card.streets"),
                words.share(share),
                ReportScope.bar(share),
                ReportScope.bar(straight),
                words.say("card.streets.target", "limit", scope.limit()),
                state(share == null ? null : share >= 1),
                words.say(
                        "card.streets.caption",
                        "covered",
                        words.length(figures.streetCoveredM()),
                        "all",
                        words.length(figures.streetM())),
                straight == null || isStraight() ? null : words.say("card.straight", "share", words.share(straight)),
                null);
    }

    private FigureCard nearest() {
        Nearest nearest = ReportScope.nearest(figures);
        String title = words.say("card.nearest", "kind", scope.point());
        String target = words.say("card.nearest.target", "limit", scope.limit());
        if (nearest == null || nearest.max() == null) {
            return new FigureCard(
                    "nearest",
                    title,
                    ReportWords.NONE,
                    null,
                    null,
                    target,
                    "",
                    words.say("card.nearest.none"),
                    null,
                    null);
        }
        Double unreached = ReportScope.unreachedShare(figures);
        return new FigureCard(
                "nearest",
                title,
                nearest.p50() == null ? ReportWords.NONE : scope.reach(nearest.p50()),
                null,
                null,
                target,
                "",
                words.say(
                        "card.nearest.caption",
                        "p90",
                        nearest.p90() == null ? words.say("unreached") : scope.reach(nearest.p90()),
                        "max",
                        scope.reach(nearest.max())),
                unreached == null || unreached == 0
                        ? null
                        : words.say("card.nearest.unreached", "share", words.share(unreached)),
                null);
    }

    private FigureCard density() {
        Double target = targetDensity();
        Double actual = figures.km2PerPoint();
        String targetText = target == null
                ? words.say("card.density.no_target")
                : words.say(
                        figures.targetKm2PerPoint() != null ? "card.density.target" : "card.density.companion",
                        "target",
                        words.squareKilometres(target),
                        "standard",
                        scope.companion() == null
                                ? ""
                                : scope.companion().standard().name(words.language()));
        return new FigureCard(
                "density",
                words.say("card.density"),
                actual == null
                        ? words.say("card.density.zero")
                        : words.say("card.density.figure", "km2", words.squareKilometres(actual)),
                null,
                null,
                targetText,
                state(target == null ? null : actual != null && actual <= target),
                densityCaption(),
                actual == null
                        ? null
                        : words.say(
                                "card.density.radius", "radius", words.length(Math.sqrt(actual * 1_000_000 / Math.PI))),
                null);
    }

    /** Whatever ground is divided is named, so that figure and caption agree. */
    private String densityCaption() {
        Double actual = figures.km2PerPoint();
        boolean builtUp = "built_up".equals(figures.densityDenominator()) && actual != null;
        return words.say(
                builtUp ? "card.density.caption.built_up" : "card.density.caption",
                "points",
                scope.points(figures.points()),
                "area",
                words.squareKilometres(figures.areaKm2()),
                "ground",
                builtUp ? words.squareKilometres(actual * figures.points()) : "");
    }

    private Double targetDensity() {
        if (figures.targetKm2PerPoint() != null) {
            return figures.targetKm2PerPoint();
        }
        return scope.companion() == null ? null : scope.companion().standard().densityKm2PerPoint();
    }

    private void companionReach(List<FigureCard> cards) {
        if (scope.companion() == null || scope.companion().standard().metric() == null) {
            return;
        }
        ReportScope.figures(scope.companion(), scope.area()).ifPresent(other -> {
            Double share = ReportScope.demandShare(other);
            cards.add(new FigureCard(
                    "reach",
                    words.say(other.residents() != null ? "card.reach.residents" : "card.reach.floor"),
                    words.share(share),
                    ReportScope.bar(share),
                    null,
                    scope.companion().standard().name(words.language()),
                    state(share == null ? null : share >= 1),
                    words.say("card.companion.caption"),
                    straight(other),
                    null));
        });
    }

    /** By straight line, labelled; null where nothing else is measured or the standard is a straight line itself. */
    private String straight(CoverageFigures other) {
        Double share = other.straight() == null
                        || "straight".equals(scope.companion().standard().metric())
                ? null
                : ReportScope.share(other.straight().demandCovered(), other.demand());
        return share == null ? null : words.say("card.straight", "share", words.share(share));
    }

    private FigureCard perCapita() {
        Double target = figures.targetPer10000Residents();
        Double actual = figures.per10000Residents();
        return new FigureCard(
                "per-capita",
                words.say("card.per_capita"),
                actual == null ? ReportWords.NONE : words.decimal(actual, 1),
                null,
                null,
                target == null
                        ? words.say("card.per_capita.no_target")
                        : words.say("card.per_capita.target", "target", words.decimal(target, 1)),
                state(target == null || actual == null ? null : actual >= target),
                actual == null
                        ? words.say("card.per_capita.unknown")
                        : words.say("card.per_capita.caption", "residents", words.count(figures.residents())),
                null,
                null);
    }

    private FigureCard spacing() {
        CoverageFigures.Spacing spacing = figures.spacingM();
        boolean known = spacing != null && spacing.p50() != null;
        return new FigureCard(
                "spacing",
                words.say("card.spacing"),
                known ? words.length(spacing.p50()) : ReportWords.NONE,
                null,
                null,
                words.say("card.spacing.no_target"),
                "",
                known
                        ? words.say(
                                "card.spacing.caption",
                                "p10",
                                words.length(spacing.p10()),
                                "p90",
                                words.length(spacing.p90()))
                        : words.say("card.spacing.none"),
                null,
                null);
    }

    private String demandOfAll(double covered) {
        return scope.isByResidents()
                ? words.say(
                        "card.reach.caption.residents",
                        "covered",
                        words.count(covered),
                        "all",
                        words.count(figures.demand()))
                : words.say("card.reach.caption.floor", "all", words.squareMetres(figures.demand()));
    }

    private boolean isStraight() {
        return "straight".equals(scope.standard().metric());
    }

    private static String state(Boolean met) {
        return met == null ? "" : met ? "met" : "missed";
    }
}
