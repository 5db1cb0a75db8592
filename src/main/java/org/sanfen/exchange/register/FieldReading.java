package org.sanfen.exchange.register;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sanfen.directory.KindField;
import org.sanfen.directory.TypedText;
import org.sanfen.web.Invisible;

/** Reads single fields of a row: texts, words, numbers, days. What can't be read is left empty, and told. */
final class FieldReading {

    private static final Pattern NUMBER = Pattern.compile("([+-]?\\d{1,9}(?:[.,]\\d{1,6})?)\\s*\\p{L}{0,4}[.²³]?");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,\\u00a0\\u202f ](?=\\d{3}(?:\\D|$))");

    private final RegisterPlace place;

    FieldReading(RegisterPlace place) {
        this.place = place;
    }

    /** A line of text; null if there is none. Mojibake is put right where all of it is still there. */
    String text(Cells cells, String field, int longest) {
        String raw = cells.raw(field);
        if (raw.isEmpty()) {
            return null;
        }
        String text = cells.mapped(field, raw).orElse(raw);
        if (Mojibake.isLost(text)) {
            cells.note(field, raw, Reason.MOJIBAKE_LOST, "");
        } else {
            Optional<String> meant = Mojibake.repaired(text);
            if (meant.isPresent()) {
                cells.note(field, raw, Reason.MOJIBAKE, meant.get());
                text = meant.get();
            }
        }
        String line = oneLine(text);
        if (line.length() > longest) {
            cells.note(field, raw, Reason.TEXT_TOO_LONG, String.valueOf(longest));
            line = line.substring(0, longest - 1).strip() + "…";
        }
        return line.isEmpty() ? null : line;
    }

    /** A text that everybody reads at the wall: never the code of a lock. */
    String openText(Cells cells, String field) {
        return withoutCode(cells, field, text(cells, field, 300));
    }

    /** Null in place of a text that looks like the code of a lock. */
    String withoutCode(Cells cells, String field, String text) {
        boolean hasDigits =
                text != null && text.chars().filter(Character::isDigit).count() > 2;
        if (hasDigits && TypedText.looksLikeLockCode(text)) {
            cells.note(field, "", Reason.LOCK_CODE, "");
            return null;
        }
        return text;
    }

    /** One of our values for a word; null if there is none. */
    String word(Cells cells, String field, String set) {
        String raw = cells.raw(field);
        if (raw.isEmpty()) {
            return null;
        }
        Optional<String> value = cells.mapped(field, raw).or(() -> ValueWords.find(set, raw));
        if (value.isEmpty()) {
            cells.note(field, raw, Reason.WORD_UNKNOWN, "");
        }
        return value.orElse(null);
    }

    Boolean flag(Cells cells, String field, String set) {
        String word = word(cells, field, set);
        return word == null ? null : Boolean.valueOf(word.equals("yes") || word.equals("true"));
    }

    /** @param isPast whether a day to come makes no sense */
    String day(Cells cells, String field, boolean isPast, boolean lastOfMonth) {
        String raw = cells.raw(field);
        if (raw.isEmpty()) {
            return null;
        }
        Optional<DateText.Found> found = DateText.read(
                cells.mapped(field, raw).orElse(raw), place == null ? null : place.country(), lastOfMonth);
        if (found.isEmpty()) {
            cells.note(field, raw, Reason.DATE_UNREADABLE, "");
            return null;
        }
        LocalDate day = found.get().day();
        if (isPast && place != null && day.isAfter(LocalDate.now(place.zone()))) {
            cells.note(field, raw, Reason.DATE_TO_COME, "");
            return null;
        }
        if (found.get().isAmbiguous()) {
            cells.note(field, raw, Reason.DATE_AMBIGUOUS, day.toString());
        } else if (raw.chars().anyMatch(c -> c >= '\uff10' && c <= '\uff19')) {
            cells.note(field, raw, Reason.FULL_WIDTH, day.toString());
        }
        return day.toString();
    }

    Double number(Cells cells, String field, double least, double most) {
        String raw = cells.raw(field);
        if (raw.isEmpty()) {
            return null;
        }
        String plain = plainNumber(raw);
        Double number = plain == null ? null : Double.valueOf(plain);
        if (number == null || number < least || number > most) {
            cells.note(field, raw, Reason.NUMBER_UNREADABLE, "");
            return null;
        }
        return number;
    }

    /** What a field of a kind holds, as its registry entry reads it; null if there is nothing, or nothing that fits. */
    Object attribute(Cells cells, KindField field) {
        String name = "attributes." + field.id();
        String raw = cells.raw(name);
        if (raw.isEmpty()) {
            return null;
        }
        if (field.type() == KindField.Type.DATE) {
            return day(cells, name, false, field.id().contains("expire"));
        }
        String given = cells.mapped(name, raw).orElseGet(() -> switch (field.type()) {
            case BOOLEAN -> ValueWords.find("flag", raw).orElse(raw);
            case CHOICE -> ValueWords.findChoice(field, raw).orElse(raw);
            case INTEGER, NUMBER -> Optional.ofNullable(plainNumber(raw)).orElse(raw);
            default -> text(cells, name, 200);
        });
        try {
            return field.read(given);
        } catch (IllegalArgumentException wrong) {
            boolean isNumber = field.type() == KindField.Type.INTEGER || field.type() == KindField.Type.NUMBER;
            cells.note(name, raw, isNumber ? Reason.NUMBER_UNREADABLE : Reason.WORD_UNKNOWN, "");
            return null;
        }
    }

    /** Digits of one width, without thousands and units; null for anything else. */
    private static String plainNumber(String raw) {
        String plain = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        Matcher number = NUMBER.matcher(THOUSANDS.matcher(plain).replaceAll(""));
        return number.matches() ? number.group(1).replace(',', '.').replaceAll("\\.0+$", "") : null;
    }

    static String oneLine(String text) {
        boolean isClean = text.indexOf("  ") < 0
                && text.indexOf('\u00a0') < 0
                && text.indexOf('\u3000') < 0
                && !Invisible.isIn(text);
        return isClean ? text : Invisible.without(text.replaceAll("[\\s\\p{Cntrl}\u00a0\u3000]+", " "));
    }
}
