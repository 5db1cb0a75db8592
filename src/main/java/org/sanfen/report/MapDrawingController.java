package org.sanfen.report;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.PageLanguage;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The report's map as a drawing; under the current version it may be kept for ever. */
@RestController
class MapDrawingController {

    static final MediaType SVG = new MediaType("image", "svg+xml", java.nio.charset.StandardCharsets.UTF_8);

    private final ReportScopes scopes;
    private final MapDrawings drawings;

    MapDrawingController(ReportScopes scopes, MapDrawings drawings) {
        this.scopes = scopes;
        this.drawings = drawings;
    }

    @GetMapping({"/report/{area}/map.svg", "/admin/report/{area}/map.svg"})
    ResponseEntity<String> drawing(
            @PathVariable String area,
            @RequestParam(required = false) String standard,
            @RequestParam(required = false) String slice,
            @RequestParam(required = false) Integer gap,
            @RequestParam(required = false) String v,
            @RequestParam(defaultValue = "light") String theme,
            @AuthenticationPrincipal StaffAccount reader,
            HttpServletRequest request) {
        ReportWords words = scopes.words(PageLanguage.of(request));
        ReportScope scope =
                scopes.scope(ReportController.link(request, area, standard, slice, null, gap), words, reader);
        if (!scope.hasLimit()) {
            throw ApiProblem.notFound("A standard without a limit has no map of covered streets.");
        }
        CacheControl keeping = scope.isInternal()
                ? CacheControl.noStore()
                : !scope.publishedByHand() && ReportMaps.version(scope).equals(v)
                        ? CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable()
                        : CacheControl.noCache();
        return ResponseEntity.ok().cacheControl(keeping).contentType(SVG).body(drawings.draw(scope, theme(theme)));
    }

    static MapDrawing.Theme theme(String name) {
        return switch (name) {
            case "light", "dark" -> MapDrawing.Theme.valueOf(name.toUpperCase(Locale.ROOT));
            default -> throw ApiProblem.badParameter("theme", "The theme is light or dark.");
        };
    }
}
