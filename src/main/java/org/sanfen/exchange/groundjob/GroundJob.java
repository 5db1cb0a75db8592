package org.sanfen.exchange.groundjob;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One taking of a place's ground, as the database has it.
 *
 * @param place id of the place, which may not be there yet
 * @param isNew whether it was not when the job began
 * @param step what is being done; null at rest
 * @param done features that the step has done
 * @param report what the last check, or the taking over, came to; null before
 * @param problem why it went no further; null if it did
 * @param changeNumber of the place after it was taken over; null until then
 * @param startedBy name of the account that began it, or after a while its organisation
 */
record GroundJob(
        long id,
        String place,
        boolean isNew,
        State state,
        GroundChoice choice,
        String step,
        long done,
        JsonNode report,
        JsonNode problem,
        Long changeNumber,
        String startedBy,
        Instant createdAt,
        Instant changedAt,
        List<GivenFile> files) {

    /** Where it stands; CHECKING and APPLYING are wishes that some server carries out. */
    enum State {
        OPEN,
        CHECKING,
        READY,
        APPLYING,
        APPLIED;

        /** As in the database and the HTTP interface. */
        @JsonValue
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }

        boolean isAtWork() {
            return this == CHECKING || this == APPLYING;
        }
    }

    /**
     * Where a job stands, without what it holds.
     *
     * @param isNew whether the place was not there when the job began
     */
    record Standing(long id, String place, boolean isNew, State state, String step, long done) {}

    Optional<GivenFile> findFile(long file) {
        return files.stream().filter(one -> one.id() == file).findFirst();
    }

    /**
     * A file of it.
     *
     * @param charset that staff said; null to go by the file
     */
    record GivenFile(long id, String name, long bytes, String charset, GroundLook look) {}
}
