package org.sanfen.report;

import java.util.Comparator;
import java.util.List;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.DrawnStreets;
import org.sanfen.coverage.Gap;
import org.sanfen.directory.CountedPoint;
import org.sanfen.directory.DirectoryPoints;
import org.springframework.stereotype.Component;

/** Draws a report's map for browsers without scripts and for paper. Thread-safe. */
@Component
class MapDrawings {

    static final int WIDTH = 960;
    static final int HEIGHT = 720;
    private static final int RANKS_SHOWN = 9;

    private final ReportStore store;
    private final DirectoryPoints points;

    MapDrawings(ReportStore store, DirectoryPoints points) {
        this.store = store;
        this.points = points;
    }

    String draw(ReportScope scope, MapDrawing.Theme theme) {
        CoverageRun run = scope.run();
        MapFrame frame = MapFrame.around(ReportMaps.inView(scope), WIDTH, HEIGHT);
        MapDrawing drawing = new MapDrawing(
                        frame,
                        theme,
                        scope.areaName() + " · "
                                + scope.standard().name(scope.words().language()))
                .ground(store.listGround(scope.place().id(), frame));
        scope.areas().stream()
                .filter(area -> !area.id().equals(scope.area().id()))
                .forEach(area -> drawing.border(area.border(), false));
        drawing.border(scope.area().border(), true)
                .streets(DrawnStreets.list(scope.nominal() == null ? run : scope.nominal(), scope.night()));
        for (CountedPoint point :
                points.listCountedPoints(scope.place().id(), run.standard().kinds(), scope.audience())) {
            drawing.point(point.position().lon(), point.position().lat());
        }
        List<Gap> gaps = run.listGaps(scope.area().id());
        Integer chosen = scope.link().gap();
        gaps.stream()
                .filter(gap -> chosen == null ? gap.rank() <= RANKS_SHOWN : gap.rank() == chosen)
                .sorted(Comparator.comparing(Gap::rank).reversed())
                .forEach(gap -> drawing.rank(
                        gap.rank(), gap.geometry().getInteriorPoint().getCoordinate()));
        return drawing.margins(
                        scope.words(),
                        scope.place().attribution(),
                        scope.place().schematic() ? scope.words().site("site.schematic") : null)
                .finish();
    }
}
