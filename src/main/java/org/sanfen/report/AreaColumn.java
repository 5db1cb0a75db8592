package org.sanfen.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.CoverageFigures.Nearest;

/** A column of figures in the table of areas: what it shows and what it sorts by. */
enum AreaColumn {
    POINTS(
            "points",
            Show.ALWAYS,
            one -> (double) one.points(),
            (scope, value) -> scope.words().count(value)),
    DENSITY(
            "density",
            Show.ALWAYS,
            CoverageFigures::km2PerPoint,
            (scope, value) -> scope.words().squareKilometres(value)),
    DEMAND(
            "demand",
            Show.LIMIT,
            ReportScope::demandShare,
            (scope, value) -> scope.words().share(value)),
    TARGET("target", Show.TARGET, one -> null, (scope, value) -> scope.words().share(value)),
    STREETS(
            "streets",
            Show.LIMIT,
            ReportScope::streetShare,
            (scope, value) -> scope.words().share(value)),
    STRAIGHT(
            "straight",
            Show.LIMIT,
            one -> one.straight() == null
                    ? null
                    : ReportScope.share(one.straight().demandCovered(), one.demand()),
            (scope, value) -> scope.words().share(value)),
    NIGHT("night", Show.HOURS, one -> null, (scope, value) -> scope.words().share(value)),
    BACKUP(
            "backup",
            Show.LIMIT,
            one -> ReportScope.share(one.backupDemand(), one.demand()),
            (scope, value) -> scope.words().share(value)),
    P50("p50", Show.LIMIT, one -> nearest(one, Nearest::p50), ReportScope::reach),
    P90("p90", Show.LIMIT, one -> nearest(one, Nearest::p90), ReportScope::reach),
    UNREACHED(
            "unreached",
            Show.LIMIT,
            ReportScope::unreachedShare,
            (scope, value) -> scope.words().share(value)),
    PER_CAPITA(
            "per_capita",
            Show.DENSITY,
            CoverageFigures::per10000Residents,
            (scope, value) -> scope.words().decimal(value, 1)),
    SPACING(
            "spacing",
            Show.DENSITY,
            one -> one.spacingM() == null ? null : one.spacingM().p50(),
            (scope, value) -> scope.words().length(value)),
    AREA(
            "area",
            Show.DENSITY,
            CoverageFigures::areaKm2,
            (scope, value) -> scope.words().squareKilometres(value));

    /** Key of the first column, the area's name. */
    static final String NAME = "name";

    /** Columns with a bar, and how it is filled. */
    private static final Map<AreaColumn, String> BARS =
            Map.of(DEMAND, "", STREETS, "", STRAIGHT, "light", NIGHT, "night", BACKUP, "");

    private enum Show {
        ALWAYS,
        LIMIT,
        TARGET,
        HOURS,
        DENSITY
    }

    private final String key;
    private final Show show;
    private final Function<CoverageFigures, Double> figure;
    private final BiFunction<ReportScope, Double, String> text;

    AreaColumn(
            String key,
            Show show,
            Function<CoverageFigures, Double> figure,
            BiFunction<ReportScope, Double, String> text) {
        this.key = key;
        this.show = show;
        this.figure = figure;
        this.text = text;
    }

    /** As in {@code ?sort=}. */
    String key() {
        return key;
    }

    /** Columns that say something in a report. */
    static List<AreaColumn> listFor(ReportScope scope) {
        return Arrays.stream(values())
                .filter(column -> switch (column.show) {
                    case ALWAYS -> true;
                    case LIMIT -> scope.hasLimit();
                    case TARGET -> AreaTarget.isSetAnywhere(scope);
                    case HOURS -> scope.isAlways() && scope.night() != null;
                    case DENSITY -> !scope.hasLimit();
                })
                .toList();
    }

    static Optional<AreaColumn> find(String key) {
        return Arrays.stream(values()).filter(column -> column.key.equals(key)).findFirst();
    }

    /** The figure to sort by; null where there is none. */
    Double value(ReportScope scope, CoverageFigures figures) {
        if (this == TARGET) {
            return findTarget(scope, figures).map(AreaTarget::share).orElse(null);
        }
        return this != NIGHT || scope.night() == null
                ? figure.apply(figures)
                : scope.night()
                        .findFigures(figures.area())
                        .map(ReportScope::demandShare)
                        .orElse(null);
    }

    private static Optional<AreaTarget> findTarget(ReportScope scope, CoverageFigures figures) {
        return scope.findArea(figures.area()).map(area -> AreaTarget.of(scope, area));
    }

    /** Whether a missing figure means farther than any, not that nobody knows. */
    boolean missingIsInfinite() {
        return this == P50 || this == P90;
    }

    AreaTable.Cell cell(ReportScope scope, CoverageFigures figures) {
        Double value = value(scope, figures);
        ReportWords words = scope.words();
        String shown = value != null
                ? text.apply(scope, value)
                : missingIsInfinite() && figures.demand() > 0 ? words.say("unreached") : ReportWords.NONE;
        return new AreaTable.Cell(
                key,
                value == null ? "" : value.toString(),
                shown,
                BARS.containsKey(this) ? ReportScope.bar(value) : null,
                BARS.getOrDefault(this, ""),
                value == null ? null : detail(scope, figures));
    }

    private String detail(ReportScope scope, CoverageFigures figures) {
        ReportWords words = scope.words();
        return switch (this) {
            case TARGET ->
                findTarget(scope, figures)
                        .map(target -> {
                            Boolean met = target.isMet(figures);
                            return met == null
                                    ? target.whose(words)
                                    : words.say(
                                            met ? "cell.target.met" : "cell.target.missed",
                                            "whose",
                                            target.whose(words));
                        })
                        .orElse(null);
            case DEMAND ->
                figures.residents() == null
                        ? null
                        : words.say(
                                "cell.of",
                                "part",
                                words.count(figures.residentsCovered()),
                                "all",
                                words.count(figures.residents()));
            case STREETS ->
                words.say(
                        "cell.of_km",
                        "part",
                        kilometres(words, figures, figures.streetCoveredM()),
                        "all",
                        kilometres(words, figures, figures.streetM()));
            case UNREACHED ->
                figures.unlinkedPoints() == null || figures.unlinkedPoints() == 0
                        ? null
                        : words.say("cell.unlinked", "n", figures.unlinkedPoints());
            default -> null;
        };
    }

    /** Where all streets are short, to the metre: "0 of 0 km" says nothing. */
    private static String kilometres(ReportWords words, CoverageFigures figures, double metres) {
        return words.decimal(metres / 1000, figures.streetM() < 1000 ? 3 : 1);
    }

    private static Double nearest(CoverageFigures figures, Function<Nearest, Double> which) {
        Nearest nearest = ReportScope.nearest(figures);
        return nearest == null ? null : which.apply(nearest);
    }
}
