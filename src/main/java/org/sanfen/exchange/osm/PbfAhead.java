package org.sanfen.exchange.osm;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Inflates the next blocks of a .pbf on a second thread while the caller takes the last one in. The blocks
 * come out in the order in which they went in, on the caller's own thread; few are held at a time.
 */
final class PbfAhead implements AutoCloseable {

    private static final int HELD = 4;

    interface Use {
        void take(PbfBlock block) throws IOException;
    }

    private record Block(Future<PbfBlock> parsed, Use use) {}

    private final ExecutorService inflater = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "pbf-inflater");
        thread.setDaemon(true);
        return thread;
    });
    private final Queue<Block> blocks = new ArrayDeque<>();

    void add(Callable<PbfBlock> parse, Use use) throws IOException {
        blocks.add(new Block(inflater.submit(parse), use));
        if (blocks.size() > HELD) {
            takeFirst();
        }
    }

    void finish() throws IOException {
        while (!blocks.isEmpty()) {
            takeFirst();
        }
    }

    private void takeFirst() throws IOException {
        Block first = blocks.remove();
        try {
            first.use().take(first.parsed().get());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("the import was interrupted", stopped);
        }
    }

    @Override
    public void close() {
        inflater.shutdownNow();
    }
}
