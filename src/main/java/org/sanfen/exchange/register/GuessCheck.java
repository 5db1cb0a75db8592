package org.sanfen.exchange.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.exchange.register.ColumnMapping.Source;
import org.sanfen.exchange.text.WordTable;

/** Looks at the cells themselves to see whether a mapping that was guessed from names can be meant. */
final class GuessCheck {

    private static final double MOST_OF_THEM = 0.6;

    private final List<RawRow> rows;
    private final ValueWords words;

    GuessCheck(List<RawRow> rows, ValueWords words) {
        this.rows = rows;
        this.words = words;
    }

    ColumnMapping checked(ColumnMapping guess) {
        Map<String, Source> fields = new LinkedHashMap<>(guess.fields());
        boolean hasGeometry = share(row -> row.x() != null) > MOST_OF_THEM;
        if (hasGeometry) {
            List.of("lon", "lat", "position").forEach(fields::remove);
        }
        Source position = fields.get("position");
        if (position != null
                && filled(position, cell -> !CoordinateText.pair(cell).isEmpty()) < MOST_OF_THEM) {
            fields.remove("position");
            boolean isWords = WordTable.bare(position.columns().get(0)).equals("location");
            if (isWords) {
                fields.putIfAbsent("placement", position);
            }
        }
        // A column of categories that are not ours speaks of buildings, not of devices.
        Source kind = fields.get("kind");
        if (kind != null
                && !kind.columns().isEmpty()
                && filled(kind, cell -> words.findKind(cell).isPresent()) < 1 - MOST_OF_THEM) {
            fields.remove("kind");
        }
        return new ColumnMapping(guess.profile(), fields);
    }

    private interface Test<T> {
        boolean holds(T value);
    }

    private double share(Test<RawRow> test) {
        return rows.stream().filter(test::holds).count() / (double) rows.size();
    }

    /** Of the cells that are not empty. */
    private double filled(Source source, Test<String> test) {
        long all = 0;
        long good = 0;
        for (RawRow row : rows) {
            String cell = row.cell(source.columns().get(0));
            all += cell.isEmpty() ? 0 : 1;
            good += !cell.isEmpty() && test.holds(cell) ? 1 : 0;
        }
        return all == 0 ? 1 : (double) good / all;
    }
}
