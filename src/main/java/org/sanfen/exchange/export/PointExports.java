package org.sanfen.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sanfen.directory.EmergencyPoint;
import org.sanfen.directory.PointFilter;
import org.sanfen.directory.SelectedPoints;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.ChangeNumbers.Part;
import org.sanfen.place.Place;
import org.sanfen.web.Messages;
import org.springframework.stereotype.Service;

/** Makes an export of chosen points ready, and writes it. Thread-safe. */
@Service
class PointExports {

    private final SelectedPoints points;
    private final ChangeNumbers numbers;
    private final Messages messages;
    private final Map<ExportFormat, PointExport> writers = new EnumMap<>(ExportFormat.class);

    PointExports(SelectedPoints points, ChangeNumbers numbers, Messages messages, List<PointExport> writers) {
        this.points = points;
        this.numbers = numbers;
        this.messages = messages;
        writers.forEach(writer -> this.writers.put(writer.format(), writer));
    }

    /**
     * An export about to be written.
     *
     * @param fileName says of which place, and whether it is schematic or internal
     * @param points how many the filter chooses
     */
    record Ready(ExportFormat format, String fileName, PointFilter filter, long points, PointExport.Content content) {}

    Ready prepare(Place place, PointFilter filter, ExportFormat format, String language) {
        // Read before the points: a write in between makes the file newer than its number, never older.
        long changeNumber = numbers.current(place.id()).get(Part.POINTS);
        SelectedPoints.Overview overview = points.overview(filter);
        boolean internal = overview.internal() > 0;
        ExportNotice notice = new ExportNotice(
                place,
                language,
                place.schematic() ? messages.text(language, "site.schematic") : null,
                internal ? messages.text(language, "admin.export.internal_label") : null,
                changeNumber,
                Instant.now());
        String fileName = "sanfen-%s-points%s%s.%s"
                .formatted(
                        place.id(),
                        place.schematic() ? "-schematic" : "",
                        internal ? "-internal" : "",
                        format.ending());
        return new Ready(
                format,
                fileName,
                filter,
                overview.points(),
                new PointExport.Content(notice, overview.columns(), taker -> forEach(place, filter, taker)));
    }

    void write(Ready ready, OutputStream out) throws IOException {
        try {
            writers.get(ready.format()).write(ready.content(), out);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private void forEach(Place place, PointFilter filter, PointExport.Taker taker) {
        Map<String, SelectedPoints.Station> stations = points.stations(place.id());
        points.forEach(filter, point -> {
            try {
                taker.take(new ExportedPoint(point, parent(point, stations)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /** A source knows its own stations by its own ids. */
    private static String parent(EmergencyPoint point, Map<String, SelectedPoints.Station> stations) {
        SelectedPoints.Station station = point.parent() == null ? null : stations.get(point.parent());
        return station != null && point.sourceId() != null && station.source().equals(point.source())
                ? station.sourceId()
                : point.parent();
    }
}
