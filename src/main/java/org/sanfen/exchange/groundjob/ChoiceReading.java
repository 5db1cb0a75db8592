package org.sanfen.exchange.groundjob;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sanfen.exchange.GroundRequest;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Projection;
import org.sanfen.exchange.ground.Columns;
import org.sanfen.exchange.ground.ControlPoints;
import org.sanfen.exchange.ground.GroundPart;
import org.sanfen.exchange.groundjob.GroundChoice.Given;
import org.sanfen.exchange.groundjob.GroundJob.GivenFile;
import org.sanfen.exchange.job.ChoiceRefused;
import org.sanfen.exchange.text.CharsetFinder;
import org.sanfen.exchange.vector.FileCrs;
import org.sanfen.web.Messages;
import org.springframework.stereotype.Component;

/** Turns what staff chose into what the engine takes, and refuses what can't be meant before anything is read. */
@Component
class ChoiceReading {

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NAME = 100;

    private final Projection projection;
    private final Messages messages;

    ChoiceReading(Projection projection, Messages messages) {
        this.projection = projection;
        this.messages = messages;
    }

    ChoiceRefused refused(String field, String key, Object... values) {
        return new ChoiceRefused(messages, field, key, values);
    }

    /** @throws ChoiceRefused naming what can't be used */
    void require(GroundJob job) {
        GroundChoice choice = job.choice();
        if (choice.given().isEmpty()) {
            throw refused("given", "ground.choice.none");
        }
        Map<GroundPart, Given> byPart = new EnumMap<>(GroundPart.class);
        for (Given given : choice.given()) {
            GroundLook.Layer layer = layer(job, given);
            GroundPart part = part(given);
            if (byPart.put(part, given) != null) {
                throw refused("given", "ground.choice.twice", "part", part.word());
            }
            requireColumns(part, layer, given);
            requireSystem(choice, layer, given);
        }
        if (job.isNew() && !byPart.containsKey(GroundPart.STREETS) && !byPart.containsKey(GroundPart.OUTLINE)) {
            throw refused("given", "ground.choice.begin");
        }
        requireTexts(choice);
    }

    /** @throws ChoiceRefused if the file or the layer is not there */
    GroundLook.Layer layer(GroundJob job, Given given) {
        return job.findFile(given.file()).stream()
                .flatMap(file -> file.look().layers().stream())
                .filter(layer -> layer.name().equals(given.layer()))
                .findFirst()
                .orElseThrow(() -> refused("layer", "ground.choice.layer", "value", String.valueOf(given.layer())));
    }

