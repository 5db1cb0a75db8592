package org.sanfen.cli;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sanfen.exchange.GroundImport;
import org.sanfen.exchange.GroundRequest;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.ground.GroundPart;
import org.sanfen.exchange.vector.FileCrs;
import org.springframework.stereotype.Component;

/** {@code ./run ground}: takes streets, buildings and the like of a place from a planning bureau's files. */
@Component
class GroundCommand implements Command {

    private static final Set<String> OTHERS = Set.of(
            "--place",
            "--name",
            "--zone",
            "--country",
            "--source",
            "--licence",
            "--crs",
            "--encoding",
            "--layers",
            "--columns");
    private static final Set<String> FLAGS = Set.of("--mend", "--ends-only", "--accept-fit");

    private final GroundImport ground;

    GroundCommand(GroundImport ground) {
        this.ground = ground;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        Set<String> valued = new HashSet<>(OTHERS);
        for (GroundPart part : GroundPart.values()) {
            valued.add("--" + part.word());
        }
        Options options = Options.read("ground", arguments, valued, FLAGS);
        String place = options.get(
                "--place", "Give the place an id after --place, in lower-case letters, digits and hyphens.");
        if (!place.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new UserError("\"" + place + "\" is no id: use lower-case letters, digits and hyphens.");
        }
        Map<GroundPart, Path> files = new EnumMap<>(GroundPart.class);
        for (GroundPart part : GroundPart.values()) {
            options.find("--" + part.word()).ifPresent(file -> files.put(part, Path.of(file)));
        }
        if (files.isEmpty()) {
            throw new UserError("Say which files to take: ./run ground --place ID --streets FILE --buildings FILE …");
        }
        GroundRequest request = new GroundRequest(
                place,
                files,
                byPart(options, "--layers"),
                columns(options),
                options.find("--crs")
                        .map(word -> system(word, options.has("--accept-fit")))
                        .orElse(null),
                options.find("--encoding").map(GroundCommand::charset).orElse(null),
                options.has("--ends-only"),
                options.has("--mend"),
                options.find("--name").orElse(null),
                options.find("--zone").map(GroundCommand::zone).orElse(null),
                options.find("--country")
                        .map(code -> code.toUpperCase(Locale.ROOT))
                        .orElse(null),
                options.find("--source").orElse(null),
                options.find("--licence").orElse(null));
        try {
            ground.run(request, out).print(out);
        } catch (ImportRefused refused) {
            throw new UserError(refused.getMessage(), refused);
        }
        return 0;
    }

    private static GroundRequest.System system(String word, boolean acceptsFit) {
        String plain = word.strip().toUpperCase(Locale.ROOT);
        if (plain.equals("GCJ02") || plain.equals("GCJ-02")) {
            return GroundRequest.System.Shifted.GCJ02;
        }
        if (plain.equals("BD09") || plain.equals("BD-09")) {
            return GroundRequest.System.Shifted.BD09;
        }
        if (plain.startsWith("CONTROL:")) {
            return new GroundRequest.System.Local(Path.of(word.strip().substring("control:".length())), acceptsFit);
        }
        if (plain.matches("(EPSG:)?\\d{4,6}")) {
            return new GroundRequest.System.Known(FileCrs.epsg(Integer.parseInt(plain.replaceFirst("EPSG:", ""))));
        }
        throw new UserError(
                "\"" + word
                        + "\" is no coordinate system: give one such as EPSG:4547, gcj02, bd09, or control:POINTS.csv for a local grid.");
    }

    /** {@code buildings=LAYER,streets=LAYER}. */
    private static Map<GroundPart, String> byPart(Options options, String option) {
        Map<GroundPart, String> byPart = new EnumMap<>(GroundPart.class);
        pairs(options, option).forEach((part, value) -> byPart.put(part(part, option), value));
        return byPart;
    }

    /** {@code streets.name=COLUMN,buildings.levels=COLUMN}. */
    private static Map<GroundPart, Map<String, String>> columns(Options options) {
        Map<GroundPart, Map<String, String>> columns = new EnumMap<>(GroundPart.class);
        pairs(options, "--columns").forEach((field, column) -> {
            String[] parts = field.split("\\.", 2);
            if (parts.length < 2) {
                throw new UserError("\"" + field + "\" names no part: write --columns streets.name=COLUMN.");
            }
            columns.computeIfAbsent(part(parts[0], "--columns"), first -> new HashMap<>())
                    .put(parts[1], column);
        });
        return columns;
    }

    private static Map<String, String> pairs(Options options, String option) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : options.find(option).orElse("").split(",")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            } else if (!pair.isBlank()) {
                throw new UserError("\"" + pair + "\" after " + option + " is no pair: write NAME=VALUE.");
            }
        }
        return pairs;
    }

    private static GroundPart part(String word, String option) {
        try {
            return GroundPart.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw new UserError("\"" + word + "\" after " + option + " is no part of the ground.", none);
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new UserError(
                    "\"" + name + "\" is no encoding: give one such as UTF-8, GB18030 or Shift_JIS.", unknown);
        }
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new UserError("There is no time zone \"" + zone + "\": give one such as Asia/Shanghai.", unknown);
        }
    }
}
