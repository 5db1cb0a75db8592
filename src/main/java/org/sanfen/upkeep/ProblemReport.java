package org.sanfen.upkeep;

import java.time.Instant;

/**
 * A report as staff see it; its code is not among it.
 *
 * @param id number of the report
 * @param placeId place of the point
 * @param pointId the point it is about
 * @param kind id of the point's kind
 * @param pointName the point's name in the place's own language; null for none
 * @param category what is wrong
 * @param description what was typed; may be empty
 * @param hasPhoto whether there is a picture
 * @param state how far it has come
 * @param answer staff's words to whoever holds the code; null for none
 * @param revision goes up by one with each change
 * @param createdAt when it came in
 * @param closedAt when it was mended or refused; null while it is open
 */
record ProblemReport(
        long id,
        String placeId,
        String pointId,
        String kind,
        String pointName,
        ProblemCategory category,
        String description,
        boolean hasPhoto,
        ProblemState state,
        String answer,
        int revision,
        Instant createdAt,
        Instant closedAt) {}
