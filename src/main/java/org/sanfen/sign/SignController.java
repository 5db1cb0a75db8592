package org.sanfen.sign;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sanfen.directory.Audience;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.directory.EmergencyPoint;
import org.sanfen.directory.KindRegistry;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.PageLanguage;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signs as PDF: of one public point at its own size, or of an area's points on A4 sheets. */
@RestController
class SignController {

    /** More signs than that are asked for kind by kind, or ward by ward. */
    static final int MOST_SIGNS = 200;

    private final DirectoryPoints points;
    private final PlaceStore places;
    private final KindRegistry kinds;
    private final SignStore store;
    private final Signs signs;
    private final SignPaper paper;

    SignController(
            DirectoryPoints points,
            PlaceStore places,
            KindRegistry kinds,
            SignStore store,
            Signs signs,
            SignPaper paper) {
        this.points = points;
        this.places = places;
        this.kinds = kinds;
        this.store = store;
        this.signs = signs;
        this.paper = paper;
    }

    @GetMapping("/p/{id}/sign")
    ResponseEntity<byte[]> ofPoint(
            @PathVariable String id, @RequestParam(defaultValue = "A6") String size, HttpServletRequest request)
            throws IOException {
        QueryParameters.allowOnly(request, "size", "lang");
        SignSize wanted = sizeOf(size);
        EmergencyPoint point = points.findPoint(id.toLowerCase(Locale.ROOT), Audience.PUBLIC)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.point_none", "id", id));
        signs.requireAddress();
        String language = PageLanguage.of(request);
        Sign sign = signs.sign(point, places.findPlace(point.placeId()).orElseThrow(), language);
        return pdf(paper.print(List.of(sign), wanted, false, language), "sanfen-" + point.id() + "-" + wanted);
    }

    @GetMapping("/api/areas/{area}/signs")
    ResponseEntity<byte[]> ofArea(
            @PathVariable String area,
            @RequestParam(defaultValue = "A6") String size,
            @RequestParam(required = false) String kind,
            HttpServletRequest request)
            throws IOException {
        QueryParameters.allowOnly(request, "size", "kind", "lang");
        SignSize wanted = sizeOf(size);
        List<String> chosen = kindsOf(kind);
        Place place = store.findPlaceOfArea(area)
                .flatMap(places::findPlace)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.signs_area", "id", area));
        signs.requireAddress();
        List<String> ids = store.listPoints(area, chosen, MOST_SIGNS + 1);
        if (ids.isEmpty()) {
            throw ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.signs_none");
        }
        if (ids.size() > MOST_SIGNS) {
            throw ApiProblem.worded(
                    ErrorCode.BAD_PARAMETER, Map.of("parameter", "kind"), "problem.signs_many", "most", MOST_SIGNS);
        }
        String language = PageLanguage.of(request);
        List<Sign> all = ids.stream()
                .flatMap(id -> points.findPoint(id, Audience.PUBLIC).stream())
                .map(point -> signs.sign(point, place, language))
                .toList();
        return pdf(paper.print(all, wanted, true, language), "sanfen-" + area + "-signs-" + wanted);
    }

    private static ResponseEntity<byte[]> pdf(byte[] file, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .body(file);
    }

    private static SignSize sizeOf(String size) {
        return SignSize.find(size)
                .orElseThrow(() ->
                        ApiProblem.worded(ErrorCode.BAD_PARAMETER, Map.of("parameter", "size"), "problem.sign_size"));
    }

    private List<String> kindsOf(String text) {
        List<String> chosen = text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (chosen.stream().anyMatch(id -> kinds.findKind(id).isEmpty())) {
            throw ApiProblem.worded(ErrorCode.BAD_PARAMETER, Map.of("parameter", "kind"), "problem.kind");
        }
        return chosen;
    }
}
