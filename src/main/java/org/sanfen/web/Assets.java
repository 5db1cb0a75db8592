package org.sanfen.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Where Vite put the files of each page: its manifest, read once. Templates ask it for scripts, words and styles. */
@Component("assets")
public class Assets {

    private final JsonNode manifest;
    private final JsonNode words;

    Assets(ObjectMapper json) throws IOException {
        manifest = read(json, "manifest.json");
        words = read(json, "words.json");
    }

    private static JsonNode read(ObjectMapper json, String name) throws IOException {
        try (InputStream file = new ClassPathResource("frontend/.vite/" + name).getInputStream()) {
            return json.readTree(file);
        }
    }

    /** Path of a page's script, such as {@code /assets/map-B1x.js}; the entry is its source path under frontend/. */
    public String script(String entry) {
        return "/" + manifest.required(entry).required("file").stringValue();
    }

    /** Path of the words that a page's script says in a language; it runs before the script. */
    public String words(String entry, String language) {
        return "/" + words.required(entry).required(language).stringValue();
    }

    /** Paths of what a script imports at once, to be fetched beside it and not after it. */
    public List<String> imports(String entry) {
        List<String> paths = new ArrayList<>();
        collectImports(entry, paths);
        return paths;
    }

    private void collectImports(String entry, List<String> paths) {
        manifest.required(entry).path("imports").forEach(imported -> {
            String path = script(imported.stringValue());
            if (!paths.contains(path)) {
                paths.add(path);
                collectImports(imported.stringValue(), paths);
            }
        });
    }

    /** Paths of the scripts that a part of a page brings beside the page's own: fetched at once, run when they are asked for. */
    public List<String> laterScripts(String part, String entry) {
        List<String> paths = imports(part);
        paths.add(script(part));
        paths.removeAll(imports(entry));
        paths.remove(script(entry));
        return paths;
    }

    /** Paths of the styles that a part of a page brings beside the page's own. */
    public List<String> laterStyles(String part, String entry) {
        List<String> paths = styles(part);
        paths.removeAll(styles(entry));
        return paths;
    }

    /** Paths of the styles that an entry and its imports bring, in order. */
    public List<String> styles(String entry) {
        List<String> paths = new ArrayList<>();
        collectStyles(entry, paths);
        return paths;
    }

    private void collectStyles(String entry, List<String> paths) {
        JsonNode chunk = manifest.required(entry);
        chunk.path("imports").forEach(imported -> collectStyles(imported.stringValue(), paths));
        chunk.path("css").forEach(style -> {
            String path = "/" + style.stringValue();
            if (!paths.contains(path)) {
                paths.add(path);
            }
        });
        String own = chunk.required("file").stringValue();
        if (own.endsWith(".css") && !paths.contains("/" + own)) {
            paths.add("/" + own);
        }
    }
}
