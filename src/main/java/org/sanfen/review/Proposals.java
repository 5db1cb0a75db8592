package org.sanfen.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sanfen.directory.EmergencyPoint;
import org.sanfen.directory.PointEditing;
import org.sanfen.review.ProposalsController.Answered;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Proposes, withdraws, sends back and publishes. A proposal is checked by making the edit and taking it back in the same
 * transaction, so that what is refused at once and what would be refused later are the same. Thread-safe.
 */
@Service
class Proposals {

    private static final int MOST_NOTE = 1000;
    private static final int MOST_JSON = 200_000;

    private final ProposalStore proposals;
    private final PointEditing editing;
    private final Permissions permissions;
    private final Audit audit;
    private final ObjectMapper json;
    private final TransactionTemplate trial;

    Proposals(
            ProposalStore proposals,
            PointEditing editing,
            Permissions permissions,
            Audit audit,
            ObjectMapper json,
            PlatformTransactionManager transactions) {
        this.proposals = proposals;
        this.editing = editing;
        this.permissions = permissions;
        this.audit = audit;
        this.json = json;
        this.trial = new TransactionTemplate(transactions);
    }

    List<Proposal> listProposals(String place, StaffAccount who) {
        permissions.require(who, Right.VIEW, place);
        return proposals.listProposals(place, who.id(), permissions.may(who, Right.PUBLISH_POINTS, place));
    }

    /** Proposes a change or a new point; an open proposal of one's own for the same point is replaced. */
    @Transactional
    Proposal propose(Wanted wanted, StaffAccount who) {
        ObjectNode values = values(wanted.values());
        ProposalState state = state(wanted.state());
        boolean isNew = wanted.point() == null;
        String place =
                isNew ? text(wanted.place()) : editing.getPoint(wanted.point()).placeId();
        requireMayPropose(who, place, wanted.point(), values);
        Integer revision = isNew ? null : revision("revision", wanted.revision());
        if (state == ProposalState.SUBMITTED) {
            tryOut(place, wanted.point(), revision, values, who);
        }
        ObjectNode base = isNew ? json.createObjectNode() : baseOf(wanted.point(), values);
        String note = note("note", wanted.note());
        Proposal made = new Proposal(
                0, place, wanted.point(), revision, values, base, note, state, 1, who.id(), null, null, null, null);
        long id = isNew
                ? proposals.insert(made)
                : proposals
                        .findOpen(wanted.point(), who.id())
                        .map(open -> replace(open, made))
                        .orElseGet(() -> proposals.insert(made));
        tell(state, who, id);
        return getProposal(id);
    }

    /** Changes one's own open proposal: its values, its note, or whether it waits for a reviewer. */
    @Transactional
    Proposal change(long id, Wanted wanted, StaffAccount who) {
        Proposal before = requireOpen(getSeen(id, wanted.revision()));
        if (before.proposerId() != who.id()) {
            throw ApiProblem.worded(ErrorCode.FORBIDDEN, "problem.proposal_of_another");
        }
        ProposalState state = wanted.state() == null ? before.state() : state(wanted.state());
        ObjectNode values = wanted.values() == null ? before.proposed() : values(wanted.values());
        if (state != ProposalState.WITHDRAWN) {
            requireMayPropose(who, before.placeId(), before.pointId(), values);
        }
        if (state == ProposalState.SUBMITTED && (before.state() != state || wanted.values() != null)) {
            Integer base = before.isOfNewPoint()
                    ? null
                    : editing.getPoint(before.pointId()).revision();
            tryOut(before.placeId(), before.pointId(), base, values, who);
        }
        String note = wanted.note() == null ? before.note() : note("note", wanted.note());
        save(before, before.pointId(), values, note, state, null, before.reviewNote());
        tell(state, who, id);
        return getProposal(id);
    }

