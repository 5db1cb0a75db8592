package org.sanfen.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.sanfen.web.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** {@code GET /api/kinds}: the registry of kinds, for maps, lists and forms. It changes only with the software. */
@RestController
class KindsController {

    private final byte[] body;

    KindsController(KindRegistry kinds, ObjectMapper json) {
        body = json.writeValueAsBytes(
                Map.of("kinds", kinds.listKinds().stream().map(Shown::of).toList()));
    }

    @GetMapping("/api/kinds")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        QueryParameters.allowOnly(request);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .eTag("W/\"" + DigestUtils.md5DigestAsHex(body) + "\"")
                .body(body);
    }

    /** A {@link PointKind} as the interface shows it: to everybody, so without the checklist of inspections. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Shown(
            String id,
            Map<String, String> names,
            String group,
            String icon,
            List<ShownField> fields,
            List<Map<String, String>> howToUse,
            List<String> howToPictures,
            List<String> standards,
            boolean hours,
            LifeCycle lifeCycle) {

        static Shown of(PointKind kind) {
            return new Shown(
                    kind.id(),
                    kind.names(),
                    kind.group().id(),
                    kind.icon(),
                    kind.fields().stream().map(ShownField::of).toList(),
                    kind.howToUse(),
                    kind.howToPictures().stream()
                            .map(name -> "/how-to/" + name + ".svg")
                            .toList(),
                    kind.standards(),
                    kind.hours(),
                    kind.lifeCycle());
        }
    }

    /** A {@link KindField} as the interface shows it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ShownField(
            String id,
            String type,
            String unit,
            Map<String, String> names,
            List<ShownChoice> values,
            BigDecimal min,
            BigDecimal max) {

        static ShownField of(KindField field) {
            List<ShownChoice> values = field.values().stream()
                    .map(value -> new ShownChoice(value.id(), value.names(), value.warning()))
                    .toList();
            return new ShownField(
                    field.id(), field.type().id(), field.unit(), field.names(), values, field.min(), field.max());
        }
    }

    /** A {@link KindField.Choice} as the interface shows it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record ShownChoice(String id, Map<String, String> names, Map<String, String> warning) {}
}
