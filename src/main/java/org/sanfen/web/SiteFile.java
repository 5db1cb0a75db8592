package org.sanfen.web;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the operator's {@code site.yaml} and the {@code SANFEN_SITE_} variables, which win; README has an example. A value
 * that can't be used stops the start with one sentence.
 */
@Component
class SiteFile {

    private static final Map<String, String> VARIABLES = new TreeMap<>(Map.of(
            "title", "SANFEN_SITE_TITLE",
            "organisation", "SANFEN_SITE_ORGANISATION",
            "default_place", "SANFEN_SITE_DEFAULT_PLACE",
            "default_language", "SANFEN_SITE_DEFAULT_LANGUAGE",
            "icp", "SANFEN_SITE_ICP",
            "public_security", "SANFEN_SITE_PUBLIC_SECURITY",
            "tianditu_key", "SANFEN_SITE_TIANDITU_KEY"));

    /** Settings that only the file has. */
    private static final Set<String> OF_THE_FILE = Set.of("logo", "emergency_numbers", "approvals");

    private final SiteSettings settings;

    SiteFile(Environment environment) {
        String named = environment.getProperty("sanfen.site.file", "");
        Map<String, String> variables = new LinkedHashMap<>();
        VARIABLES.forEach((key, name) -> {
            String value = environment.getProperty(name, "");
            if (!value.isBlank()) {
                variables.put(key, value.strip());
            }
        });
        this.settings = read(named.isBlank() ? null : Path.of(named), variables);
    }

    SiteSettings settings() {
        return settings;
    }

    /**
     * @param file YAML; null or missing for none
     * @param variables settings that win over the file's, by its keys
     */
    static SiteSettings read(Path file, Map<String, String> variables) {
        Map<String, Object> found = new TreeMap<>(file == null || !Files.exists(file) ? Map.of() : load(file));
        for (String key : found.keySet()) {
            if (!VARIABLES.containsKey(key) && !OF_THE_FILE.contains(key)) {
                TreeSet<String> known = new TreeSet<>(VARIABLES.keySet());
                known.addAll(OF_THE_FILE);
                throw new SiteRefused(
                        file + " has an unknown setting \"" + key + "\"; known are " + String.join(", ", known) + ".");
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        found.keySet().forEach(key -> names.put(key, key + " in " + file));
        variables.forEach((key, value) -> {
            found.put(key, value);
            names.put(key, VARIABLES.get(key));
        });
        SiteValues values = new SiteValues(found, names);
        return new SiteSettings(
                values.texts("title"),
                values.texts("organisation"),
                values.logo("logo", file),
                values.matching("default_place", "[a-z0-9][a-z0-9_-]{0,62}", "the id of a place, such as futian"),
                values.language("default_language"),
                values.numbers("emergency_numbers"),
                values.matching("icp", ".{4,40}", "a record number such as 粤ICP备12345678号-1"),
                values.matching("public_security", ".*\\d{8,16}.*", "a record number such as 粤公网安备44030702000001号"),
                values.approvals("approvals"),
                values.matching("tianditu_key", "[0-9a-fA-F]{32}", "the 32 letters and digits of a browser key"));
    }

    private static Map<String, Object> load(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            if (read == null) {
                return Map.of();
            }
            if (!(read instanceof Map<?, ?> map)) {
                throw new SiteRefused(file + " should hold lines such as \"title: City map\".");
            }
            Map<String, Object> settings = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                if (value != null) {
                    settings.put(String.valueOf(key), value);
                }
            });
            return settings;
        } catch (MarkedYAMLException broken) {
            throw new SiteRefused(file + " can't be read as YAML at line "
                    + (broken.getProblemMark() == null
                            ? 1
                            : broken.getProblemMark().getLine() + 1)
                    + "; put values with a colon or a bracket into quotes.");
        } catch (YAMLException | IOException unreadable) {
            throw new SiteRefused(file + " can't be read; check that it is a text file in UTF-8 and its permissions.");
        }
    }
}
