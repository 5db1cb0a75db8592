package org.sanfen.exchange.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sanfen.directory.KindField;
import org.sanfen.directory.PointKind;
import org.sanfen.exchange.text.WordTable;

/** What registers call our values, in four languages: yes and no, kinds, access, choices of a field. Thread-safe. */
final class ValueWords {

    private static final Map<String, Map<String, String>> SETS = read();

    private final Map<String, String> kinds = new HashMap<>(SETS.get("kind"));

    ValueWords(List<PointKind> registry) {
        for (PointKind kind : registry) {
            kinds.put(WordTable.plain(kind.id()), kind.id());
            kind.names().values().forEach(name -> kinds.put(WordTable.plain(name), kind.id()));
        }
    }

    /** Id of the kind that a word means. */
    Optional<String> findKind(String word) {
        return Optional.ofNullable(kinds.get(WordTable.plain(word)));
    }

    /**
     * Our value for a word.
     *
     * @param set such as {@code access}; words of {@code flag} count in every set that has none for them
     */
    static Optional<String> find(String set, String word) {
        String plain = WordTable.plain(word);
        String own = SETS.getOrDefault(set, Map.of()).get(plain);
        return Optional.ofNullable(own != null ? own : SETS.get("flag").get(plain));
    }

    /** The id of a choice by its id, its name in any language, or another word for it. */
    static Optional<String> findChoice(KindField field, String word) {
        String plain = WordTable.plain(word);
        for (KindField.Choice choice : field.values()) {
            if (WordTable.plain(choice.id()).equals(plain)
                    || choice.names().values().stream()
                            .anyMatch(name -> WordTable.plain(name).equals(plain))) {
                return Optional.of(choice.id());
            }
        }
        return Optional.ofNullable(SETS.getOrDefault(field.id(), Map.of()).get(plain))
                .filter(id ->
                        field.values().stream().anyMatch(choice -> choice.id().equals(id)));
    }

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> sets = new HashMap<>();
        for (String[] row : WordTable.read("/exchange/register/words.tsv")) {
            Map<String, String> words = sets.computeIfAbsent(row[0], name -> new HashMap<>());
            words.put(WordTable.plain(row[1]), row[1]);
            for (String word : row[2].split("\\|")) {
                words.putIfAbsent(WordTable.plain(word), row[1]);
            }
        }
        return sets;
    }
}
