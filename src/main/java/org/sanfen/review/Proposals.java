package org.sanfen.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sanfen.directory.EmergencyPoint;
import org.sanfen.directory.PointEditing;
import org.sanfen.place.PlaceStore;
import org.sanfen.review.ProposalsController.Wanted;
import org.sanfen.staff.Audit;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a proposer does: proposes, changes, withdraws. A proposal is checked by making the edit and taking it back to a
 * savepoint, so that what is refused at once and what would be refused later are the same. Thread-safe.
 */
@Service
class Proposals {

    private static final int MOST_NOTE = 1000;

    private final ProposalStore proposals;
    private final ReviewedPoints points;
    private final PointEditing editing;
    private final PlaceStore places;
    private final Permissions permissions;
    private final Audit audit;
    private final TransactionTemplate trial;

    Proposals(
            ProposalStore proposals,
            ReviewedPoints points,
            PointEditing editing,
            PlaceStore places,
            Permissions permissions,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.proposals = proposals;
        this.points = points;
        this.editing = editing;
        this.places = places;
        this.permissions = permissions;
        this.audit = audit;
        this.trial = new TransactionTemplate(transactions);
        trial.setPropagationBehavior(TransactionTemplate.PROPAGATION_NESTED);
    }

    List<Proposal> listProposals(String place, StaffAccount who) {
        permissions.require(who, Right.VIEW, place);
        return proposals.listProposals(place, who.id(), permissions.may(who, Right.PUBLISH_POINTS, place));
    }

    /**
     * Proposes a change or a new point. With an open proposal of one's own for the same point it becomes one: the answer
     * tells what stands.
     */
    @Transactional
    Proposal propose(Wanted wanted, StaffAccount who) {
        ObjectNode values = ProposedValues.read(wanted.values());
        ProposalState state = state(wanted.state());
        if (state == ProposalState.WITHDRAWN) {
            throw ProposedValues.bad("state", "problem.proposal_state");
        }
        String note = note(wanted.note());
        long id = wanted.point() == null
                ? proposeNew(wanted.place(), values, note, state, who)
                : proposeChange(wanted, values, note, state, who);
        tell(state, who, id);
        return proposals.getProposal(id);
    }

    private long proposeNew(String place, ObjectNode values, String note, ProposalState state, StaffAccount who) {
        if (place == null || place.indexOf('\0') >= 0 || places.findPlace(place).isEmpty()) {
            throw ProposedValues.bad("place", "problem.place");
        }
        points.require(who, Right.PROPOSE_POINTS, place, null, values);
        Proposal made = Proposal.of(who, place, null, null)
                .with(values, JsonNodeFactory.instance.objectNode(), null, note, state);
        tryOut(made, null, who);
        return proposals.insert(made).orElseThrow();
    }

    private long proposeChange(Wanted wanted, ObjectNode values, String note, ProposalState state, StaffAccount who) {
        EmergencyPoint point = editing.getPointAt(wanted.point(), revision("revision", wanted.revision()));
        points.require(who, Right.PROPOSE_POINTS, point.placeId(), point.id(), values);
        ObjectNode present = points.values(point, ProposedValues.names(values));
        Optional<Proposal> open = proposals.findOpen(point.id(), who.id());
        if (open.isEmpty()) {
            Proposal made = Proposal.of(who, point.placeId(), point.id(), point.revision())
                    .with(values, present, point.revision(), note, state);
            tryOut(made, point.revision(), who);
            Optional<Long> id = proposals.insert(made);
            if (id.isPresent()) {
                return id.get();
            }
            open = proposals.findOpen(point.id(), who.id()); // sent twice at once
        }
        Proposal before = open.orElseThrow(() -> ProposalStore.changedMeanwhile(point.id()));
        ProposedValues.Union both = ProposedValues.union(before, values, present);
        String word = note == null ? before.note() : note;
        Proposal next = before.with(both.values(), both.base(), point.revision(), word, state);
        tryOut(next, point.revision(), who);
        proposals.save(next);
        return before.id();
    }

