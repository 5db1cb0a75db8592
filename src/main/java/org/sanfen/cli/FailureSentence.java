package org.sanfen.cli;

import java.io.File;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.web.SiteRefused;
import org.springframework.boot.web.server.PortInUseException;

/** What to tell the operator about a failure that they can mend: what happened and what to do, in one sentence. */
final class FailureSentence {

    /** A segment of PostgreSQL's log has 16 MB. */
    private static final long FULL_BYTES = 32L << 20;

    private FailureSentence() {}

    /**
     * @param failure as it was thrown; the reason may be several causes down
     * @param database the JDBC URL in use, to name it
     * @return empty when the failure is not a known one of the surroundings, but one of ours
     */
    static Optional<String> find(Throwable failure, String database) {
        return causes(failure)
                .map(cause -> sentence(cause, database))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(30);
    }

    private static Optional<String> sentence(Throwable cause, String database) {
        if (cause instanceof UserError || cause instanceof ImportRefused || cause instanceof SiteRefused) {
            return Optional.of(cause.getMessage());
        }
        if (cause instanceof PortInUseException port) {
            return Optional.of("port " + port.getPort() + " is in use by another program; choose another, such as:  "
                    + "SANFEN_PORT=" + (port.getPort() + 1) + " ./run");
        }
        if (cause instanceof FlywayValidateException) {
            return Optional.of("the database " + database
                    + " was made by another version of Sanfen; start the version that made it, or name another"
                    + " database in SANFEN_DB_URL.");
        }
        if (cause instanceof SQLException sql) {
            return ofDatabase(sql, database);
        }
        String message = String.valueOf(cause.getMessage());
        if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
            return Optional.of("the disk is full; free some space and start again.");
        }
        if (message.contains("must start with \"jdbc\"")
                || message.contains("jdbcUrl")
                || message.contains("Driver org.postgresql.Driver claims")) {
            return Optional.of(
                    "SANFEN_DB_URL is \"" + database + "\"; it should look like jdbc:postgresql://host:5432/database.");
        }
        return Optional.empty();
    }

    private static Optional<String> ofDatabase(SQLException sql, String database) {
        String said = String.valueOf(sql.getMessage());
        if (said.contains("\"postgis\"") || said.contains("postgis.control") || said.contains("type \"geometry\"")) {
            return Optional.of("the database server of " + database
                    + " has no PostGIS for this database; install PostGIS there and let an administrator type"
                    + " CREATE EXTENSION postgis; in the database.");
        }
        String state = String.valueOf(sql.getSQLState());
        return Optional.ofNullable(
                switch (state) {
                    case "08001", "08003", "08004", "08006" ->
                        isHomeFull()
                                ? "the disk is full, and the database on it has stopped; free some space and start again."
                                : "no database answers at " + database
                                        + "; check SANFEN_DB_URL and that the server runs.";
                    case "28P01", "28000" ->
                        "the database at " + database
                                + " refuses this user or password; check SANFEN_DB_USER and SANFEN_DB_PASSWORD.";
                    case "3D000" ->
                        "there is no database at " + database
                                + "; make it with createdb, or correct the name in SANFEN_DB_URL.";
                    case "42501" ->
                        "the database user may not do what Sanfen needs in " + database
                                + "; make SANFEN_DB_USER the owner of the database.";
                    case "53100" -> "the disk of the database is full; free some space and start again.";
                    case "53300" ->
                        "the database at " + database
                                + " has no free connection; raise its max_connections or stop another program.";
                    case "57P03" -> "the database at " + database + " is still starting; try again in a minute.";
                    default -> null;
                });
    }

    /** PostgreSQL stops in the middle of a word when it can't write its log any more; then only the disk tells why. */
    private static boolean isHomeFull() {
        String home = System.getenv("SANFEN_HOME");
        return home != null && new File(home).getUsableSpace() < FULL_BYTES && new File(home).isDirectory();
    }
}
