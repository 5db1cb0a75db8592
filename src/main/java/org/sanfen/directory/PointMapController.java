package org.sanfen.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.sanfen.directory.PointMapStore.Shape;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.sanfen.web.Messages;
import org.sanfen.web.PageLanguage;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /p/ID/map.svg}: the surroundings of a public point, for its page; nothing of who looks is in the address. */
@RestController
class PointMapController {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final DirectoryPoints points;
    private final PointMapStore store;
    private final KindRegistry kinds;
    private final Messages messages;

    PointMapController(DirectoryPoints points, PointMapStore store, KindRegistry kinds, Messages messages) {
        this.points = points;
        this.store = store;
        this.kinds = kinds;
        this.messages = messages;
    }

    /** @param theme {@code dark} for pages in the dark */
    @GetMapping("/p/{id}/map.svg")
    ResponseEntity<byte[]> map(
            @PathVariable String id, @RequestParam(defaultValue = "light") String theme, HttpServletRequest request) {
        QueryParameters.allowOnly(request, "theme", "lang");
        EmergencyPoint point = points.findPoint(id.toLowerCase(Locale.ROOT), Audience.PUBLIC)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.point_none", "id", id));
        String language = PageLanguage.of(request);
        List<Shape> shapes = store.listShapes(point.id());
        byte[] body = PointMapDrawing.draw(
                        shapes,
                        store.listNames(point.id(), language),
                        kinds.getKind(point.kind()).group(),
                        theme.equals("dark") ? PointMapDrawing.Theme.DARK : PointMapDrawing.Theme.LIGHT,
                        messages.text(language, "point.where"),
                        "50 m")
                .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noCache())
                .eTag("W/\"" + DigestUtils.md5DigestAsHex(body) + "\"")
                .body(body);
    }
}
