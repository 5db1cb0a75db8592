package org.sanfen.upkeep;

import java.util.concurrent.TimeUnit;
import org.sanfen.directory.DirectoryPoints;
import org.sanfen.place.BackgroundLook;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/**
 * Lets go of pictures that nobody needs any more, since one may show somebody: those of reports that have long been
 * closed, and those that staff took off a point so long ago that the removal is not undone any more. Looks a minute after
 * the start, out of its way, and every hour; replicas may all do it.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class PhotoKeeping extends BackgroundLook {

    static final int DAYS_AFTER_CLOSING = 30;
    private static final int DAYS_AFTER_REMOVAL = 30;

    private final PhotoStore photos;
    private final DirectoryPoints points;

    PhotoKeeping(PhotoStore photos, DirectoryPoints points) {
        super("Deletions of outlived pictures");
        this.photos = photos;
        this.points = points;
    }

    @Override
    protected void begin() {
        every(TimeUnit.MINUTES.toMillis(1), TimeUnit.HOURS.toMillis(1), () -> {
            photos.deleteOutlived(DAYS_AFTER_CLOSING);
            points.deleteOutlivedPhotos(DAYS_AFTER_REMOVAL);
        });
    }
}
