package org.sanfen.coverage;

import java.util.Locale;
import java.util.Optional;

/** What the public sees of a place's coverage (coverage.md section 7). */
public enum PublishMode {
    /** The current figures, at once. */
    AUTOMATIC,
    /** Those that staff published last. */
    BY_HAND;

    /** Value of place.publish, and of the interface. */
    @com.fasterxml.jackson.annotation.JsonValue
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PublishMode> find(String text) {
        for (PublishMode mode : values()) {
            if (mode.column().equals(text)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
