package org.sanfen.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.coverage.CoverageService;
import org.sanfen.coverage.RunChoice;
import org.sanfen.coverage.RunComparison;
import org.sanfen.coverage.RunHistory;
import org.sanfen.coverage.Standard;
import org.sanfen.report.PageHead.Option;
import org.springframework.stereotype.Component;

/** The runs that a comparison offers: kept ones by date, other standards, and other times of this one. Thread-safe. */
@Component
class RunChoices {

    private static final List<String> TIMES =
            List.of(CoverageService.ALWAYS, "weekday-10", "weekday-22", "sunday-03", "24-7");

    private final ReportRuns runs;
    private final ReportScopes scopes;

    RunChoices(ReportRuns runs, ReportScopes scopes) {
        this.runs = runs;
        this.scopes = scopes;
    }

    /** The report's own standard and slice as they are now. */
    RunChoice after(ReportScope scope) {
        return RunChoice.now(scope.standard().id(), scope.link().slice());
    }

    /** The latest kept run of other data; where none is, another standard of the same points, else another time. */
    RunChoice before(ReportScope scope) {
        return HistoryCharts.findBefore(scope, kept(scope))
                .map(run -> RunChoice.stored(run.runId()))
                .orElseGet(() -> others(scope).stream()
                        .findFirst()
                        .map(other -> RunChoice.now(other.id(), CoverageService.ALWAYS))
                        .orElseGet(() -> RunChoice.now(
                                scope.standard().id(), scope.isAlways() ? "weekday-22" : CoverageService.ALWAYS)));
    }

    /**
     * @param chosen by the address, which may name a run that is not offered: of another standard, slice or time
     * @param side what was found of it
     */
    List<Option> options(ReportScope scope, RunChoice chosen, RunComparison.Side side) {
        ReportWords words = scope.words();
        Map<String, String> names = new LinkedHashMap<>();
        List<String> times = scope.standard().hoursBind()
                ? new ArrayList<>(TIMES)
                : List.of(scope.link().slice());
        for (String time : times) {
            names.put(RunChoice.now(scope.standard().id(), time).text(), now(words, scope.standard(), time));
        }
        for (Standard other : others(scope)) {
            String always = CoverageService.ALWAYS;
            names.put(RunChoice.now(other.id(), always).text(), now(words, other, always));
        }
        List<RunHistory.Entry> kept = new ArrayList<>(kept(scope));
        Collections.reverse(kept);
        for (RunHistory.Entry run : kept) {
            names.put(RunChoice.stored(run.runId()).text(), stored(scope, run));
        }
        names.putIfAbsent(chosen.text(), named(scope, side));
        return names.entrySet().stream()
                .map(one ->
                        new Option(one.getKey(), one.getValue(), one.getKey().equals(chosen.text())))
                .toList();
    }

    private List<RunHistory.Entry> kept(ReportScope scope) {
        return runs.listKept(
                scope.place().id(),
                scope.area().id(),
                scope.standard().id(),
                scope.link().slice(),
                scope.audience());
    }

    /** Standards with a limit that count a kind of this one's. */
    private List<Standard> others(ReportScope scope) {
        return scopes.listOffered().stream()
                .filter(other -> other.metric() != null)
                .filter(other -> !other.id().equals(scope.standard().id()))
                .filter(other ->
                        other.kinds().stream().anyMatch(scope.standard().kinds()::contains))
                .toList();
    }

    private static String now(ReportWords words, Standard standard, String time) {
        return words.say("compare.choice.now", "standard", standard.name(words.language()), "slice", words.slice(time));
    }

    /** A run that is not among those offered, in full. */
    private static String named(ReportScope scope, RunComparison.Side side) {
        ReportWords words = scope.words();
        if (side.runId() == null) {
            return now(words, side.standard(), side.slice());
        }
        return words.say(
                "compare.choice.stored",
                "date",
                words.dateAndTime(side.computedAt(), scope.place().zone()),
                "kind",
                side.name() == null ? HistoryCharts.kind(words, side.kind(), null) : side.name(),
                "standard",
                side.standard().name(words.language()),
                "slice",
                words.slice(side.slice()));
    }

    private static String stored(ReportScope scope, RunHistory.Entry run) {
        ReportWords words = scope.words();
        return words.say(
                "compare.choice.kept",
                "date",
                words.dateAndTime(run.computedAt(), scope.place().zone()),
                "kind",
                run.name() == null ? HistoryCharts.kind(words, run.kind(), null) : run.name());
    }
}