    /** Sends it back to its proposer, who reads why. */
    @Transactional
    Proposal sendBack(long id, Answered answered, StaffAccount by) {
        Proposal before = requireSubmitted(getSeen(id, answered.revision()));
        requireMayPublish(by, before, before.proposed());
        String note = note("note", answered.note());
        if (note == null) {
            throw bad("note", "problem.proposal_note");
        }
        save(before, before.pointId(), before.proposed(), before.note(), ProposalState.RETURNED, by.id(), note);
        audit.record(by.id(), Audit.Action.PROPOSAL_RETURNED, String.valueOf(id));
        return getProposal(id);
    }

    /**
     * Makes it true, as an edit of its proposer's. Where the point moved on in the same fields, the reviewer says which values
     * it shall have; else the answer names the fields.
     */
    @Transactional
    EmergencyPoint publish(long id, Answered answered, StaffAccount by) {
        Proposal before = requireSubmitted(getSeen(id, answered.revision()));
        ObjectNode values = answered.values() == null ? before.proposed() : values(answered.values());
        requireMayPublish(by, before, values);
        EmergencyPoint point;
        if (before.isOfNewPoint()) {
            point = editing.create(withPlace(values, before.placeId()), before.proposerId());
        } else {
            requireWithin(values, before.proposed());
            if (answered.values() == null) {
                requireUntouched(before);
            }
            int revision = revision("point_revision", answered.pointRevision());
            ObjectNode body = values.deepCopy().put("revision", revision);
            point = editing.change(before.pointId(), body, before.proposerId());
        }
        save(
                before,
                point.id(),
                values,
                before.note(),
                ProposalState.PUBLISHED,
                by.id(),
                note("note", answered.note()));
        audit.record(by.id(), Audit.Action.PROPOSAL_PUBLISHED, id + " " + point.id());
        return point;
    }

    private long replace(Proposal open, Proposal made) {
        Proposal next = new Proposal(
                open.id(),
                made.placeId(),
                made.pointId(),
                made.baseRevision(),
                made.proposed(),
                made.base(),
                made.note(),
                made.state(),
                open.revision(),
                open.proposerId(),
                null,
                null,
                null,
                null);
        if (!proposals.update(next, null)) {
            throw changedMeanwhile(open.id());
        }
        return open.id();
    }

    private void save(
            Proposal before,
            String pointId,
            ObjectNode values,
            String note,
            ProposalState state,
            Long reviewerId,
            String reviewNote) {
        Proposal next = new Proposal(
                before.id(),
                before.placeId(),
                pointId,
                before.baseRevision(),
                values,
                before.base(),
                note,
                state,
                before.revision(),
                before.proposerId(),
                null,
                null,
                null,
                reviewNote);
        if (!proposals.update(next, reviewerId)) {
            throw changedMeanwhile(before.id());
        }
    }

