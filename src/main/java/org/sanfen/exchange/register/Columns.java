package org.sanfen.exchange.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a file by name, in order. A tree-like file may add some as it is read. Not thread-safe. */
final class Columns {

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /** From the cells of a header row: blank ones get their letter, repeated ones a number. */
    static Columns ofHeader(List<String> cells) {
        Columns columns = new Columns();
        for (int i = 0; i < cells.size(); i++) {
            String name = clean(cells.get(i));
            String free = name.isEmpty() ? letters(i) : name;
            for (int n = 2; columns.places.containsKey(free); n++) {
                free = (name.isEmpty() ? letters(i) : name) + " (" + n + ")";
            }
            columns.place(free);
        }
        return columns;
    }

    /** A, B, C ... as spreadsheets call columns. */
    static Columns lettered(int count) {
        Columns columns = new Columns();
        for (int i = 0; i < count; i++) {
            columns.place(letters(i));
        }
        return columns;
    }

    /** The place of a name, which is added if it is new. */
    int place(String name) {
        return places.computeIfAbsent(name.replace("\0", ""), fresh -> {
            names.add(fresh);
            return names.size() - 1;
        });
    }

    /** The place of a name; -1 if there is none. */
    int find(String name) {
        return places.getOrDefault(name, -1);
    }

    List<String> names() {
        return List.copyOf(names);
    }

    int size() {
        return names.size();
    }

    private static String clean(String cell) {
        String name = cell == null ? "" : cell.strip().replaceAll("\\s+", " ");
        return name.length() > 100 ? name.substring(0, 100) : name;
    }

    private static String letters(int place) {
        StringBuilder letters = new StringBuilder();
        for (int rest = place; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
