package org.sanfen.upkeep;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets go of the pictures of reports that have long been closed: a picture may show somebody, and nobody needs it any more.
 * Looks at the start and every six hours; replicas may all do it.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PhotoKeeping implements AutoCloseable {

    static final int DAYS_AFTER_CLOSING = 30;

    private static final Logger LOG = LoggerFactory.getLogger(PhotoKeeping.class);
    private static final Duration EVERY = Duration.ofHours(6);

    private final PhotoStore photos;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "sanfen-photo-keeping");
        made.setDaemon(true);
        return made;
    });

    PhotoKeeping(PhotoStore photos) {
        this.photos = photos;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.scheduleWithFixedDelay(this::look, 0, EVERY.toMinutes(), TimeUnit.MINUTES);
    }

    /** A failure must not end the looking: the database may be away for a while. */
    private void look() {
        try {
            photos.deleteOutlived(DAYS_AFTER_CLOSING);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Pictures of closed reports could not be looked through: {}",
                    failed.getClass().getName());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
