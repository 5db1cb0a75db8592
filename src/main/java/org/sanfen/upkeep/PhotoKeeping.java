package org.sanfen.upkeep;

import java.util.concurrent.TimeUnit;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.place.BackgroundLook;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets go of pictures that nobody needs any more, since one may show somebody: those of reports that have long been
 * closed, and those that staff took off a point so long ago that the removal is not undone any more. Looks a minute after
 * the start, out of its way, and every hour; replicas may all do it.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PhotoKeeping implements SmartLifecycle {

    static final int DAYS_AFTER_CLOSING = 30;
    private static final int DAYS_AFTER_REMOVAL = 30;

    private final PhotoStore photos;
    private final DirectoryPoints points;
    private final BackgroundLook background = new BackgroundLook("Deletions of outlived pictures");

    PhotoKeeping(PhotoStore photos, DirectoryPoints points) {
        this.photos = photos;
        this.points = points;
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        background.every(TimeUnit.MINUTES.toMillis(1), TimeUnit.HOURS.toMillis(1), () -> {
            photos.deleteOutlived(DAYS_AFTER_CLOSING);
            points.deleteOutlivedPhotos(DAYS_AFTER_REMOVAL);
        });
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
