package org.sanfen.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.sanfen.directory.Audience;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.report.ReportFiles.Wanted;
import org.sanfen.report.file.FileFormat;
import org.sanfen.web.PageLanguage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Prints one report for nobody, once, a little after the server has begun to answer: the first PDF takes several times as
 * long as the next ones, nearly all of it for classes and code that no page has used before. The smallest place is taken,
 * as the public sees it; whatever goes wrong shows itself again to the first who asks.
 */
@Service
public class ReportWarmup implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReportWarmup.class);

    /** The first visitors, and the coverage runs of places just imported, come first. */
    private static final int AFTER_S = 10;

    private final PlaceStore places;
    private final ReportFiles files;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread printer = new Thread(work, "report warm-up");
        printer.setDaemon(true);
        printer.setPriority(Thread.MIN_PRIORITY);
        return printer;
    });

    ReportWarmup(PlaceStore places, ReportFiles files) {
        this.places = places;
        this.files = files;
    }

    /** Returns at once. */
    public void begin() {
        thread.schedule(this::print, AFTER_S, TimeUnit.SECONDS);
        thread.shutdown();
    }

    /** Prints on the caller's thread. */
    public void print() {
        try {
            Optional<Place> smallest = findSmallest();
            if (smallest.isPresent()) {
                String language = PageLanguage.ALL.iterator().next();
                files.write(
                        new Wanted(Audience.PUBLIC, smallest.get().id(), null, null, language, FileFormat.PDF),
                        OutputStream.nullOutputStream());
            }
        } catch (RuntimeException | IOException failure) {
            LOG.debug("No report could be printed ahead: {}", failure.toString());
        }
    }

    /** The place of the quickest report; empty where none has been loaded. */
    public Optional<Place> findSmallest() {
        return places.listPlaces().stream().min(Comparator.comparingDouble(ReportWarmup::extent));
    }

    /** In square degrees: enough to tell a town from a country. */
    private static double extent(Place place) {
        List<Double> box = place.bounds();
        return box == null ? Double.MAX_VALUE : (box.get(2) - box.get(0)) * (box.get(3) - box.get(1));
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
