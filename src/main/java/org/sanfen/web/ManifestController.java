package org.sanfen.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /manifest.webmanifest?lang=}: by what name, icon and short cuts the map stands on a phone's home screen. */
@RestController
class ManifestController {

    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json;charset=UTF-8");
    private static final List<String> SHORTCUTS = List.of("aed", "fire_extinguisher", "micro_fire_station");

    private final Site site;
    private final Messages messages;

    ManifestController(Site site, Messages messages) {
        this.site = site;
        this.messages = messages;
    }

    @GetMapping("/manifest.webmanifest")
    ResponseEntity<Map<String, Object>> manifest(HttpServletRequest request) {
        QueryParameters.allowOnly(request, "lang");
        String language = PageLanguage.of(request);
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("id", "/");
        manifest.put("name", site.title(language));
        manifest.put("short_name", site.title(language));
        manifest.put("description", messages.text(language, "map.description"));
        manifest.put("lang", language);
        manifest.put("dir", "ltr");
        manifest.put("start_url", "/"); // in the language that the device keeps
        manifest.put("scope", "/");
        manifest.put("display", "standalone");
        manifest.put("background_color", "#ffffff");
        manifest.put("theme_color", "#b3261e");
        manifest.put("categories", List.of("navigation", "utilities", "health"));
        manifest.put(
                "icons",
                List.of(
                        icon("/icons/app-192.png", "192x192", "any"),
                        icon("/icons/app-512.png", "512x512", "any"),
                        icon("/icons/app-maskable-512.png", "512x512", "maskable")));
        manifest.put(
                "shortcuts",
                SHORTCUTS.stream().map(kind -> shortcut(kind, language)).toList());
        return ResponseEntity.ok()
                .contentType(MANIFEST)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .varyBy("Accept-Language")
                .body(manifest);
    }

    private static Map<String, String> icon(String path, String sizes, String purpose) {
        return Map.of("src", path, "sizes", sizes, "type", "image/png", "purpose", purpose);
    }

    /** Opens the list of a kind. */
    private Map<String, Object> shortcut(String kind, String language) {
        return Map.of(
                "name",
                messages.text(language, "start." + kind),
                "url",
                "/#kind=" + kind,
                "icons",
                List.of(Map.of("src", "/icons/" + kind + ".svg", "sizes", "any", "type", "image/svg+xml")));
    }
}
