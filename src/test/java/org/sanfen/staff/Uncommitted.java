package org.sanfen.staff;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds a transaction open until somebody else's work waits for it: two people at the same moment, always in one order. */
final class Uncommitted {

    private static final Duration LONG = Duration.ofSeconds(30);

    private static final String SOMEBODY_WAITS = """
            SELECT EXISTS (
              SELECT FROM pg_locks
              WHERE NOT granted AND :holder = ANY (pg_blocking_pids(pid))
            )
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Uncommitted(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param first done in the transaction before the other one begins
     * @param then done in the transaction while the other one waits
     * @return what the other one gave, after the transaction was committed
     */
    <T> T during(Runnable first, Runnable then, Supplier<T> other) {
        CompletableFuture<T> answer = transaction.execute(status -> {
            first.run();
            int holder =
                    database.sql("SELECT pg_backend_pid()").query(Integer.class).single();
            CompletableFuture<T> going = CompletableFuture.supplyAsync(other);
            await().atMost(LONG).until(() -> someoneWaitsFor(holder));
            then.run();
            return going;
        });
        return answer.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
    }

    private boolean someoneWaitsFor(int holder) {
        return database.sql(SOMEBODY_WAITS)
                .param("holder", holder)
                .query(Boolean.class)
                .single();
    }
}
