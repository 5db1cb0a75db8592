package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.CoverageWeek;
import org.sanfen.coverage.CoverageWeek.AreaWeek;
import org.sanfen.coverage.Gap;
import org.sanfen.coverage.PointDependence;
import org.sanfen.coverage.TimeBand;
import org.sanfen.directory.CountedPoint;
import org.sanfen.report.file.FileColumn;
import org.sanfen.report.file.FileColumn.Type;
import org.sanfen.report.file.FileTable;

/** The tables of a report's files: figures as they are, texts as the page has them. For one report. */
final class BookTables {

    private static final int HOURS_A_DAY = 24;

    private final ReportScope scope;
    private final ReportWords words;

    BookTables(ReportScope scope) {
        this.scope = scope;
        this.words = scope.words();
    }

    /** The area of the report first, then those compared in it. */
    static List<ReportArea> listAreas(ReportScope scope) {
        List<ReportArea> areas = new ArrayList<>();
        areas.add(scope.area());
        new AreaTables(scope)
                .listCompared().stream()
                        .filter(area -> !area.id().equals(scope.area().id()))
                        .filter(area -> ReportScope.figures(scope.run(), area).isPresent())
                        .forEach(areas::add);
        return areas;
    }

    FileTable summary(ReportPage page) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(row(words.say("file.headline"), page.headline(), null, page.lead()));
        page.cards().forEach(card -> rows.add(row(card.title(), card.figure(), card.target(), card.caption())));
        page.more().forEach(more -> rows.add(row(more.name(), more.figure(), null, more.text())));
        rows.add(row(words.say("file.dates"), page.dates(), null, page.head().sliceName()));
        page.quality().forEach(finding -> rows.add(row(finding.name(), finding.text(), null, null)));
        return table(
                "summary",
                List.of(
                        column("item", Type.TEXT),
                        column("figure", Type.TEXT),
                        column("target", Type.TEXT),
                        column("note", Type.TEXT)),
                rows);
    }

    FileTable areas() {
        List<FileColumn> columns = new ArrayList<>(areaColumns());
        List<List<Object>> rows =
                listAreas(scope).stream().map(this::areaValues).toList();
        return table("areas", columns, rows);
    }

    List<FileColumn> areaColumns() {
        List<FileColumn> columns = new ArrayList<>(List.of(
                column("area", Type.TEXT),
                column("name", Type.TEXT),
                column("layer", Type.TEXT),
                column("admin_level", Type.WHOLE),
                column("organisation", Type.TEXT),
                column("target_demand_covered_share", Type.SHARE),
                column("target_given_by", Type.TEXT),
                column("target_met", Type.TRUTH)));
        columns.addAll(AreaFields.columns(words));
        return columns;
    }

    List<Object> areaValues(ReportArea area) {
        CoverageFigures figures = ReportScope.figures(scope.run(), area).orElseThrow();
        AreaTarget target = AreaTarget.of(scope, area);
        List<Object> values = row(
                area.id(),
                scope.name(area),
                area.layer(),
                area.adminLevel(),
                area.organisation(),
                target == null ? null : target.share(),
                target == null ? null : target.giver().key(),
                target == null ? null : target.isMet(figures));
        values.addAll(AreaFields.values(figures));
        return values;
    }

    FileTable gaps() {
        return table(
                "gaps",
                gapColumns(),
                scope.run().listGaps(scope.area().id()).stream()
                        .map(BookTables::gapValues)
                        .toList());
    }

    List<FileColumn> gapColumns() {
        return List.of(
                column("rank", Type.WHOLE),
                column("area", Type.TEXT),
                column("street", Type.TEXT),
                column("length_m", Type.DECIMAL),
                column("demand", Type.DECIMAL),
                column("unreachable_demand", Type.DECIMAL),
                column("demand_unit", Type.TEXT),
                column("farthest_lon", Type.FINE),
                column("farthest_lat", Type.FINE),
                column("farthest_s", Type.DECIMAL),
                column("farthest_m", Type.DECIMAL));
    }

    static List<Object> gapValues(Gap gap) {
        return row(
                gap.rank(),
                gap.area(),
                gap.street(),
                gap.lengthM(),
                gap.demand(),
                gap.unreachableDemand(),
                gap.demandUnit(),
                gap.farthest().lon(),
                gap.farthest().lat(),
                gap.farthestS(),
                gap.farthestM());
    }

    FileTable hours(Optional<AreaWeek> week) {
        List<List<Object>> rows = new ArrayList<>();
        week.ifPresent(one -> {
            for (int hour = 0; hour < CoverageWeek.HOURS; hour++) {
                double covered = one.demandCovered()[hour];
                rows.add(row(
                        hour,
                        words.say("day." + hour / HOURS_A_DAY),
                        "%02d:00".formatted(hour % HOURS_A_DAY),
                        ReportScope.share(covered, one.demand()),
                        covered,
                        one.streetCoveredM()[hour],
                        one.openPoints()[hour]));
            }
        });
        return table(
                "hours",
                List.of(
                        column("hour", Type.WHOLE),
                        column("weekday", Type.TEXT),
                        column("time", Type.TEXT),
                        column("demand_covered_share", Type.SHARE),
                        column("demand_covered", Type.DECIMAL),
                        column("street_covered_m", Type.DECIMAL),
                        column("open_points", Type.WHOLE)),
                rows);
    }

    FileTable distribution() {
        List<TimeBand> bands = scope.run().listTimeBands(scope.area().id());
        double demand = bands.stream().mapToDouble(TimeBand::demand).sum();
        boolean time = "time".equals(scope.standard().metric());
        return table(
                "distribution",
                List.of(
                        column(time ? "from_s" : "from_m", Type.DECIMAL),
                        column(time ? "to_s" : "to_m", Type.DECIMAL),
                        column("demand", Type.DECIMAL),
                        column("share", Type.SHARE),
                        column("within_limit", Type.TRUTH),
                        column("reached", Type.TRUTH)),
                bands.stream()
                        .map(band -> row(
                                band.reached() ? (Object) band.from() : null,
                                band.to(),
                                band.demand(),
                                ReportScope.share(band.demand(), demand),
                                band.withinLimit(),
                                band.reached()))
                        .toList());
    }

    /** @param counted points of the run, to say of what kind each is */
    FileTable dependences(List<CountedPoint> counted) {
        Map<String, String> kinds =
                counted.stream().collect(Collectors.toMap(CountedPoint::id, CountedPoint::kind, (a, b) -> a));
        double demand = scope.figures().demand();
        List<PointDependence> alone = scope.run().listDependences(scope.area().id());
        return table(
                "dependences",
                List.of(
                        column("point", Type.TEXT),
                        column("kind", Type.TEXT),
                        column("demand", Type.DECIMAL),
                        column("share", Type.SHARE)),
                alone.stream()
                        .map(one -> row(
                                one.pointId(),
                                kinds.get(one.pointId()),
                                one.demand(),
                                ReportScope.share(one.demand(), demand)))
                        .toList());
    }

    FileTable method(ReportPage page, List<String> labels) {
        List<List<Object>> rows = new ArrayList<>();
        labels.forEach(label -> rows.add(row(words.say("file.notice"), label)));
        page.method().sentences().forEach(sentence -> rows.add(row(words.say("file.method"), sentence)));
        page.method().facts().forEach(fact -> rows.add(row(fact.name(), fact.text())));
        return table("method", List.of(column("item", Type.TEXT), column("text", Type.TEXT)), rows);
    }

    FileTable table(String id, List<FileColumn> columns, List<List<Object>> rows) {
        return new FileTable(id, words.say("file.sheet." + id), columns, rows);
    }

    FileColumn column(String key, Type type) {
        return new FileColumn(key, words.say("file." + key), type);
    }

    /** May hold nulls, as List.of may not. */
    static List<Object> row(Object... values) {
        return new ArrayList<>(java.util.Arrays.asList(values));
    }
}
