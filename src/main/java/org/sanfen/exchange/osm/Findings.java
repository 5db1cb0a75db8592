package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What an import noticed: each kind of message counted, with the first few cases and where they are. Nothing that is
 * left out vanishes silently. Not thread-safe.
 */
public final class Findings {

    /** Cases kept of each kind of message. */
    public static final int CASES = 5;

    /**
     * One kind of message.
     *
     * @param code stable, such as {@code way_misses_nodes}
     * @param text a plain sentence
     * @param count how often
     * @param cases the first few, each with its OSM id and position where known
     */
    public record Finding(String code, String text, long count, List<String> cases) {}

    /**
     * One case of a message.
     *
     * @param subject what it is about, such as the number of a feature
     * @param lon degrees; null where it has no place
     */
    public record Case(String code, String text, String subject, Double lon, Double lat) {}

    private static final class Counted {
        private final String text;
        private final List<String> cases = new ArrayList<>();
        private long count;

        private Counted(String text) {
            this.text = text;
        }
    }

    private final Map<String, Counted> byCode = new LinkedHashMap<>();
    private final Consumer<Case> hears;

    public Findings() {
        this(one -> {});
    }

    /** @param hears every case, beyond those that are kept here too */
    public Findings(Consumer<Case> hears) {
        this.hears = hears;
    }

    public void add(String code, String text, String where) {
        count(code, text, where);
        hears.accept(new Case(code, text, where, null, null));
    }

    private void count(String code, String text, String where) {
        Counted counted = byCode.computeIfAbsent(code, first -> new Counted(text));
        counted.count++;
        if (counted.cases.size() < CASES) {
            counted.cases.add(where);
        }
    }

    public void add(String code, String text, String what, double lon, double lat) {
        count(code, text, what + " at " + position(lon, lat));
        hears.accept(new Case(code, text, what, lon, lat));
    }

    public List<Finding> list() {
        return byCode.entrySet().stream()
                .map(entry -> new Finding(
                        entry.getKey(),
                        entry.getValue().text,
                        entry.getValue().count,
                        List.copyOf(entry.getValue().cases)))
                .toList();
    }

    public long count(String code) {
        Counted counted = byCode.get(code);
        return counted == null ? 0 : counted.count;
    }

    /** Longitude, latitude in degrees, to about a centimetre. */
    public static String position(double lon, double lat) {
        return String.format(java.util.Locale.ROOT, "%.7f, %.7f", lon, lat);
    }
}