    private GroundPart part(Given given) {
        try {
            return GroundPart.valueOf(String.valueOf(given.part()).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw refused("part", "ground.choice.part", "value", String.valueOf(given.part()));
        }
    }

    private void requireColumns(GroundPart part, GroundLook.Layer layer, Given given) {
        try {
            Columns.of(part, layer.columns(), given.columns());
        } catch (ImportRefused unknown) {
            throw new ChoiceRefused("columns", unknown);
        }
        if (part == GroundPart.POPULATION && !given.columns().containsKey("residents")) {
            throw refused("columns", "ground.choice.residents", "columns", String.join(", ", layer.columns()));
        }
    }

    private void requireSystem(GroundChoice choice, GroundLook.Layer layer, Given given) {
        if (given.crs() == null) {
            if (!layer.isCertain()) {
                throw refused("crs", "ground.choice.crs", "name", layer.name());
            }
            return;
        }
        system(choice, given);
        if (given.crs().equals(GroundChoice.LOCAL) && !choice.acceptsFit()) {
            requireFit(choice);
        }
    }

    /** Points are called by their row on the page, where some may not be whole yet. */
    private void requireFit(GroundChoice choice) {
        ControlPoints.Worst worst = fit(choice).worst();
        if (worst.isFar()) {
            GroundChoice.Control control = choice.controls().stream()
                    .filter(GroundChoice.Control::isWhole)
                    .skip(worst.number() - 1L)
                    .findFirst()
                    .orElseThrow();
            throw refused(
                    "controls",
                    "ground.choice.fit",
                    "n",
                    choice.controls().indexOf(control) + 1,
                    "m",
                    String.format(Locale.ROOT, "%.1f", worst.metres()),
                    "most",
                    Math.round(ControlPoints.FAR_M));
        }
    }

    /** @return null to take the file at its word */
    GroundRequest.System system(GroundChoice choice, Given given) {
        String crs = given.crs();
        if (crs == null) {
            return null;
        }
        if (crs.equals("WGS84")) {
            return new GroundRequest.System.Known(FileCrs.WGS84);
        }
        if (crs.equals("GCJ02") || crs.equals("BD09")) {
            return GroundRequest.System.Shifted.valueOf(crs);
        }
        if (crs.equals(GroundChoice.LOCAL)) {
            fit(choice);
            return new GroundRequest.System.Fitted(choice.pairs());
        }
        if (crs.matches("EPSG:\\d{4,6}")) {
            int code = Integer.parseInt(crs.substring(5));
            if (projection.knows(code)) {
                return new GroundRequest.System.Known(FileCrs.epsg(code));
            }
        }
        throw refused("crs", "ground.choice.epsg", "value", crs);
    }

    /** @throws ChoiceRefused where no grid can be fitted */
    ControlPoints fit(GroundChoice choice) {
        for (ControlPoints.Pair pair : choice.pairs()) {
            if (!(Math.abs(pair.lon()) <= 180) || !(Math.abs(pair.lat()) <= 85)) {
                throw refused("controls", "ground.choice.degrees", "value", pair.lon() + ", " + pair.lat());
            }
        }
        try {
            return ControlPoints.fit(choice.pairs());
        } catch (ImportRefused unfit) {
            throw new ChoiceRefused("controls", unfit);
        }
    }

    private void requireTexts(GroundChoice choice) {
        if (length(choice.source()) > LONGEST_TEXT || length(choice.licence()) > LONGEST_TEXT) {
            throw refused(
                    length(choice.source()) > LONGEST_TEXT ? "source" : "licence",
                    "ground.choice.long",
                    "n",
                    LONGEST_TEXT);
        }
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    /** What a new place is called and where it is. */
    void requireBeginning(String place, GroundChoice choice) {
        if (place == null || !place.matches("[a-z][a-z0-9-]{0,39}")) {
            throw refused("place", "ground.choice.id", "value", String.valueOf(place));
        }
        for (String language : List.of("zh-Hans", "en")) {
            String name = choice.names().get(language);
            if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
                throw refused("names", "ground.choice.names", "n", LONGEST_NAME);
            }
        }
        if (choice.country() != null && !List.of(Locale.getISOCountries()).contains(choice.country())) {
            throw refused("country", "ground.choice.country", "value", choice.country());
        }
        zone(choice);
    }

    private ZoneId zone(GroundChoice choice) {
        try {
            return choice.zone() == null ? null : ZoneId.of(choice.zone());
        } catch (DateTimeException unknown) {
            throw refused("zone", "ground.choice.zone", "value", choice.zone());
        }
    }

    /** What staff have seen is all that is read: a field that they left out is not found again by its header. */
    private Map<String, String> columns(GroundJob job, Given given) {
        Map<String, String> columns = new HashMap<>();
        layer(job, given)
                .mappings()
                .getOrDefault(given.part(), Map.of())
                .keySet()
                .forEach(field -> columns.put(field, ""));
        columns.putAll(given.columns());
        return columns;
    }

    /** @param paths where the files lie meanwhile */
    GroundRequest request(GroundJob job, Map<Long, Path> paths) {
        GroundChoice choice = job.choice();
        Map<GroundPart, Path> files = new EnumMap<>(GroundPart.class);
        Map<GroundPart, String> layers = new EnumMap<>(GroundPart.class);
        Map<GroundPart, Map<String, String>> columns = new EnumMap<>(GroundPart.class);
        Map<GroundPart, GroundRequest.System> systems = new EnumMap<>(GroundPart.class);
        Map<GroundPart, Charset> charsets = new EnumMap<>(GroundPart.class);
        for (Given given : choice.given()) {
            GroundPart part = part(given);
            files.put(part, paths.get(given.file()));
            layers.put(part, given.layer());
            columns.put(part, columns(job, given));
            GroundRequest.System system = system(choice, given);
            if (system != null) {
                systems.put(part, system);
            }
            GivenFile file = job.findFile(given.file()).orElseThrow();
            if (file.charset() != null) {
                charsets.put(part, CharsetFinder.charset(file.charset()));
            }
        }
        return new GroundRequest(
                job.place(),
                files,
                layers,
                columns,
                systems,
                charsets,
                choice.endsOnly(),
                choice.mends(),
                null,
                choice.names(),
                zone(choice),
                choice.country(),
                choice.source(),
                choice.licence());
    }
}
