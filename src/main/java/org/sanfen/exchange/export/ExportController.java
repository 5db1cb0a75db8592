package org.sanfen.exchange.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sanfen.directory.EmergencyPoint;
import org.sanfen.directory.KindRegistry;
import org.sanfen.directory.PointFilter;
import org.sanfen.directory.Visibility;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.Audit;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.PageLanguage;
import org.sanfen.web.QueryParameters;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Points as a file for staff: {@code GET /admin/api/export?format=&place=} with {@code kind}, {@code status},
 * {@code visibility}, {@code area} and {@code ids}, lists with commas; {@code POST} takes the same as JSON for lists that
 * no address holds. Removed points come where their status or id is asked for. Sent while it is read.
 */
@RestController
@RequestMapping("/admin/api/export")
@ConditionalOnWebApplication
class ExportController {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final List<String> STATUSES = List.of("planned", "active", "out_of_service", "removed");
    private static final List<String> FIELDS =
            List.of("format", "place", "kind", "status", "visibility", "area", "ids");

    private final PointExports exports;
    private final PlaceStore places;
    private final KindRegistry kinds;
    private final Permissions permissions;
    private final Audit audit;

    ExportController(
            PointExports exports, PlaceStore places, KindRegistry kinds, Permissions permissions, Audit audit) {
        this.exports = exports;
        this.places = places;
        this.kinds = kinds;
        this.permissions = permissions;
        this.audit = audit;
    }

    /** What is asked for; null or empty for all. */
    private record Asked(
            String format,
            String place,
            List<String> kind,
            List<String> status,
            String visibility,
            String area,
            List<String> ids) {}

    @GetMapping
    void get(HttpServletRequest request, HttpServletResponse response, @AuthenticationPrincipal StaffAccount staff)
            throws IOException {
        List<String> known = new ArrayList<>(FIELDS);
        known.add("lang");
        QueryParameters.allowOnly(request, known.toArray(String[]::new));
        send(
                new Asked(
                        request.getParameter("format"),
                        request.getParameter("place"),
                        list(request.getParameter("kind")),
                        list(request.getParameter("status")),
                        request.getParameter("visibility"),
                        request.getParameter("area"),
                        list(request.getParameter("ids"))),
                staff,
                request,
                response);
    }

    @PostMapping
    void post(
            @RequestBody JsonNode body,
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal StaffAccount staff)
            throws IOException {
        for (String field : body.propertyNames()) {
            if (!FIELDS.contains(field)) {
                throw ApiProblem.worded(
                        ErrorCode.BAD_BODY, Map.of("parameter", field), "problem.field_unknown", "field", field);
            }
        }
        send(
                new Asked(
                        text(body, "format"),
                        text(body, "place"),
                        texts(body, "kind"),
                        texts(body, "status"),
                        text(body, "visibility"),
                        text(body, "area"),
                        texts(body, "ids")),
                staff,
                request,
                response);
    }

    private void send(Asked asked, StaffAccount staff, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ExportFormat format = ExportFormat.find(asked.format()).orElseThrow(() -> bad("format"));
        Place place =
                places.findPlace(asked.place() == null ? "" : asked.place()).orElseThrow(() -> noPlace(asked.place()));
        permissions.require(staff, Right.VIEW, place.id());
        PointExports.Ready ready = exports.prepare(place, filter(asked, place), format, PageLanguage.of(request));
        audit.record(staff.id(), Audit.Action.POINTS_EXPORTED, subject(ready));
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(ready.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER_BYTES);
        exports.write(ready, out);
        out.flush();
    }

    /** What was let out: place, format, how many, and by which filter. */
    private static String subject(PointExports.Ready ready) {
        PointFilter filter = ready.filter();
        List<String> chosen = new ArrayList<>();
        chosen.addAll(filter.kinds());
        chosen.addAll(filter.statuses());
        if (filter.visibility() != null) {
            chosen.add(filter.visibility().id());
        }
        if (filter.areaId() != null) {
            chosen.add(filter.areaId());
        }
        if (!filter.ids().isEmpty()) {
            chosen.add("chosen one by one");
        }
        return "%s: %d as %s%s"
                .formatted(
                        filter.placeId(),
                        ready.points(),
                        ready.format().name().toLowerCase(Locale.ROOT),
                        chosen.isEmpty() ? "" : " (" + String.join(", ", chosen) + ")");
    }

    private PointFilter filter(Asked asked, Place place) {
        requireAll(
                "kind",
                asked.kind(),
                kinds.listKinds().stream().map(kind -> kind.id()).toList());
        requireAll("status", asked.status(), STATUSES);
        String visibility = asked.visibility();
        requireAll("visibility", visibility == null ? List.of() : List.of(visibility), List.of("public", "internal"));
        if (!asked.ids().stream().allMatch(EmergencyPoint::isId)) {
            throw bad("ids");
        }
        if (asked.area() != null
                && !asked.area().equals(place.id())
                && !asked.area().startsWith(place.id() + ".")) {
            throw bad("area");
        }
        return new PointFilter(
                place.id(),
                asked.kind(),
                asked.status(),
                visibility == null ? null : visibility.equals("public") ? Visibility.PUBLIC : Visibility.INTERNAL,
                asked.area(),
                asked.ids());
    }

    private static void requireAll(String parameter, List<String> given, List<String> known) {
        if (!known.containsAll(given)) {
            throw bad(parameter);
        }
    }

    private static ApiProblem noPlace(String id) {
        Map<String, Object> where = Map.of("parameter", "place");
        return id == null || id.isBlank()
                ? ApiProblem.worded(ErrorCode.BAD_PARAMETER, where, "problem.place")
                : ApiProblem.worded(ErrorCode.BAD_PARAMETER, where, "problem.place_none", "id", id);
    }

    private static ApiProblem bad(String parameter) {
        return ApiProblem.worded(
                ErrorCode.BAD_PARAMETER,
                Map.of("parameter", parameter),
                "problem.export_parameter",
                "parameter",
                parameter);
    }

    private static List<String> list(String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).isString() ? body.get(field).stringValue() : null;
    }

    private static List<String> texts(JsonNode body, String field) {
        List<String> texts = new ArrayList<>();
        body.path(field).forEach(one -> texts.add(one.asString("")));
        return texts;
    }
}
