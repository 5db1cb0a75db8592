package org.sanfen.report;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.DrawnStreets;
import org.sanfen.coverage.Gap;
import org.sanfen.directory.CountedPoint;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.PageLanguage;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The report's map as a drawing; under the current version it may be kept for ever. */
@RestController
class MapDrawingController {

    static final MediaType SVG = new MediaType("image", "svg+xml", java.nio.charset.StandardCharsets.UTF_8);
    static final int WIDTH = 960;
    static final int HEIGHT = 720;
    private static final int RANKS_SHOWN = 9;

    private final ReportScopes scopes;
    private final ReportStore store;
    private final DirectoryPoints points;

    MapDrawingController(ReportScopes scopes, ReportStore store, DirectoryPoints points) {
        this.scopes = scopes;
        this.store = store;
        this.points = points;
    }

    @GetMapping({"/report/{area}/map.svg", "/admin/report/{area}/map.svg"})
    ResponseEntity<String> drawing(
            @PathVariable String area,
            @RequestParam(required = false) String standard,
            @RequestParam(required = false) String slice,
            @RequestParam(required = false) Integer gap,
            @RequestParam(required = false) String v,
            @RequestParam(defaultValue = "light") String theme,
            HttpServletRequest request) {
        ReportWords words = scopes.words(PageLanguage.of(request));
        ReportScope scope = scopes.scope(ReportController.link(request, area, standard, slice, null, gap), words);
        if (!scope.hasLimit()) {
            throw ApiProblem.notFound("A standard without a limit has no map of covered streets.");
        }
        CacheControl keeping = scope.isInternal()
                ? CacheControl.noStore()
                : ReportMaps.version(scope).equals(v)
                        ? CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable()
                        : CacheControl.noCache();
        return ResponseEntity.ok().cacheControl(keeping).contentType(SVG).body(draw(scope, theme(theme)));
    }

    private String draw(ReportScope scope, MapDrawing.Theme theme) {
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

    static MapDrawing.Theme theme(String name) {
        return switch (name) {
            case "light", "dark" -> MapDrawing.Theme.valueOf(name.toUpperCase(Locale.ROOT));
            default -> throw ApiProblem.badParameter("theme", "The theme is light or dark.");
        };
    }
}
