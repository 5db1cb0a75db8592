package org.sanfen.exchange.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a Latin name is a Chinese one in pinyin: "Yantian Fire Station" is 盐田消防站. Words that mean the same in both
 * ("fire station" and 消防站) are taken away first; where both names have such words, one at least must be common to both,
 * so that a library is no school. Of what is left the characters, two at least, must be read as letters that stand in the
 * Latin name, or the Latin name must be how some of them, one after the other, are read; tones don't count, and of a
 * character with several readings any will do. Readings are Mandarin's: Cantonese, Japanese and Korean spellings are not
 * known again. Pure.
 */
final class PinyinLikeness {

    private static final int SHORTEST = 2;
    private static final Map<Integer, List<String>> READINGS = readings();
    private static final List<Word> WORDS = words();

    /** A word of {@code /exchange/same-words.txt}; those of one meaning have one number. */
    private record Word(String text, int meaning) {}

    /** A name without its words of known meaning. */
    private record Bare(String rest, Set<Integer> meanings) {}

    private PinyinLikeness() {}

    /** Of two keys of {@link NameLikeness}; false where they are not in these two scripts. */
    static boolean alike(String one, String other) {
        boolean chinese = hasHan(one);
        return chinese != hasHan(other) && (chinese ? isRead(one, other) : isRead(other, one));
    }

    private static boolean isRead(String chinese, String latin) {
        Bare characters = bare(chinese, "\\P{IsHan}");
        Bare letters = bare(latin, "[^a-z]");
        boolean oneIsSilent =
                characters.meanings().isEmpty() || letters.meanings().isEmpty();
        if (!oneIsSilent && characters.meanings().stream().noneMatch(letters.meanings()::contains)) {
            return false;
        }
        if (characters.rest().isEmpty() && letters.rest().isEmpty()) {
            return !oneIsSilent;
        }
        int[] han = characters.rest().codePoints().toArray();
        return standsIn(han, letters.rest()) || isPartOf(letters.rest(), han);
    }

    /** All characters, read one after the other, somewhere among the letters. */
    private static boolean standsIn(int[] han, String letters) {
        for (int start = 0; han.length >= SHORTEST && start < letters.length(); start++) {
            if (!endsOfReading(han, 0, han.length, letters, start).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** All letters are some characters, one after the other. */
    private static boolean isPartOf(String letters, int[] han) {
        for (int from = 0; from + SHORTEST <= han.length; from++) {
            for (int to = from + SHORTEST; to <= han.length; to++) {
                if (endsOfReading(han, from, to, letters, 0).contains(letters.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Where in the letters the characters' reading may end, if it starts there. */
    private static Set<Integer> endsOfReading(int[] han, int from, int to, String letters, int start) {
        Set<Integer> ends = Set.of(start);
        for (int at = from; at < to && !ends.isEmpty(); at++) {
            Set<Integer> next = new HashSet<>();
            for (String syllable : READINGS.getOrDefault(han[at], List.of())) {
                for (int end : ends) {
                    if (letters.startsWith(syllable, end)) {
                        next.add(end + syllable.length());
                    }
                }
            }
            ends = next;
        }
        return ends;
    }

    /** @param foreign characters that are no part of what is read */
    private static Bare bare(String name, String foreign) {
        String rest = name;
        Set<Integer> meanings = new HashSet<>();
        for (Word word : WORDS) {
            if (rest.contains(word.text())) {
                rest = rest.replace(word.text(), "");
                meanings.add(word.meaning());
            }
        }
        return new Bare(rest.replaceAll(foreign, ""), meanings);
    }

    private static boolean hasHan(String key) {
        return key.codePoints().anyMatch(Character::isIdeographic);
    }

    private static Map<Integer, List<String>> readings() {
        Map<Integer, List<String>> readings = new HashMap<>();
        for (String line : lines("pinyin.txt")) {
            String syllable = line.substring(0, line.indexOf(' '));
            line.codePoints().skip(syllable.length() + 1L).forEach(character -> {
                List<String> known = readings.computeIfAbsent(character, none -> new ArrayList<>(1));
                known.add(syllable);
                if (syllable.contains("v")) {
                    known.add(syllable.replace('v', 'u')); // lü without its dots
                }
            });
        }
        return Map.copyOf(readings);
    }

    private static List<Word> words() {
        List<Word> words = new ArrayList<>();
        List<String> lines = lines("same-words.txt");
        for (int meaning = 0; meaning < lines.size(); meaning++) {
            for (String text : lines.get(meaning).split(" ")) {
                words.add(new Word(text, meaning));
            }
        }
        words.sort(Comparator.comparingInt((Word word) -> word.text().length()).reversed());
        return List.copyOf(words);
    }

    /** Of a resource whose first line is a remark. */
    private static List<String> lines(String name) {
        try (InputStream file = PinyinLikeness.class.getResourceAsStream("/exchange/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