    /** The edit's own complaints, without the edit. */
    private void tryOut(String place, String pointId, Integer revision, ObjectNode values, StaffAccount who) {
        TransactionTemplate apart = new TransactionTemplate(trial.getTransactionManager());
        apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        apart.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            if (pointId == null) {
                editing.create(withPlace(values, place), who.id());
            } else {
                editing.change(pointId, values.deepCopy().put("revision", revision), who.id());
            }
        });
    }

    private ObjectNode baseOf(String pointId, ObjectNode values) {
        return (ObjectNode) json.readTree(json.writeValueAsString(editing.findValues(pointId, names(values))));
    }

    private void requireMayPropose(StaffAccount who, String place, String pointId, JsonNode values) {
        require(who, Right.PROPOSE_POINTS, place, pointId, values);
    }

    private void requireMayPublish(StaffAccount who, Proposal proposal, JsonNode values) {
        require(who, Right.PUBLISH_POINTS, proposal.placeId(), proposal.pointId(), values);
    }

    /** Where the point stands and where it is to stand. */
    private void require(StaffAccount who, Right right, String place, String pointId, JsonNode values) {
        permissions.require(who, right, place);
        if (pointId != null) {
            EmergencyPoint point = editing.getPoint(pointId);
            permissions.requireAt(
                    who, right, place, point.position().lon(), point.position().lat());
        }
        if (values.path("lon").isNumber() && values.path("lat").isNumber()) {
            double lon = values.path("lon").doubleValue();
            permissions.requireAt(who, right, place, lon, values.path("lat").doubleValue());
        }
    }

    /** Nobody else changed what it changes, since it was begun. */
    private void requireUntouched(Proposal proposal) {
        Set<String> both = new TreeSet<>(names(proposal.proposed()));
        both.retainAll(editing.listFieldsChangedSince(proposal.pointId(), proposal.baseRevision()));
        if (!both.isEmpty()) {
            throw ApiProblem.worded(
                    ErrorCode.REVISION_CONFLICT, Map.of("changed_fields", both), "problem.proposal_moved");
        }
    }

    private static void requireWithin(ObjectNode values, ObjectNode proposed) {
        Collection<String> others = new TreeSet<>(names(values));
        others.removeAll(names(proposed));
        if (!others.isEmpty()) {
            throw bad(
                    "values",
                    "problem.proposal_more",
                    "field",
                    others.iterator().next());
        }
    }

    Proposal getProposal(long id) {
        return proposals
                .findProposal(id)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.proposal_none", "id", id));
    }

    /** The proposal, if it still is the one that was looked at. */
    private Proposal getSeen(long id, Integer revision) {
        Proposal proposal = getProposal(id);
        if (proposal.revision() != revision("revision", revision)) {
            throw changedMeanwhile(id);
        }
        return proposal;
    }

    private static Proposal requireOpen(Proposal proposal) {
        if (!proposal.state().isOpen()) {
            throw ApiProblem.worded(ErrorCode.REVISION_CONFLICT, "problem.proposal_closed");
        }
        return proposal;
    }

    private static Proposal requireSubmitted(Proposal proposal) {
        if (proposal.state() != ProposalState.SUBMITTED) {
            throw ApiProblem.worded(ErrorCode.REVISION_CONFLICT, "problem.proposal_closed");
        }
        return proposal;
    }

    private static ApiProblem changedMeanwhile(long id) {
        return ApiProblem.worded(ErrorCode.REVISION_CONFLICT, Map.of("id", id), "problem.proposal_changed");
    }

    private void tell(ProposalState state, StaffAccount who, long id) {
        if (state == ProposalState.SUBMITTED) {
            audit.record(who.id(), Audit.Action.PROPOSAL_SUBMITTED, String.valueOf(id));
        } else if (state == ProposalState.WITHDRAWN) {
            audit.record(who.id(), Audit.Action.PROPOSAL_WITHDRAWN, String.valueOf(id));
        }
    }

    private static ObjectNode withPlace(ObjectNode values, String place) {
        return values.deepCopy().put("place", place);
    }

    private static Set<String> names(ObjectNode values) {
        return new TreeSet<>(values.propertyNames());
    }

    private static ObjectNode values(JsonNode given) {
        if (!(given instanceof ObjectNode values)
                || values.isEmpty()
                || values.toString().length() > MOST_JSON) {
            throw bad("values", "problem.proposal_values");
        }
        return values.deepCopy().remove(List.of("revision", "place"));
    }

    private static ProposalState state(String given) {
        return switch (given == null ? "submitted" : given) {
            case "draft" -> ProposalState.DRAFT;
            case "submitted" -> ProposalState.SUBMITTED;
            case "withdrawn" -> ProposalState.WITHDRAWN;
            default -> throw bad("state", "problem.proposal_state");
        };
    }

    private static int revision(String name, Integer given) {
        if (given == null) {
            throw bad(name, "problem.revision");
        }
        return given;
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    private static String note(String name, String given) {
        String note = text(given).strip();
        if (note.codePointCount(0, note.length()) > MOST_NOTE || note.indexOf('\0') >= 0) {
            throw bad(name, "problem.report_answer", "most", MOST_NOTE);
        }
        return note.isEmpty() ? null : note;
    }

    private static ApiProblem bad(String field, String key, Object... values) {
        return ApiProblem.worded(ErrorCode.BAD_BODY, Map.of("parameter", field), key, values);
    }
}
