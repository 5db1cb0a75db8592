package org.sanfen.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes point_proposal. Thread-safe. */
@Repository
class ProposalStore {

    private static final int MOST = 500;

    private static final String SELECT = """
            SELECT point_proposal.id, place_id, point_id, base_revision, proposed, base, note, state, revision,
                   proposed_by, staff_name(proposer, changed_at) AS proposer_name, changed_at,
                   staff_name(reviewer, changed_at) AS reviewer_name, review_note
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
            RETURNING id
            """;

    private static final String UPDATE = """
            UPDATE point_proposal
            SET point_id = :point,
                base_revision = :baseRevision,
                proposed = cast(:proposed AS jsonb),
                base = cast(:base AS jsonb),
                note = :note,
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

    long insert(Proposal wanted) {
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
                .single();
    }

    /** Writes it if it still is at its revision; false when somebody was quicker. */
    boolean update(Proposal wanted, Long reviewerId) {
        return database.sql(UPDATE)
                        .param("id", wanted.id())
                        .param("revision", wanted.revision())
                        .param("point", wanted.pointId(), Types.VARCHAR)
                        .param("baseRevision", wanted.baseRevision(), Types.INTEGER)
                        .param("proposed", wanted.proposed().toString())
                        .param("base", wanted.base().toString())
                        .param("note", wanted.note(), Types.VARCHAR)
                        .param("state", wanted.state().column())
                        .param("reviewer", reviewerId, Types.BIGINT)
                        .param("reviewNote", wanted.reviewNote(), Types.VARCHAR)
                        .update()
                == 1;
    }

    private Proposal proposal(ResultSet row, int number) throws SQLException {
        return new Proposal(
                row.getLong("id"),
                row.getString("place_id"),
                row.getString("point_id"),
                row.getObject("base_revision", Integer.class),
                (ObjectNode) json.readTree(row.getString("proposed")),
                (ObjectNode) json.readTree(row.getString("base")),
                row.getString("note"),
                ProposalState.ofColumn(row.getString("state")),
                row.getInt("revision"),
                row.getLong("proposed_by"),
                row.getString("proposer_name"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("reviewer_name"),
                row.getString("review_note"));
    }
}
