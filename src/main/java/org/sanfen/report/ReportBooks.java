package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.directory.CountedPoint;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.report.file.FileFormat;
import org.sanfen.report.file.FileLayer;
import org.sanfen.report.file.FileNotice;
import org.sanfen.report.file.FileTable;
import org.sanfen.report.file.ReportBook;
import org.springframework.stereotype.Component;

/** Gathers what a report's files hold: the page's texts and the run's figures and shapes. Thread-safe. */
@Component
class ReportBooks {

    private final ReportRuns runs;
    private final DirectoryPoints points;

    ReportBooks(ReportRuns runs, DirectoryPoints points) {
        this.runs = runs;
        this.points = points;
    }

    /** Only what the format shows is made: cutting streets and polygons takes longest. */
    ReportBook book(ReportScope scope, ReportPage page, FileFormat format) {
        BookTables tables = new BookTables(scope);
        List<CountedPoint> counted =
                points.listCountedPoints(scope.place().id(), scope.standard().kinds(), scope.audience());
        boolean map = format == FileFormat.GEOJSON || format == FileFormat.GPKG;
        List<FileLayer> layers = map ? new BookLayers(scope, tables).list(counted) : List.of();
        FileNotice notice = notice(scope, page, map && lacksGround(scope, layers));
        List<FileTable> listed =
                format == FileFormat.XLSX ? listTables(scope, page, notice, tables, counted) : List.of(tables.areas());
        return new ReportBook(notice, listed, layers);
    }

    private List<FileTable> listTables(
            ReportScope scope, ReportPage page, FileNotice notice, BookTables tables, List<CountedPoint> counted) {
        List<FileTable> list = new ArrayList<>(List.of(tables.summary(page), tables.areas()));
        if (scope.hasLimit()) {
            list.add(tables.gaps());
            list.add(tables.hours(runs.findWeek(
                    scope.place().id(),
                    scope.standard().id(),
                    scope.audience(),
                    scope.area().id())));
            list.add(tables.distribution());
            list.add(tables.dependences(counted));
            AreaTables areas = new AreaTables(scope);
            add(list, new WorstTenths(scope, areas.group(areas.listCompared())).table(tables));
            add(
                    list,
                    new HistoryCharts(
                                    scope,
                                    runs.listKept(
                                            scope.place().id(),
                                            scope.area().id(),
                                            scope.standard().id(),
                                            scope.link().slice(),
                                            scope.audience()))
                            .table(tables));
        }
        List<String> labels = Stream.of(notice.internal(), notice.schematic(), notice.attribution(), notice.licence())
                .filter(Objects::nonNull)
                .toList();
        list.add(tables.method(page, labels));
        return list;
    }

    /** Where the page shows nothing of it, a sheet would be an empty one. */
    private static void add(List<FileTable> list, FileTable table) {
        if (!table.rows().isEmpty()) {
            list.add(table);
        }
    }

    private static boolean lacksGround(ReportScope scope, List<FileLayer> layers) {
        return scope.hasLimit() && layers.stream().noneMatch(layer -> layer.id().equals(BookLayers.GROUND));
    }

    /** @param withoutGround whether a map says why its layer of covered ground is missing */
    private static FileNotice notice(ReportScope scope, ReportPage page, boolean withoutGround) {
        CoverageRun run = scope.run();
        List<String> method = new ArrayList<>(page.method().sentences());
        if (withoutGround) {
            method.add(scope.words().say("file.no_ground"));
        }
        PageHead head = page.head();
        return new FileNotice(
                head.title(),
                head.language(),
                head.areaId(),
                head.areaName(),
                head.standardId(),
                run.standard().version(),
                run.slice(),
                run.resolvedAt(),
                scope.place().attribution(),
                scope.place().licence(),
                String.join(" ", method),
                head.schematic(),
                scope.isInternal() ? head.mark().label() + ": " + head.mark().sentence() : null,
                run.changeNumber(),
                run.dataDate(),
                run.computedAt(),
                run.engineVersion());
    }
}
