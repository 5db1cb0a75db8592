package org.sanfen.directory;

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
 * Lets go of pictures that staff took off a point: until then a removal can be undone, and after that nobody needs them.
 * Looks at the start and every twelve hours; replicas may all do it.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PointPhotoKeeping implements AutoCloseable {

    static final int DAYS_AFTER_REMOVAL = 30;

    private static final Logger LOG = LoggerFactory.getLogger(PointPhotoKeeping.class);
    private static final Duration EVERY = Duration.ofHours(12);

    private final PointPhotoStore photos;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "sanfen-point-photo-keeping");
        made.setDaemon(true);
        return made;
    });

    PointPhotoKeeping(PointPhotoStore photos) {
        this.photos = photos;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.scheduleWithFixedDelay(this::look, 0, EVERY.toMinutes(), TimeUnit.MINUTES);
    }

    /** A failure must not end the looking: the database may be away for a while. */
    private void look() {
        try {
            photos.deleteOutlived(DAYS_AFTER_REMOVAL);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Photos that points no longer show could not be looked through: {}",
                    failed.getClass().getName());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
