package org.sanfen.report;

import java.util.List;
import org.sanfen.coverage.PointDependence;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.report.PointsAlone.Point;

/** The points on which most of an area's demand depends alone: what would be lost if one failed. */
final class AlonePoints {

    private static final int SHOWN = 10;

    private final ReportScope scope;
    private final ReportWords words;
    private final DirectoryPoints directory;

    AlonePoints(ReportScope scope, DirectoryPoints directory) {
        this.scope = scope;
        this.words = scope.words();
        this.directory = directory;
    }

    /** Null where backup is not computed. */
    PointsAlone table() {
        if (scope.figures().backupDemand() == null) {
            return null;
        }
        List<PointDependence> all = scope.run().listDependences(scope.area().id()).stream()
                .filter(one -> one.demand() >= 0.5)
                .toList();
        double demand = all.stream().mapToDouble(PointDependence::demand).sum();
        double whole = scope.figures().demand();
        return new PointsAlone(
                words.say("alone.title"),
                all.isEmpty()
                        ? words.say("alone.none")
                        : words.say(
                                scope.isByResidents() ? "alone.residents" : "alone.floor",
                                "demand",
                                scope.demand(demand),
                                "share",
                                words.share(ReportScope.share(demand, whole))),
                List.of(
                        words.say("alone.point"),
                        words.say(scope.isByResidents() ? "unit.residents" : "unit.floor"),
                        words.say("alone.share")),
                all.stream()
                        .limit(SHOWN)
                        .map(one -> point(one, whole, all.get(0).demand()))
                        .toList(),
                all.size() > SHOWN ? words.say("alone.more", "n", all.size() - SHOWN) : null);
    }

    private Point point(PointDependence one, double whole, double largest) {
        return new Point(
                one.pointId(),
                directory
                        .findPoint(one.pointId(), scope.audience())
                        .map(scope::pointName)
                        .orElse(one.pointId()),
                scope.point(one.pointId()),
                scope.demand(one.demand()),
                words.share(ReportScope.share(one.demand(), whole)),
                ReportScope.bar(one.demand() / largest));
    }
}
