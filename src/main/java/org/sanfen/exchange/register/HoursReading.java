package org.sanfen.exchange.register;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sanfen.directory.TypedText;
import org.sanfen.directory.hours.HoursSyntax;
import org.sanfen.directory.hours.HoursSyntaxException;

/**
 * Opening hours of a row. What can't be read is kept as it stands, because a person may still make sense of it, and counts
 * as unknown. Registers repeat the same hours thousands of times, so what was read is remembered. Not thread-safe.
 */
final class HoursReading {

    private static final int LONGEST = 255;
    private static final int REMEMBERED = 5_000;

    /**
     * Hours as they go into the directory.
     *
     * @param reason why they are not what stands in the file; null if they are
     */
    private record Read(String hours, Reason reason) {}

    private final Map<String, Read> remembered = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Read> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Null when unknown. */
    String read(Cells cells) {
        String text = cells.raw("opening_hours");
        Optional<String> mapped = cells.mapped("opening_hours", text);
        if (mapped.isPresent()) {
            return mapped.get();
        }
        if (text.isEmpty()) {
            return ofColumns(cells);
        }
        Read read = remembered.computeIfAbsent(text, unseen -> withoutCode(ofText(unseen)));
        return told(cells, "opening_hours", text, read);
    }

    private static String told(Cells cells, String field, String text, Read read) {
        if (read.reason() != null) {
            boolean isSecret = read.reason() == Reason.LOCK_CODE;
            cells.note(
                    field,
                    isSecret ? "" : text,
                    read.reason(),
                    read.reason() == Reason.HOURS_TRANSLATED ? read.hours() : "");
        }
        return read.hours();
    }

    /** Hours are read by everybody, the code of a lock among them too. */
    private static Read withoutCode(Read read) {
        return read.hours() != null && TypedText.looksLikeLockCode(read.hours())
                ? new Read(null, Reason.LOCK_CODE)
                : read;
    }

    private String ofColumns(Cells cells) {
        String days = cells.raw("hours_days");
        String from = cells.raw("hours_from");
        String to = cells.raw("hours_to");
        String note = cells.raw("hours_note");
        if (days.isEmpty() && from.isEmpty() && to.isEmpty() && note.isEmpty()) {
            return null;
        }
        String key = String.join("\u0001", days, from, to, note);
        Read read = remembered.computeIfAbsent(
                key,
                unseen -> withoutCode(HoursColumns.translate(days, from, to, note)
                        .filter(HoursReading::isValid)
                        .map(hours -> new Read(hours, null))
                        .orElseGet(() -> kept(asText(days, from, to, note)))));
        String field = cells.has("hours_from") ? "hours_from" : cells.has("hours_days") ? "hours_days" : "hours_note";
        return told(cells, field, asText(days, from, to, note), read);
    }

    private static String asText(String days, String from, String to, String note) {
        String span = from + (from.isEmpty() || to.isEmpty() ? "" : "–") + to;
        return (days + " " + span + (note.isEmpty() ? "" : " (" + note + ")"))
                .replaceAll("[{}]", "") // lists as databases write them
                .replaceAll(",(?=\\p{L})", ", ")
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static Read ofText(String text) {
        String line = text.replaceAll("\\s+", " ");
        boolean isAscii = line.chars().allMatch(c -> c < 128);
        if (isAscii && line.length() <= LONGEST) {
            try {
                HoursSyntax.requireStrict(line);
                return new Read(line, null);
            } catch (HoursSyntaxException wrong) {
                if (wrong.key().equals("problem.hours_write")) {
                    String meant = String.valueOf(wrong.values()[1]);
                    if (isValid(meant)) {
                        return new Read(meant, Reason.HOURS_TRANSLATED);
                    }
                }
            }
        } else if (isValid(line)) {
            return new Read(line, null);
        }
        return HoursText.translate(line)
                .filter(HoursReading::isValid)
                .map(hours -> new Read(hours, Reason.HOURS_TRANSLATED))
                .orElseGet(() -> kept(line));
    }

    private static Read kept(String line) {
        return line.length() > LONGEST ? new Read(null, Reason.TEXT_TOO_LONG) : new Read(line, Reason.HOURS_UNREADABLE);
    }

    private static boolean isValid(String hours) {
        try {
            HoursSyntax.requireStrict(hours);
            return true;
        } catch (HoursSyntaxException wrong) {
            return false;
        }
    }
}
