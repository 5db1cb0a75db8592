package org.sanfen.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.sanfen.coverage.RunHistory;
import org.sanfen.coverage.RunHistory.Shares;
import org.sanfen.report.HistoryChart.Entry;
import org.sanfen.report.file.FileColumn.Type;
import org.sanfen.report.file.FileTable;

/** Makes the chart of coverage over the kept runs of one area. */
final class HistoryCharts {

    private static final double HEIGHT = 40;

    /** A scale never spans less, so that a change of a tenth of a point doesn't look like a landslide. */
    private static final double LEAST_SPAN = 0.1;

    private final ReportScope scope;
    private final ReportWords words;
    private final List<RunHistory.Entry> runs;
    private final double low;
    private final double high;

    /** @param kept oldest first */
    HistoryCharts(ReportScope scope, List<RunHistory.Entry> kept) {
        this.scope = scope;
        this.words = scope.words();
        this.runs = kept.stream()
                .filter(run -> run.shares() != null && run.shares().demand() != null)
                .toList();
        double least = runs.stream().mapToDouble(this::lower).min().orElse(0);
        double most = runs.stream().mapToDouble(this::upper).max().orElse(1);
        double middle = (least + most) / 2;
        double span = Math.max(LEAST_SPAN, (most - least) * 1.2);
        this.low = Math.max(0, Math.min(1 - span, middle - span / 2));
        this.high = Math.min(1, low + span);
    }

    HistoryChart chart() {
        boolean drawn = runs.size() > 1;
        List<Entry> entries = new ArrayList<>(runs.stream().map(this::entry).toList());
        Collections.reverse(entries);
        return new HistoryChart(
                words.say("history.title"),
                drawn ? change() : words.say("history.begins"),
                drawn ? path(Shares::demand) : null,
                drawn && runs.stream().allMatch(run -> run.shares().street() != null) ? path(Shares::street) : null,
                words.say(scope.isByResidents() ? "card.reach.residents" : "card.reach.floor"),
                words.say("card.streets"),
                words.share(high),
                words.share(low),
                drawn ? date(runs.get(0)) : null,
                drawn ? date(runs.get(runs.size() - 1)) : null,
                entries);
    }

    /** All kept runs as a table of a file, newest first. */
    FileTable table(BookTables tables) {
        List<List<Object>> rows = new ArrayList<>();
        for (RunHistory.Entry run : runs) {
            rows.add(BookTables.row(
                    words.dateAndTime(run.computedAt(), scope.place().zone()),
                    kind(words, run.kind(), run.name()),
                    run.name(),
                    run.standardVersion(),
                    run.changeNumber(),
                    run.shares().demand(),
                    run.shares().street()));
        }
        Collections.reverse(rows);
        return tables.table(
                "history",
                List.of(
                        tables.column("computed_at", Type.TEXT),
                        tables.column("run_kind", Type.TEXT),
                        tables.column("run_name", Type.TEXT),
                        tables.column("version", Type.WHOLE),
                        tables.column("change_number", Type.WHOLE),
                        tables.column("demand_covered_share", Type.SHARE),
                        tables.column("street_covered_share", Type.SHARE)),
                rows);
    }

    /** The latest kept run of other data than the one shown. */
    static Optional<RunHistory.Entry> findBefore(ReportScope scope, List<RunHistory.Entry> kept) {
        return kept.stream()
                .filter(run -> run.changeNumber() < scope.run().changeNumber())
                .filter(run -> run.shares() != null)
                .reduce((earlier, later) -> later);
    }

    /** Why it was kept, in words: one without a name was kept by publishing it. */
    static String kind(ReportWords words, String kind, String name) {
        return words.say("history.kind." + (name == null && "named".equals(kind) ? "published" : kind));
    }

    private String change() {
        RunHistory.Entry first = runs.get(0);
        RunHistory.Entry last = runs.get(runs.size() - 1);
        return words.say(
                "history.change",
                "date",
                date(first),
                "before",
                words.share(first.shares().demand()),
                "after",
                words.share(last.shares().demand()));
    }

    private Entry entry(RunHistory.Entry run) {
        boolean latest = run == runs.get(runs.size() - 1);
        return new Entry(
                words.dateAndTime(run.computedAt(), scope.place().zone()),
                kind(words, run.kind(), run.name()),
                run.name(),
                words.share(run.shares().demand()),
                words.share(run.shares().street()),
                number(x(run)),
                number(y(run.shares().demand())),
                latest ? null : scope.link().comparison(Long.toString(run.runId()), null));
    }

    private String path(Function<Shares, Double> figure) {
        StringBuilder path = new StringBuilder();
        for (RunHistory.Entry run : runs) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(number(x(run)))
                    .append(' ')
                    .append(number(y(figure.apply(run.shares()))));
        }
        return path.toString();
    }

    /** By time, so that a year's silence is as long as it was. */
    private double x(RunHistory.Entry run) {
        long first = runs.get(0).computedAt().toEpochMilli();
        long span = runs.get(runs.size() - 1).computedAt().toEpochMilli() - first;
        return span == 0 ? 50 : (run.computedAt().toEpochMilli() - first) * 100.0 / span;
    }

    private double y(double share) {
        return (high - share) / (high - low) * HEIGHT;
    }

    private double lower(RunHistory.Entry run) {
        Shares shares = run.shares();
        return shares.street() == null ? shares.demand() : Math.min(shares.demand(), shares.street());
    }

    private double upper(RunHistory.Entry run) {
        Shares shares = run.shares();
        return shares.street() == null ? shares.demand() : Math.max(shares.demand(), shares.street());
    }

    private String date(RunHistory.Entry run) {
        return words.date(run.computedAt(), scope.place().zone());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
