package org.sanfen.upkeep;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a report has come. */
enum ProblemState {
    NEW,
    SEEN,
    MENDED,
    REFUSED;

    /** As in database and HTTP interface. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isClosed() {
        return this == MENDED || this == REFUSED;
    }

    static Optional<ProblemState> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
