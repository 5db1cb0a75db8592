package org.sanfen.coverage;

import java.util.Optional;

/**
 * One side of a comparison (coverage.md section 7): a stored run by its id, or a standard and a slice as they are now.
 *
 * @param runId of a stored run; null for now
 * @param standardId null for a stored run
 * @param slice as {@link Slice} writes it; null for a stored run
 */
public record RunChoice(Long runId, String standardId, String slice) {

    public static RunChoice stored(long runId) {
        return new RunChoice(runId, null, null);
    }

    public static RunChoice now(String standardId, String slice) {
        return new RunChoice(null, standardId, slice);
    }

    /**
     * Reads what an address says: a number is a stored run, {@code aed-100m@weekday-22} a standard and a slice now,
     * {@code aed-100m@} or {@code aed-100m} the same with {@code always}; empty for anything else.
     */
    public static Optional<RunChoice> find(String text) {
        if (text.matches("[0-9]{1,18}")) {
            return Optional.of(stored(Long.parseLong(text)));
        }
        int at = text.indexOf('@');
        String standard = at < 0 ? text : text.substring(0, at);
        String slice = at < 0 || at == text.length() - 1 ? CoverageService.ALWAYS : text.substring(at + 1);
        return standard.matches("[a-z0-9][a-z0-9-]{1,59}") && Slice.find(slice).isPresent()
                ? Optional.of(now(standard, slice))
                : Optional.empty();
    }

    public boolean isStored() {
        return runId != null;
    }

    /** As {@link #find} reads it. */
    public String text() {
        return isStored() ? Long.toString(runId) : standardId + "@" + slice;
    }
}
