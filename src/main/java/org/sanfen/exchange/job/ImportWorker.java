package org.sanfen.exchange.job;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.sanfen.place.BackgroundLook;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Carries out what jobs of every kind wish, of registers and of ground, one after another so that memory stays bounded: when
 * told, and every few seconds what another server may have left behind when it died. Lets go of what is old once an hour.
 * Only the server has it.
 */
@Component
@ConditionalOnWebApplication
public class ImportWorker extends BackgroundLook {

    private final List<WaitingWork> kinds;
    private final long pauseMs;
    private final int keptDays;

    ImportWorker(
            List<WaitingWork> kinds,
            @Value("${sanfen.imports.pause-ms:3000}") long pauseMs,
            @Value("${sanfen.imports.kept-days:30}") int keptDays) {
        super("Imports");
        this.kinds = kinds;
        this.pauseMs = pauseMs;
        this.keptDays = keptDays;
    }

    @Override
    protected void begin() {
        every(pauseMs, pauseMs, this::look);
        every(
                TimeUnit.MINUTES.toMillis(1),
                TimeUnit.HOURS.toMillis(1),
                () -> kinds.forEach(work -> work.tidy(keptDays)));
    }

    /** There is something to do. */
    public void poke() {
        soon(this::look);
    }

    private void look() {
        for (WaitingWork work : kinds) {
            for (long id : work.listWaiting()) {
                if (isRunning()) {
                    work.carryOut(id);
                }
            }
        }
    }
}
