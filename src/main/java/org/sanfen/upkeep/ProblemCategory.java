package org.sanfen.upkeep;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be wrong with a point, in the order of the form. */
enum ProblemCategory {
    MISSING,
    DAMAGED,
    LOCKED,
    BLOCKED,
    WRONG_PLACE,
    WRONG_HOURS,
    USED,
    OTHER;

    /** As in forms, database and HTTP interface. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ProblemCategory> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
