package org.sanfen.review;

import java.time.Instant;
import org.sanfen.staff.StaffAccount;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change of a point, or a new point, that waits for a review.
 *
 * @param id of the proposal
 * @param placeId place of the point
 * @param pointId the point to change; null for a new one
 * @param baseRevision the point's revision that its proposer last saw; null for a new one
 * @param proposed the fields wanted, as {@code PointEditing} takes them
 * @param base the same fields as the point had them when each was proposed
 * @param published the fields that the reviewer published; null before
 * @param note what the proposer says; null for nothing
 * @param state how far it has come
 * @param revision counts the changes of the proposal itself
 * @param proposerId staff account
 * @param proposedBy its name
 * @param changedAt when it was last changed
 * @param reviewedBy name of who sent it back or published it; null before
 * @param reviewNote what the reviewer says; null for nothing
 */
record Proposal(
        long id,
        String placeId,
        String pointId,
        Integer baseRevision,
        ObjectNode proposed,
        ObjectNode base,
        ObjectNode published,
        String note,
        ProposalState state,
        int revision,
        long proposerId,
        String proposedBy,
        Instant changedAt,
        String reviewedBy,
        String reviewNote) {

    /** An empty one. */
    static Proposal of(StaffAccount who, String placeId, String pointId, Integer baseRevision) {
        return new Proposal(
                0, placeId, pointId, baseRevision, null, null, null, null, null, 1, who.id(), null, null, null, null);
    }

    /** As its proposer has it from now on. */
    Proposal with(ObjectNode values, ObjectNode from, Integer fromRevision, String word, ProposalState next) {
        return new Proposal(
                id,
                placeId,
                pointId,
                fromRevision,
                values,
                from,
                published,
                word,
                next,
                revision,
                proposerId,
                proposedBy,
                changedAt,
                reviewedBy,
                reviewNote);
    }

    boolean isOfNewPoint() {
        return pointId == null;
    }
}
