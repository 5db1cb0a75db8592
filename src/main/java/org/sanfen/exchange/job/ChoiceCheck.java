package org.sanfen.exchange.job;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanfen.directory.KindRegistry;
import org.sanfen.directory.PointKind;
import org.sanfen.exchange.Projection;
import org.sanfen.exchange.register.ColumnMapping;
import org.sanfen.exchange.register.FileLook;
import org.sanfen.exchange.register.ReadingChoice;
import org.sanfen.web.Messages;
import org.springframework.stereotype.Component;

/** Whether a file can be read as somebody has chosen: asked before anything is read. Thread-safe. */
@Component
class ChoiceCheck {

    private static final int LONGEST_LICENCE = 200;

    private final KindRegistry kinds;
    private final Projection projection;
    private final Messages messages;

    ChoiceCheck(KindRegistry kinds, Projection projection, Messages messages) {
        this.kinds = kinds;
        this.projection = projection;
        this.messages = messages;
    }

    /** @throws ChoiceRefused naming the field that can't be used */
    void require(ReadingChoice choice, FileLook look) {
        ColumnMapping mapping = choice.mapping() == null ? new ColumnMapping("none", Map.of()) : choice.mapping();
        requireSource(choice.source());
        requireColumns(mapping, look.columns());
        boolean tagsSayIt = "osm".equals(mapping.profile());
        if (choice.kind() == null && !mapping.has("kind") && !tagsSayIt) {
            throw refused("kind", "import.choice.kind_missing");
        }
        if (choice.kind() != null && kinds.findKind(choice.kind()).isEmpty()) {
            String known = kinds.listKinds().stream().map(PointKind::id).collect(joining(", "));
            throw refused("kind", "import.choice.kind", "value", choice.kind(), "known", known);
        }
        boolean hasPosition =
                look.format().hasGeometry() || mapping.has("position") || mapping.has("lon") && mapping.has("lat");
        if (!hasPosition && !mapping.has("address")) {
            throw refused("mapping", "import.choice.position");
        }
        if (hasPosition) {
            requireCrs(choice.crs());
        }
        if (choice.licence() != null && choice.licence().length() > LONGEST_LICENCE) {
            throw refused("licence", "import.choice.licence", "n", LONGEST_LICENCE);
        }
    }

    private void requireSource(String source) {
        if (source == null
                || !source.matches("[a-z0-9][a-z0-9-]{0,59}")
                || Set.of("osm", "staff").contains(source)) {
            throw refused("source", "import.choice.source", "value", source == null ? "" : source);
        }
    }

    private void requireColumns(ColumnMapping mapping, List<String> columns) {
        mapping.fields().values().stream()
                .flatMap(from -> from.columns().stream())
                .filter(column -> !columns.contains(column))
                .findFirst()
                .ifPresent(column -> {
                    String there = String.join(", ", columns);
                    throw refused("mapping", "import.choice.column", "value", column, "columns", there);
                });
    }

    private void requireCrs(String crs) {
        if (crs == null || crs.isEmpty()) {
            throw refused("crs", "import.choice.crs_missing");
        }
        boolean known = Set.of("WGS84", "GCJ02", "BD09").contains(crs)
                || ImportWork.srid(crs) > 0 && projection.knows(ImportWork.srid(crs));
        if (!known) {
            throw refused("crs", "import.choice.crs", "value", crs);
        }
    }

    private ChoiceRefused refused(String field, String key, Object... values) {
        return new ChoiceRefused(messages, field, key, values);
    }
}
