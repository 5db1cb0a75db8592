package org.sanfen.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes point_proposal. Thread-safe. */
@Repository
class ProposalStore {

    private static final int MOST = 500;

    private static final String SELECT = """
            SELECT point_proposal.id, place_id, point_id, base_revision, proposed, base, published, note, state,
                   revision, proposed_by, proposer.display_name AS proposer_name, changed_at,
                   reviewer.display_name AS reviewer_name, review_note
            FROM point_proposal
            JOIN staff_account AS proposer ON proposer.id = proposed_by
            LEFT JOIN staff_account AS reviewer ON reviewer.id = reviewed_by
            """;

    /** Those of others that wait, where the account reviews; its own that are open. */
    private static final String LIST = SELECT + """
            WHERE place_id = :place
              AND (state = 'submitted' AND :reviews
                OR proposed_by = :staff AND state IN ('draft', 'submitted', 'returned'))
            ORDER BY changed_at, point_proposal.id
            LIMIT :most
            """;

    private static final String FIND = SELECT + "WHERE point_proposal.id = :id";

    private static final String FIND_OPEN = SELECT + """
            WHERE point_id = :point AND proposed_by = :staff AND state IN ('draft', 'submitted', 'returned')
            """;

    private static final String INSERT = """
            INSERT INTO point_proposal (place_id, point_id, base_revision, proposed, base, note, state, proposed_by)
            VALUES (:place, :point, :baseRevision, cast(:proposed AS jsonb), cast(:base AS jsonb), :note, :state, :staff)
            ON CONFLICT (point_id, proposed_by) WHERE state IN ('draft', 'submitted', 'returned') DO NOTHING
            RETURNING id
            """;

    /** Its reviewer has not seen it like this. */
    private static final String SAVE = """
            UPDATE point_proposal
            SET base_revision = :baseRevision,
                proposed = cast(:proposed AS jsonb),
                base = cast(:base AS jsonb),
                note = :note,
                state = :state,
                reviewed_by = NULL,
                revision = revision + 1,
                changed_at = now()
            WHERE id = :id AND revision = :revision
            """;

    private static final String ANSWER = """
            UPDATE point_proposal
            SET point_id = :point,
                published = cast(:published AS jsonb),
                state = :state,
                reviewed_by = :reviewer,
                review_note = :reviewNote,
                revision = revision + 1,
                changed_at = now()
            WHERE id = :id AND revision = :revision
            """;

    private final JdbcClient database;
    private final ObjectMapper json;

    ProposalStore(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Oldest first. */
    List<Proposal> listProposals(String place, long staffId, boolean reviews) {
        return database.sql(LIST)
                .param("place", place)
                .param("staff", staffId)
                .param("reviews", reviews)
                .param("most", MOST)
                .query(this::proposal)
                .list();
    }

    Optional<Proposal> findProposal(long id) {
        return database.sql(FIND).param("id", id).query(this::proposal).optional();
    }

    /** The account's own open proposal for a point; there is one at most. */
    Optional<Proposal> findOpen(String pointId, long staffId) {
        return database.sql(FIND_OPEN)
                .param("point", pointId)
                .param("staff", staffId)
                .query(this::proposal)
                .optional();
    }

    Proposal getProposal(long id) {
        return findProposal(id)
                .orElseThrow(() -> ApiProblem.worded(ErrorCode.NOT_FOUND, "problem.proposal_none", "id", id));
    }

    /** The proposal, if it still is the one that was looked at. */
    Proposal getSeen(long id, int revision) {
        Proposal proposal = getProposal(id);
        if (proposal.revision() != revision) {
            throw changedMeanwhile(id);
        }
        return proposal;
    }

    /** Its id; empty if the account has an open one for the point by now. */
    Optional<Long> insert(Proposal wanted) {
        return database.sql(INSERT)
                .param("place", wanted.placeId())
                .param("point", wanted.pointId(), Types.VARCHAR)
                .param("baseRevision", wanted.baseRevision(), Types.INTEGER)
                .param("proposed", wanted.proposed().toString())
                .param("base", wanted.base().toString())
                .param("note", wanted.note(), Types.VARCHAR)
                .param("state", wanted.state().column())
                .param("staff", wanted.proposerId())
                .query(Long.class)
                .optional();
    }

    /** Writes what its proposer wants if it still is at its revision. */
    void save(Proposal wanted) {
        int written = database.sql(SAVE)
                .param("id", wanted.id())
                .param("revision", wanted.revision())
                .param("baseRevision", wanted.baseRevision(), Types.INTEGER)
                .param("proposed", wanted.proposed().toString())
                .param("base", wanted.base().toString())
                .param("note", wanted.note(), Types.VARCHAR)
                .param("state", wanted.state().column())
                .update();
        if (written == 0) {
            throw changedMeanwhile(wanted.id());
        }
    }

    /**
     * Writes what its reviewer says if it still is at its revision.
     *
     * @param published null where nothing is
     */
    void answer(
            Proposal answered,
            ProposalState state,
            String pointId,
            ObjectNode published,
            long reviewerId,
            String reviewNote) {
        int written = database.sql(ANSWER)
                .param("id", answered.id())
                .param("revision", answered.revision())
                .param("point", pointId, Types.VARCHAR)
                .param("published", published == null ? null : published.toString(), Types.VARCHAR)
                .param("state", state.column())
                .param("reviewer", reviewerId)
                .param("reviewNote", reviewNote, Types.VARCHAR)
                .update();
        if (written == 0) {
            throw changedMeanwhile(answered.id());
        }
    }

    static ApiProblem changedMeanwhile(Object id) {
        return ApiProblem.worded(ErrorCode.REVISION_CONFLICT, Map.of("id", id), "problem.proposal_changed");
    }

    private Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getLong("id"),
                row.getString("place_id"),
                row.getString("point_id"),
                row.getObject("base_revision", Integer.class),
                object(row.getString("proposed")),
                object(row.getString("base")),
                object(row.getString("published")),
                row.getString("note"),
                ProposalState.ofColumn(row.getString("state")),
                row.getInt("revision"),
                row.getLong("proposed_by"),
                row.getString("proposer_name"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("reviewer_name"),
                row.getString("review_note"));
    }

    private ObjectNode object(String text) {
        return text == null ? null : (ObjectNode) json.readTree(text);
    }
}
