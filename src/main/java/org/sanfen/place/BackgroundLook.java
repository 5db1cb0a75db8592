package org.sanfen.place;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;

/**
 * Looks now and again, in a thread of its own, for what the data of places wish to have done, from when the application is
 * ready until it ends. Nothing else ends the looking: neither a lost database nor a want of memory, which are told once,
 * until a look succeeds again. Thread-safe.
 */
public abstract class BackgroundLook implements SmartLifecycle, ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundLook.class);

    private final String name;
    private final ScheduledExecutorService thread;
    private boolean isTold;
    private volatile boolean running;

    /** @param name of what waits while it can't look, such as {@code Imports} */
    protected BackgroundLook(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread worker = new Thread(work, name);
            worker.setDaemon(true);
            worker.setPriority(Thread.MIN_PRIORITY);
            return worker;
        });
    }

    /** The application is ready: says by {@link #every} what is looked for. */
    protected abstract void begin();

    @Override
    public final void onApplicationEvent(ApplicationReadyEvent ready) {
        begin();
    }

    /** @param firstMs until the first look, from now */
    protected final void every(long firstMs, long pauseMs, Runnable look) {
        thread.scheduleWithFixedDelay(() -> quietly(look), firstMs, pauseMs, TimeUnit.MILLISECONDS);
    }

    /** As soon as the thread is free; not any more once it is stopped. */
    protected final void soon(Runnable look) {
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

    @Override
    public final void start() {
        running = true;
    }

    /** What is under way is interrupted. */
    @Override
    public final void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
