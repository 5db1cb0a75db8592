package org.sanfen.exchange.job;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries out what imports wish, one after another so that memory stays bounded: when told, and every few seconds what
 * another server may have left behind when it died. Lets go of old files and rows once an hour. Only the server has it.
 */
@Component
@ConditionalOnWebApplication
public class ImportWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private final List<WaitingWork> kinds;
    private final long pauseMs;
    private final int keptDays;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread worker = new Thread(run, "imports");
        worker.setDaemon(true);
        worker.setPriority(Thread.MIN_PRIORITY);
        return worker;
    });
    private boolean databaseFailed;
    private volatile boolean running;

    ImportWorker(
            List<WaitingWork> kinds,
            @Value("${sanfen.imports.pause-ms:3000}") long pauseMs,
            @Value("${sanfen.imports.kept-days:30}") int keptDays) {
        this.kinds = kinds;
        this.pauseMs = pauseMs;
        this.keptDays = keptDays;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        thread.scheduleWithFixedDelay(this::look, pauseMs, pauseMs, TimeUnit.MILLISECONDS);
        thread.scheduleWithFixedDelay(
                () -> quietly(() -> kinds.forEach(work -> work.tidy(keptDays))), 1, 60, TimeUnit.MINUTES);
    }

    /** There is something to do. */
    public void poke() {
        try {
            thread.execute(this::look);
        } catch (RejectedExecutionException stopping) {
            // another server, or this one when it is back, finds the wish in the database
        }
    }

    private void look() {
        quietly(() -> {
            for (WaitingWork work : kinds) {
                for (long id : work.listWaiting()) {
                    if (running) {
                        work.carryOut(id);
                    }
                }
            }
        });
    }

    /** A lost database is told once, until it is back. */
    private void quietly(Runnable doing) {
        try {
            doing.run();
            databaseFailed = false;
        } catch (RuntimeException failure) {
            if (!databaseFailed && running) {
                LOG.warn("Imports wait until the database answers: {}", failure.toString());
            }
            databaseFailed = true;
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
