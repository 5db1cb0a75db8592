package org.sanfen.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sanfen.coverage.RunHistory;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.report.ReportPage.Download;
import org.sanfen.report.ReportPage.Publish;
import org.springframework.stereotype.Component;

/** Turns a report's scope into the page that its templates show. Thread-safe. */
@Component
class ReportPages {

    private static final List<String> FORMATS = List.of("pdf", "xlsx", "csv", "geojson", "gpkg");

    private final ReportChoices choices;
    private final ReportRuns runs;
    private final ReportStore store;
    private final DirectoryPoints directory;

    ReportPages(ReportChoices choices, ReportRuns runs, ReportStore store, DirectoryPoints directory) {
        this.choices = choices;
        this.runs = runs;
        this.store = store;
        this.directory = directory;
    }

    ReportPage page(ReportScope scope) {
        ReportWords words = scope.words();
        String place = scope.place().id();
        String standard = scope.standard().id();
        boolean limit = scope.hasLimit();
        AreaTables tables = new AreaTables(scope);
        Map<String, List<ReportArea>> groups = tables.group(tables.listCompared());
        ReportSentences sentences = new ReportSentences(scope, groups);
        WorstTenths worst = new WorstTenths(scope, groups);
        List<RunHistory.Entry> kept =
                runs.listKept(place, scope.area().id(), standard, scope.link().slice(), scope.audience());
        return new ReportPage(
                new PageHeads(scope)
                        .head(
                                "title",
                                language -> scope.link().language(language).url()),
                choices.choices(scope),
                sentences.headline(),
                sentences.lead(),
                dates(scope),
                new FigureCards(scope).list(kept),
                words.say("together"),
                new MoreFigures(scope).list(),
                limit ? ReportMaps.view(scope) : null,
                limit ? new ReportGaps(scope).gaps() : null,
                limit
                        ? new WeekCharts(scope)
                                .chart(
                                        scope.standard().hoursBind()
                                                ? runs.findWeek(
                                                        place,
                                                        standard,
                                                        scope.audience(),
                                                        scope.area().id())
                                                : Optional.empty())
                        : null,
                limit ? new DistributionCharts(scope).chart() : null,
                tables.table(groups, worst.ids()),
                worst.list(),
                limit ? new AlonePoints(scope, directory).table() : null,
                limit ? new HistoryCharts(scope, kept).chart() : null,
                new DataQuality(scope).list(store.listClosedBoundaries(place)),
                new ReportMethod(scope).method(),
                downloads(scope),
                limit ? scope.link().comparison(null, null) : null,
                publish(scope));
    }

    private static List<Download> downloads(ReportScope scope) {
        ReportWords words = scope.words();
        return FORMATS.stream()
                .map(format -> new Download(
                        format, words.say("download." + format), scope.link().file(format, words.language())))
                .toList();
    }

    private static Publish publish(ReportScope scope) {
        ReportWords words = scope.words();
        return scope.isInternal()
                ? new Publish(
                        !scope.publishedByHand(),
                        words.say("publish"),
                        words.say(scope.publishedByHand() ? "publish.text" : "publish.automatic"),
                        scope.link().toThePublic().url())
                : null;
    }

    private static String dates(ReportScope scope) {
        ReportWords words = scope.words();
        String computed =
                words.dateAndTime(scope.run().computedAt(), scope.place().zone());
        return scope.run().dataDate() == null
                ? words.say("dates.computed", "computed", computed)
                : words.say(
                        "dates",
                        "data",
                        words.date(scope.run().dataDate(), scope.place().zone()),
                        "computed",
                        computed);
    }
}
