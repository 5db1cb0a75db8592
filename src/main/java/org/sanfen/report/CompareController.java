package org.sanfen.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.directory.CountedPoint;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.report.ComparePages.Compared;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.PageLanguage;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that compares two dates, standards or times, and its drawing of what was won and lost. */
@Controller
class CompareController {

    private final ReportScopes scopes;
    private final ComparePages pages;
    private final ReportStore store;
    private final DirectoryPoints points;

    CompareController(ReportScopes scopes, ComparePages pages, ReportStore store, DirectoryPoints points) {
        this.scopes = scopes;
        this.pages = pages;
        this.store = store;
        this.points = points;
    }

    @GetMapping({"/report/{area}/compare", "/admin/report/{area}/compare"})
    String compare(
            @PathVariable String area,
            @RequestParam(required = false) String standard,
            @RequestParam(required = false) String slice,
            @RequestParam(required = false) String before,
            @RequestParam(required = false) String after,
            @AuthenticationPrincipal StaffAccount reader,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ReportScope scope = scope(area, standard, slice, reader, request);
        model.addAttribute("page", pages.page(scope, pages.compare(scope, before, after)));
        model.addAttribute("w", scope.words());
        if (!scope.isInternal()) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        }
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return "report-compare";
    }

    @GetMapping({"/report/{area}/compare.svg", "/admin/report/{area}/compare.svg"})
    ResponseEntity<String> drawing(
            @PathVariable String area,
            @RequestParam(required = false) String standard,
            @RequestParam(required = false) String slice,
            @RequestParam(required = false) String before,
            @RequestParam(required = false) String after,
            @RequestParam(defaultValue = "light") String theme,
            @AuthenticationPrincipal StaffAccount reader,
            HttpServletRequest request) {
        ReportScope scope = scope(area, standard, slice, reader, request);
        CacheControl keeping = scope.isInternal() ? CacheControl.noStore() : CacheControl.noCache();
        return ResponseEntity.ok()
                .cacheControl(keeping)
                .contentType(MapDrawingController.SVG)
                .body(draw(scope, pages.compare(scope, before, after), MapDrawingController.theme(theme)));
    }

    private ReportScope scope(
            String area, String standard, String slice, StaffAccount reader, HttpServletRequest request) {
        ReportWords words = scopes.words(PageLanguage.of(request));
        ReportScope scope =
                scopes.scope(ReportController.link(request, area, standard, slice, null, null), words, reader);
        if (!scope.hasLimit()) {
            throw ApiProblem.worded(ErrorCode.BAD_PARAMETER, Map.of("parameter", "standard"), "report.error.compare");
        }
        return scope;
    }

    private String draw(ReportScope scope, Compared compared, MapDrawing.Theme theme) {
        CoverageRun run = scope.run();
        MapFrame frame =
                MapFrame.around(scope.area().border().getEnvelopeInternal(), MapDrawings.WIDTH, MapDrawings.HEIGHT);
        MapDrawing drawing = new MapDrawing(frame, theme, scope.areaName())
                .ground(store.listGround(scope.place().id(), frame));
        scope.areas().stream()
                .filter(area -> !area.id().equals(scope.area().id()))
                .forEach(area -> drawing.border(area.border(), false));
        drawing.border(scope.area().border(), true)
                .quietStreets(run.listPieces())
                .differences(compared.difference().pieces());
        for (CountedPoint point : points.listCountedPoints(
                scope.place().id(), compared.difference().after().standard().kinds(), scope.audience())) {
            drawing.point(point.position().lon(), point.position().lat());
        }
        return drawing.margins(
                        scope.words(),
                        scope.place().attribution(),
                        scope.place().schematic() ? scope.words().site("site.schematic") : null)
                .finish();
    }
}
