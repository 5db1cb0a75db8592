package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sanfen.coverage.RunChoice;
import org.sanfen.coverage.RunComparison;
import org.sanfen.coverage.RunComparison.AreaDifference;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.report.ComparePage.MapView;
import org.sanfen.report.ComparePage.Row;
import org.sanfen.report.ComparePage.Side;
import org.sanfen.report.ComparePage.Table;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Component;

/** Turns two runs into the page that shows their difference. Thread-safe. */
@Component
class ComparePages {

    private static final int POINTS_SHOWN = 20;

    private final ReportRuns runs;
    private final RunChoices choices;
    private final DirectoryPoints directory;

    ComparePages(ReportRuns runs, RunChoices choices, DirectoryPoints directory) {
        this.runs = runs;
        this.choices = choices;
        this.directory = directory;
    }

    /** Two runs, chosen by the address or by default, subtracted. */
    record Compared(RunChoice before, RunChoice after, RunComparison difference) {}

    /** @throws ApiProblem naming {@code before} or {@code after} */
    Compared compare(ReportScope scope, String before, String after) {
        RunChoice left = before == null ? choices.before(scope) : read("before", before);
        RunChoice right = after == null ? choices.after(scope) : read("after", after);
        return new Compared(
                left, right, runs.compare(scope.place().id(), scope.area().id(), left, right, scope.audience()));
    }

    private static RunChoice read(String parameter, String text) {
        return RunChoice.find(text)
                .orElseThrow(() -> ApiProblem.worded(
                        ErrorCode.BAD_PARAMETER, Map.of("parameter", parameter), "report.error.run", "run", text));
    }

    ComparePage page(ReportScope scope, Compared compared) {
        ReportWords words = scope.words();
        RunComparison difference = compared.difference();
        String before = compared.before().text();
        String after = compared.after().text();
        AreaDifference own = difference.findArea(scope.area().id()).orElse(null);
        Side left = side(scope, before, difference.before());
        Side right = side(scope, after, difference.after());
        CompareSentences sentences = new CompareSentences(scope, difference, own);
        List<Table> tables = new ArrayList<>();
        tables.add(areas(scope, compared));
        tables.add(points(scope, difference));
        return new ComparePage(
                new PageHeads(scope)
                        .head(
                                "compare.title",
                                language -> scope.link().language(language).comparison(before, after)),
                scope.link().root() + "/" + scope.area().id() + "/compare",
                choices.options(scope, compared.before(), difference.before()),
                choices.options(scope, compared.after(), difference.after()),
                sentences.headline(),
                sentences.notes(),
                left,
                right,
                own == null ? List.of() : new CompareFigures(scope, difference, own).list(),
                tables.stream().filter(table -> !table.rows().isEmpty()).toList(),
                scope.link().language(words.language()).comparisonDrawing(before, after),
                words.say("compare.map.alt", "before", left.name(), "after", right.name()),
                map(scope, compared),
                scope.link().url());
    }

    private static MapView map(ReportScope scope, Compared compared) {
        Set<String> kinds = compared.difference().after().standard().kinds();
        return new MapView(
                String.join(",", kinds),
                ReportMaps.bounds(scope.area().border().getEnvelopeInternal()),
                scope.link()
                        .differences(compared.before().text(), compared.after().text()),
                scope.link().points(scope.place().id(), kinds),
                compared.difference().before().changeNumber() + ","
                        + compared.difference().after().changeNumber());
    }

    private static Side side(ReportScope scope, String id, RunComparison.Side side) {
        ReportWords words = scope.words();
        String name = words.say(
                "compare.side", "standard", side.standard().name(words.language()), "slice", words.slice(side.slice()));
        String date = words.dateAndTime(side.computedAt(), scope.place().zone());
        return new Side(
                id,
                name,
                words.say(
                        side.runId() == null ? "compare.now" : "compare.kept",
                        "date",
                        date,
                        "version",
                        side.standard().version(),
                        "change",
                        side.changeNumber()));
    }

    private Table areas(ReportScope scope, Compared compared) {
        ReportWords words = scope.words();
        List<Row> rows = new AreaTables(scope)
                .listCompared().stream()
                        .map(area -> compared.difference()
                                .findArea(area.id())
                                .map(one -> row(scope, area, one, compared))
                                .orElse(null))
                        .filter(Objects::nonNull)
                        .filter(row -> row.cells().stream().anyMatch(cell -> !cell.equals("0")))
                        .toList();
        return new Table("areas", words.say("compare.areas"), columns(scope, words.say("column.name")), rows);
    }

    private static Row row(ReportScope scope, ReportArea area, AreaDifference one, Compared compared) {
        return new Row(
                area.id(),
                scope.name(area),
                scope.link()
                        .area(area.id())
                        .comparison(compared.before().text(), compared.after().text()),
                cells(scope, one.demandWon(), one.demandLost(), one.streetWonM(), one.streetLostM()));
    }

    private Table points(ReportScope scope, RunComparison difference) {
        ReportWords words = scope.words();
        List<Row> rows = difference.points().stream()
                .limit(POINTS_SHOWN)
                .map(one -> new Row(
                        one.pointId(),
                        directory
                                .findPoint(one.pointId(), scope.audience())
                                .map(scope::pointName)
                                .orElse(one.pointId()),
                        scope.point(one.pointId()),
                        cells(scope, one.demandWon(), one.demandLost(), one.streetWonM(), one.streetLostM())))
                .toList();
        return new Table("points", words.say("compare.points"), columns(scope, words.say("alone.point")), rows);
    }

    private static List<String> columns(ReportScope scope, String first) {
        ReportWords words = scope.words();
        String unit = words.say(scope.isByResidents() ? "unit.residents" : "unit.floor");
        return List.of(
                first,
                words.say("compare.won", "what", unit),
                words.say("compare.lost", "what", unit),
                words.say("compare.won", "what", words.say("unit.streets")),
                words.say("compare.lost", "what", words.say("unit.streets")));
    }

    private static List<String> cells(
            ReportScope scope, Double demandWon, Double demandLost, double streetWonM, double streetLostM) {
        return List.of(
                signed(scope, "+", demandWon),
                signed(scope, "−", demandLost),
                streetWonM < 0.5 ? "0" : "+" + scope.words().length(streetWonM),
                streetLostM < 0.5 ? "0" : "−" + scope.words().length(streetLostM));
    }

    private static String signed(ReportScope scope, String sign, Double amount) {
        if (amount == null) {
            return ReportWords.NONE;
        }
        return amount < 0.5 ? "0" : sign + scope.demand(amount);
    }
}
