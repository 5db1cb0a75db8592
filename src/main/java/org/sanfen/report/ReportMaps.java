package org.sanfen.report;

import java.util.Objects;
import org.locationtech.jts.geom.Envelope;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.DrawnStreets;
import org.sanfen.coverage.Gap;
import org.sanfen.report.ReportPage.MapView;

/** What a report's map is made from, and under which version its drawing and tiles may be kept. */
final class ReportMaps {

    private ReportMaps() {}

    static MapView view(ReportScope scope) {
        ReportWords words = scope.words();
        String version = version(scope);
        return new MapView(
                String.join(",", scope.standard().kinds()),
                "%s/%s/%s/%s/%s"
                        .formatted(
                                scope.isInternal() ? "/admin/tiles/coverage" : "/tiles/coverage",
                                scope.place().id(),
                                scope.standard().id(),
                                address(scope.run()),
                                version),
                bounds(inView(scope)),
                scope.link().gaps(),
                scope.link().points(scope.place().id(), scope.standard().kinds()),
                scope.run().changeNumber(),
                scope.link().gap(),
                scope.link().sort(null).language(words.language()).drawing(version),
                words.say("map.alt", "area", scope.areaName(), "reach", scope.within(scope.standard())),
                scope.kindNames(),
                scope.night() == null
                        ? null
                        : words.say(
                                "legend.night",
                                "slice",
                                words.slice(scope.night().slice())),
                scope.link().gap(null).url() + "#map");
    }

    /** The slice as an address has it; {@code now} is the time that it was, since what lies there must never change. */
    private static String address(CoverageRun run) {
        return "now".equals(run.slice()) && run.resolvedAt() != null ? run.resolvedAt() : run.slice();
    }

    /** Names the data that the run was made from; a drawing or tile under it never changes. */
    static String version(ReportScope scope) {
        return DrawnStreets.version(scope.run(), scope.nominal(), scope.night());
    }

    /** West, south, east, north, as the page's map reads them. */
    static String bounds(Envelope view) {
        return "%s,%s,%s,%s".formatted(view.getMinX(), view.getMinY(), view.getMaxX(), view.getMaxY());
    }

    /** What is in view: the chosen gap, else the area. */
    static Envelope inView(ReportScope scope) {
        return scope.run().listGaps(scope.area().id()).stream()
                .filter(gap -> Objects.equals(gap.rank(), scope.link().gap()))
                .map(Gap::geometry)
                .findFirst()
                .map(geometry -> geometry.getEnvelopeInternal())
                .orElseGet(() -> scope.area().border().getEnvelopeInternal());
    }
}
