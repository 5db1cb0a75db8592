package org.sanfen.exchange.job;

import java.util.concurrent.TimeUnit;
import org.sanfen.place.BackgroundLook;
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
class ImportWorker implements SmartLifecycle {

    private final ImportJobStore jobs;
    private final ImportWork work;
    private final long pauseMs;
    private final int keptDays;
    private final BackgroundLook background = new BackgroundLook("Imports");

    ImportWorker(
            ImportJobStore jobs,
            ImportWork work,
            @Value("${sanfen.imports.pause-ms:3000}") long pauseMs,
            @Value("${sanfen.imports.kept-days:30}") int keptDays) {
        this.jobs = jobs;
        this.work = work;
        this.pauseMs = pauseMs;
        this.keptDays = keptDays;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        background.every(pauseMs, this::look);
        background.every(TimeUnit.HOURS.toMillis(1), () -> jobs.tidy(keptDays));
    }

    /** There is something to do. */
    void poke() {
        background.soon(this::look);
    }

    private void look() {
        for (long id : jobs.listAtWork()) {
            if (background.isRunning()) {
                work.carryOut(id, (step, rows) -> {});
            }
        }
    }

    @Override
    public void start() {
        background.start();
    }

    @Override
    public void stop() {
        background.stop();
    }

    @Override
    public boolean isRunning() {
        return background.isRunning();
    }
}
