package org.sanfen.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a proposal has come. */
enum ProposalState {
    /** Its proposer still works on it. */
    DRAFT,
    /** It waits for a reviewer. */
    SUBMITTED,
    /** A reviewer sent it back with a note. */
    RETURNED,
    /** It is part of the directory. */
    PUBLISHED,
    /** Its proposer took it back. */
    WITHDRAWN;

    @JsonValue
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ProposalState ofColumn(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }

    /** Whether its proposer may still change it. */
    boolean isOpen() {
        return this == DRAFT || this == SUBMITTED || this == RETURNED;
    }
}
