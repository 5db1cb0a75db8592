package org.sanfen.exchange.job;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One import of a register's file, as the database has it.
 *
 * @param place id of the place it is for
 * @param fileBytes size of the file
 * @param state one of {@link State}, lower case
 * @param step what is being done: {@code reading}, {@code placing}, {@code comparing}, {@code writing}; null at rest
 * @param done rows that the step has done
 * @param total rows that it is expected to do; 0 when unknown
 * @param look a {@link org.sanfen.exchange.register.FileLook}
 * @param choice a {@link org.sanfen.exchange.register.ReadingChoice}; null until it is confirmed
 * @param counts rows by what they are, {@code problems} by reason, {@code to_correct} rows of the file to correct, and
 *     {@code elsewhere} points of an extract that are no rows
 * @param problem key and values of the sentence on why it failed; null if it did not
 * @param changeNumber under which it was taken over; null until then, and where nothing changed
 * @param undoNumber that undid it; null if none did
 * @param startedBy name of the account that began it; null from the command line
 * @param tidied whether file and rows have been deleted meanwhile
 */
public record ImportJob(
        long id,
        String place,
        String fileName,
        long fileBytes,
        String fileSha256,
        State state,
        String step,
        long done,
        long total,
        JsonNode look,
        JsonNode choice,
        JsonNode counts,
        JsonNode problem,
        Long changeNumber,
        Long undoNumber,
        String startedBy,
        Instant createdAt,
        Instant changedAt,
        boolean tidied) {

    /** Where an import stands; READING, APPLYING and UNDOING are wishes that some server carries out. */
    public enum State {
        LOOKED_AT,
        READING,
        READY,
        APPLYING,
        APPLIED,
        UNDOING,
        UNDONE,
        CANCELLED,
        FAILED;

        /** As in the database and the HTTP interface. */
        @com.fasterxml.jackson.annotation.JsonValue
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String id) {
            return valueOf(id.toUpperCase(java.util.Locale.ROOT));
        }

        /** Whether a server is at it, or is to be. */
        public boolean isAtWork() {
            return this == READING || this == APPLYING || this == UNDOING;
        }
    }
}
