package org.sanfen.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** {@code GET /api/site}: what the operator says of the site, in all languages; and its logo. */
@RestController
class SiteController {

    static final String LOGO = "/site/logo";

    private final Site site;
    private final SiteFile file;
    private final ObjectMapper json;

    SiteController(Site site, SiteFile file, ObjectMapper json) {
        this.site = site;
        this.file = file;
        this.json = json;
    }

    @GetMapping("/api/site")
    ResponseEntity<byte[]> site(HttpServletRequest request) {
        QueryParameters.allowOnly(request);
        byte[] body = json.writeValueAsBytes(new Shown(
                inAllLanguages(site::title),
                site.organisation(PageLanguage.ALL.get(0)) == null ? null : inAllLanguages(site::organisation),
                site.logo(),
                PageLanguage.ALL,
                site.defaultLanguage(),
                site.defaultPlace(),
                inAllLanguages(site::footerLines),
                site.baseLayer()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .eTag("W/\"" + DigestUtils.md5DigestAsHex(body) + "\"")
                .body(body);
    }

    @GetMapping(LOGO)
    ResponseEntity<Resource> logo() {
        if (site.logo() == null) {
            throw ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.nothing_here");
        }
        Resource picture = new FileSystemResource(file.settings().logo());
        return ResponseEntity.ok()
                .contentType(
                        picture.getFilename().toLowerCase(java.util.Locale.ROOT).endsWith(".svg")
                                ? MediaType.valueOf("image/svg+xml")
                                : MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(picture);
    }

    private static <T> Map<String, T> inAllLanguages(Function<String, T> text) {
        Map<String, T> texts = new LinkedHashMap<>();
        PageLanguage.ALL.forEach(language -> texts.put(language, text.apply(language)));
        return texts;
    }

    /**
     * The site as the interface shows it.
     *
     * @param languages BCP 47 tags of the pages
     * @param footer language to the lines at the foot of every page
     * @param baseLayer an online layer that visitors may turn on; null for none
     */
    private record Shown(
            Map<String, String> title,
            Map<String, String> organisation,
            String logo,
            List<String> languages,
            String defaultLanguage,
            String defaultPlace,
            Map<String, List<Site.FooterLine>> footer,
            Site.BaseLayer baseLayer) {}
}
