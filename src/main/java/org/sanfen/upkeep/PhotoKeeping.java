package org.sanfen.upkeep;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sanfen.directory.DirectoryPoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets go of pictures that nobody needs any more, since one may show somebody: those of reports that have long been closed,
 * and those that staff took off a point so long ago that the removal is not undone any more. Looks at the start and every six hours; replicas may all do it.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PhotoKeeping implements AutoCloseable {

    static final int DAYS_AFTER_CLOSING = 30;
    private static final int DAYS_AFTER_REMOVAL = 30;

    private static final Logger LOG = LoggerFactory.getLogger(PhotoKeeping.class);
    private static final Duration EVERY = Duration.ofHours(6);

    private final PhotoStore photos;
    private final DirectoryPoints points;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "sanfen-photo-keeping");
        made.setDaemon(true);
        return made;
    });

    PhotoKeeping(PhotoStore photos, DirectoryPoints points) {
        this.photos = photos;
        this.points = points;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.scheduleWithFixedDelay(
                () -> {
                    look("reports", () -> photos.deleteOutlived(DAYS_AFTER_CLOSING));
                    look("points", () -> points.deleteOutlivedPhotos(DAYS_AFTER_REMOVAL));
                },
                0,
                EVERY.toMinutes(),
                TimeUnit.MINUTES);
    }

    /** A failure must not end the looking: the database may be away for a while. */
    private static void look(String whose, Runnable deletion) {
        try {
            deletion.run();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Outlived pictures of {} could not be looked through: {}",
                    whose,
                    failed.getClass().getName());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
