package org.sanfen.place;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread of its own that looks now and again for what the data of places wish to have done. Nothing ends the looking but
 * {@link #stop}: neither a lost database nor a want of memory, which are told once, until a look succeeds again. Thread-safe.
 */
public final class BackgroundLook {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLook.class);

    private final String name;
    private final ScheduledExecutorService thread;
    private boolean isTold;
    private volatile boolean running;

    /** @param name of what waits while it can't look, such as {@code Imports} */
    public BackgroundLook(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread worker = new Thread(work, name);
            worker.setDaemon(true);
            worker.setPriority(Thread.MIN_PRIORITY);
            return worker;
        });
    }

    /** @param firstMs until the first look, from now */
    public void every(long firstMs, long pauseMs, Runnable look) {
        thread.scheduleWithFixedDelay(() -> quietly(look), firstMs, pauseMs, TimeUnit.MILLISECONDS);
    }

    /** As soon as the thread is free; not any more once it is stopped. */
    public void soon(Runnable look) {
        try {
            thread.execute(() -> quietly(look));
        } catch (RejectedExecutionException stopping) {
            // another server, or this one when it is back, finds the wish in the database
        }
    }

    /** Throwable: an error out of a scheduled task would end all its further runs without a word. */
    private void quietly(Runnable look) {
        try {
            look.run();
            isTold = false;
        } catch (Throwable failure) {
            if (!isTold && running && failure instanceof RuntimeException) {
                LOG.warn("{} wait until the database answers: {}", name, failure.toString());
            } else if (!isTold && running) {
                LOG.error("{} could not be done; they are tried again", name, failure);
            }
            isTold = true;
        }
    }

    public void start() {
        running = true;
    }

    /** What is under way is interrupted. */
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    public boolean isRunning() {
        return running;
    }
}
