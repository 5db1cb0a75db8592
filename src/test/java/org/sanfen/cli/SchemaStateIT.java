package org.sanfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.TestDatabase;

class SchemaStateIT {

    @Test
    void aDatabaseThatFlywayHasMigratedIsCurrent() throws SQLException {
        try (Connection connection = connect(TestDatabase.create())) {
            assertThat(SchemaState.isCurrent(connection)).isTrue();
        }
    }

    @Test
    void aDatabaseWithoutAHistoryIsNot() throws SQLException {
        try (Connection connection = connect(TestDatabase.create())) {
            execute(connection, "DROP TABLE flyway_schema_history");
            assertThat(SchemaState.isCurrent(connection)).isFalse();
        }
    }

    @Test
    void aMigrationThatIsMissingFailedOrOfAnotherTextMakesItNotCurrent() throws SQLException {
        for (String change : new String[] {
            "DELETE FROM flyway_schema_history WHERE version = '9'",
            "UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '9'",
            "UPDATE flyway_schema_history SET success = false WHERE version = '9'",
            "UPDATE flyway_schema_history SET script = 'V9__other.sql' WHERE version = '9'"
        }) {
            try (Connection connection = connect(TestDatabase.create())) {
                execute(connection, change);
                assertThat(SchemaState.isCurrent(connection)).as(change).isFalse();
            }
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        database.dropWhenIdle();
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
