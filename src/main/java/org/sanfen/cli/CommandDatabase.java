package org.sanfen.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.postgresql.Driver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The database of a command that runs without an application context: one connection, opened and its migrations checked
 * on another thread while the command begins with what needs no database. Whoever asks for it waits. Not for two threads
 * at once.
 */
final class CommandDatabase extends AbstractDataSource implements AutoCloseable {

    private final CompletableFuture<SingleConnectionDataSource> ready;

    /** @param first what to do with it before anybody else */
    CommandDatabase(String url, String user, String password, Consumer<JdbcClient> first) {
        ready = CompletableFuture.supplyAsync(() -> {
            try {
                return open(url, user, password, first);
            } catch (SQLException failed) {
                throw new CompletionException(failed);
            }
        });
    }

    private static SingleConnectionDataSource open(String url, String user, String password, Consumer<JdbcClient> first)
            throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        Connection connection = new Driver().connect(url, login);
        if (connection == null) {
            throw new IllegalArgumentException("jdbcUrl of another kind");
        }
        SingleConnectionDataSource one = new SingleConnectionDataSource(connection, true);
        SchemaState.reach(one);
        first.accept(JdbcClient.create(one));
        return one;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ready.join().getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        ready.thenAccept(SingleConnectionDataSource::destroy);
    }
}
