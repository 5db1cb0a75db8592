package org.sanfen.cli;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a start does to the database before anything else: brings it to this build's migrations, where it is not there. */
@Configuration(proxyBeanMethods = false)
class ServerDatabase {

    @Bean
    FlywayMigrationStrategy migrateWhatIsNotCurrent() {
        return flyway -> {
            try (Connection connection =
                    flyway.getConfiguration().getDataSource().getConnection()) {
                if (SchemaState.isCurrent(connection)) {
                    return;
                }
            } catch (SQLException unreachable) {
                // Flyway meets it too, and FailureSentence knows its words.
            }
            flyway.migrate();
        };
    }
}