    /** Changes one's own open proposal: its values, its note, or whether it waits for a reviewer. */
    @Transactional
    Proposal change(long id, Wanted wanted, StaffAccount who) {
        Proposal before = proposals.getSeen(id, revision("revision", wanted.revision()));
        if (!before.state().isOpen()) {
            throw ApiProblem.worded(ErrorCode.REVISION_CONFLICT, "problem.proposal_closed");
        }
        if (before.proposerId() != who.id()) {
            throw ApiProblem.worded(ErrorCode.FORBIDDEN, "problem.proposal_of_another");
        }
        ProposalState state = wanted.state() == null ? before.state() : state(wanted.state());
        ObjectNode values = wanted.values() == null ? before.proposed() : ProposedValues.read(wanted.values());
        if (state != ProposalState.WITHDRAWN) {
            points.require(who, Right.PROPOSE_POINTS, before.placeId(), before.pointId(), values);
        }
        String note = wanted.note() == null ? before.note() : note(wanted.note());
        Proposal next = before.with(values, before.base(), before.baseRevision(), note, state);
        Integer present = null;
        if (!before.isOfNewPoint()) {
            EmergencyPoint point = wanted.pointRevision() == null
                    ? editing.getPoint(before.pointId())
                    : editing.getPointAt(before.pointId(), wanted.pointRevision());
            next = rebased(before, next, point, wanted.pointRevision() != null);
            present = point.revision();
        }
        if (before.state() != state || wanted.values() != null) {
            tryOut(next, present, who);
        }
        proposals.save(next);
        tell(state, who, id);
        return proposals.getProposal(id);
    }

    /** A field that it had before keeps what it started from, unless its proposer has seen the point as it is. */
    private Proposal rebased(Proposal before, Proposal next, EmergencyPoint point, boolean seen) {
        Set<String> names = ProposedValues.names(next.proposed());
        ObjectNode base = points.values(point, names);
        if (!seen) {
            Set<String> old = ProposedValues.names(before.proposed());
            base.remove(old);
            names.retainAll(old);
            names.stream()
                    .filter(before.base()::has)
                    .forEach(name -> base.set(name, before.base().get(name)));
        }
        Integer revision = seen ? Integer.valueOf(point.revision()) : before.baseRevision();
        return next.with(next.proposed(), base, revision, next.note(), next.state());
    }

    /** The edit's own complaints about one that goes to a reviewer, without the edit. */
    private void tryOut(Proposal proposal, Integer revision, StaffAccount who) {
        if (proposal.state() != ProposalState.SUBMITTED) {
            return;
        }
        ObjectNode values = proposal.proposed().deepCopy();
        trial.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            if (proposal.isOfNewPoint()) {
                editing.create(values.put("place", proposal.placeId()), who.id());
            } else {
                editing.change(proposal.pointId(), values.put("revision", revision), who.id());
            }
        });
    }

    private void tell(ProposalState state, StaffAccount who, long id) {
        if (state == ProposalState.SUBMITTED) {
            audit.record(who.id(), Audit.Action.PROPOSAL_SUBMITTED, String.valueOf(id));
        } else if (state == ProposalState.WITHDRAWN) {
            audit.record(who.id(), Audit.Action.PROPOSAL_WITHDRAWN, String.valueOf(id));
        }
    }

    private static ProposalState state(String given) {
        return switch (given == null ? "submitted" : given) {
            case "draft" -> ProposalState.DRAFT;
            case "submitted" -> ProposalState.SUBMITTED;
            case "withdrawn" -> ProposalState.WITHDRAWN;
            default -> throw ProposedValues.bad("state", "problem.proposal_state");
        };
    }

    static int revision(String name, Integer given) {
        if (given == null) {
            throw ProposedValues.bad(name, "problem.revision");
        }
        return given;
    }

    static String note(String given) {
        String note = given == null ? "" : given.strip();
        if (note.codePointCount(0, note.length()) > MOST_NOTE || note.indexOf('\0') >= 0) {
            throw ProposedValues.bad("note", "problem.report_answer", "most", MOST_NOTE);
        }
        return note.isEmpty() ? null : note;
    }
}
