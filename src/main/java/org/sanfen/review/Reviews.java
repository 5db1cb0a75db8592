package org.sanfen.review;

import java.util.Map;
import java.util.Set;
import org.sanfen.directory.EmergencyPoint;
import org.sanfen.directory.PointEditing;
import org.sanfen.review.ProposalsController.Answered;
import org.sanfen.staff.Audit;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** What a reviewer does with a proposal that waits: sends it back or publishes it. Thread-safe. */
@Service
class Reviews {

    private final ProposalStore proposals;
    private final ReviewedPoints points;
    private final PointEditing editing;
    private final Audit audit;

    Reviews(ProposalStore proposals, ReviewedPoints points, PointEditing editing, Audit audit) {
        this.proposals = proposals;
        this.points = points;
        this.editing = editing;
        this.audit = audit;
    }

    /** Sends it back to its proposer, who reads why. */
    @Transactional
    Proposal sendBack(long id, Answered answered, StaffAccount by) {
        Proposal before = getSubmitted(id, answered);
        points.require(by, Right.PUBLISH_POINTS, before.placeId(), before.pointId(), before.proposed());
        String note = Proposals.note(answered.note());
        if (note == null) {
            throw ProposedValues.bad("note", "problem.proposal_note");
        }
        proposals.answer(before, ProposalState.RETURNED, before.pointId(), null, by.id(), note);
        audit.record(by.id(), Audit.Action.PROPOSAL_RETURNED, String.valueOf(id));
        return proposals.getProposal(id);
    }

    /**
     * Makes it true: as an edit of its proposer's if each value is the proposer's, else as the reviewer's own. Where the point
     * moved on in the same fields, the reviewer says which values it shall have; else the answer names the fields.
     */
    @Transactional
    EmergencyPoint publish(long id, Answered answered, StaffAccount by) {
        Proposal before = getSubmitted(id, answered);
        ObjectNode values = answered.values() == null ? before.proposed() : ProposedValues.read(answered.values());
        points.require(by, Right.PUBLISH_POINTS, before.placeId(), before.pointId(), values);
        Set<String> published = ProposedValues.names(values);
        boolean asProposed =
                ProposedValues.differing(published, values, before.proposed()).isEmpty();
        long author = asProposed ? before.proposerId() : by.id();
        EmergencyPoint point;
        if (before.isOfNewPoint()) {
            point = editing.create(values.deepCopy().put("place", before.placeId()), author);
        } else {
            requireWithin(published, before);
            if (answered.values() == null) {
                requireUntouched(before);
            }
            int revision = Proposals.revision("point_revision", answered.pointRevision());
            point = editing.change(before.pointId(), values.deepCopy().put("revision", revision), author);
        }
        String note = Proposals.note(answered.note());
        proposals.answer(before, ProposalState.PUBLISHED, point.id(), values, by.id(), note);
        audit.record(by.id(), Audit.Action.PROPOSAL_PUBLISHED, id + " " + point.id());
        return point;
    }

    /** Nobody else changed what it changes, since it was proposed; what somebody set to the same is no matter. */
    private void requireUntouched(Proposal proposal) {
        Set<String> names = ProposedValues.names(proposal.proposed());
        ObjectNode now = points.values(editing.getPoint(proposal.pointId()), names);
        Set<String> both = ProposedValues.differing(names, proposal.base(), now);
        both.retainAll(ProposedValues.differing(names, proposal.proposed(), now));
        if (!both.isEmpty()) {
            throw ApiProblem.worded(
                    ErrorCode.REVISION_CONFLICT, Map.of("changed_fields", both), "problem.proposal_moved");
        }
    }

    private static void requireWithin(Set<String> published, Proposal proposal) {
        Set<String> proposed = ProposedValues.names(proposal.proposed());
        published.stream().filter(name -> !proposed.contains(name)).findFirst().ifPresent(name -> {
            throw ProposedValues.bad("values", "problem.proposal_more", "field", name);
        });
    }

    private Proposal getSubmitted(long id, Answered answered) {
        Proposal proposal = proposals.getSeen(id, Proposals.revision("revision", answered.revision()));
        if (proposal.state() != ProposalState.SUBMITTED) {
            throw ApiProblem.worded(ErrorCode.REVISION_CONFLICT, "problem.proposal_closed");
        }
        return proposal;
    }
}
