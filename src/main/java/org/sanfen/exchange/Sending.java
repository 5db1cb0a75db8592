package org.sanfen.exchange;

import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What one connection is to do, one after the other on a thread of its own, while the caller makes the next rows: the
 * server fills a table or its indexes meanwhile. The caller leaves the connection alone until {@link #finish}. After a
 * failure nothing more is sent, and the caller gets it at the next call. For one caller at a time.
 */
final class Sending implements AutoCloseable {

    /** Chunks of rows, of 64 KB as a rule. */
    private static final int AHEAD = 128;

    interface Step {
        void run() throws SQLException;
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread sender = new Thread(task, "sender");
        sender.setDaemon(true);
        return sender;
    });
    private final Semaphore room = new Semaphore(AHEAD);
    private volatile Exception failure;

    /** Returns at once, unless too much is waiting. */
    void then(Step step) throws SQLException {
        fail();
        room.acquireUninterruptibly();
        thread.execute(() -> {
            try {
                if (failure == null) {
                    step.run();
                }
            } catch (SQLException | RuntimeException failed) {
                failure = failed;
            } finally {
                room.release();
            }
        });
    }

    /** Even after a failure, to clear up. */
    void last(Step step) {
        thread.execute(() -> {
            try {
                step.run();
            } catch (SQLException | RuntimeException failed) {
                if (failure == null) {
                    failure = failed;
                }
            }
        });
    }

    /** Waits until everything has been done. */
    void finish() throws SQLException {
        room.acquireUninterruptibly(AHEAD);
        room.release(AHEAD);
        fail();
    }

    private void fail() throws SQLException {
        if (failure instanceof SQLException refused) {
            throw refused;
        }
        if (failure instanceof RuntimeException failed) {
            throw failed;
        }
    }

    /** Waits until the connection is the caller's again. */
    @Override
    public void close() {
        thread.shutdown();
        boolean interrupted = false;
        while (!thread.isTerminated()) {
            try {
                thread.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
