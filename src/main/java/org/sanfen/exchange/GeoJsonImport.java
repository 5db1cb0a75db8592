package org.sanfen.exchange;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sanfen.directory.KindRegistry;
import org.sanfen.directory.PointReading;
import org.sanfen.exchange.vector.FeatureReader;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The door for registers: points in the form of {@code /api/points}, and areas of the layers beside the administrative
 * one, as GeoJSON. The file is read first, a feature at a time; then everything is written in one transaction. A file is
 * taken for the whole of each of its sources' kinds and layers: what it no longer has is gone, unless a feature was left
 * out or the file is one page of several. A second import of the same file takes no change number. Thread-safe.
 */
@Service
public class GeoJsonImport {

    private final TransactionTemplate transactions;
    private final PlaceStore places;
    private final PlaceImportStore placeStore;
    private final PointMergeStore pointStore;
    private final LayerAreaStore areaStore;
    private final ChangeNumbers numbers;
    private final KindRegistry kinds;
    private final PointReading reading;
    private final ObjectMapper json;

    GeoJsonImport(
            TransactionTemplate transactions,
            PlaceStore places,
            PlaceImportStore placeStore,
            PointMergeStore pointStore,
            LayerAreaStore areaStore,
            ChangeNumbers numbers,
            KindRegistry kinds,
            PointReading reading,
            ObjectMapper json) {
        this.transactions = transactions;
        this.places = places;
        this.placeStore = placeStore;
        this.pointStore = pointStore;
        this.areaStore = areaStore;
        this.numbers = numbers;
        this.kinds = kinds;
        this.reading = reading;
        this.json = json;
    }

    /**
     * Without an application context, for a command that is to be quick.
     *
     * @param publish as in {@code sanfen.publish}
     */
    public static GeoJsonImport on(
            JdbcClient database,
            TransactionTemplate transactions,
            PlaceStore places,
            ChangeNumbers numbers,
            KindRegistry kinds,
            PointReading reading,
            ObjectMapper json,
            String publish) {
        return new GeoJsonImport(
                transactions,
                places,
                new PlaceImportStore(database, json, publish),
                new PointMergeStore(database, json, kinds),
                new LayerAreaStore(database, json),
                numbers,
                kinds,
                reading,
                json);
    }

    /**
     * @param out for progress and for every feature or field that can't be taken
     * @throws ImportRefused if the file or the request is of no use; nothing was changed then
     */
    public ImportSummary run(GeoJsonRequest request, PrintStream out) {
        Place place = places.findPlace(request.place())
                .orElseThrow(
                        () -> new ImportRefused(
                                "There is no place \"" + request.place()
                                        + "\": import its streets first, from an OpenStreetMap extract; ./run places lists what there is."));
        if (!Files.isRegularFile(request.file())) {
            throw new ImportRefused("There is no file \"" + request.file() + "\".");
        }
        String sha256 = Sha256.of(request.file());
        out.println("Reading " + request.file().getFileName());
        RegisterFile file = new RegisterFile(request, place, kinds, reading, json, out);
        Map<String, JsonNode> beside = new FeatureReader(request.file(), json).read((number, feature) -> {
            file.take(number, feature);
            return true;
        });
        if (file.points.isEmpty() && file.areas.isEmpty()) {
            throw new ImportRefused("\"" + request.file().getFileName()
                    + "\" holds nothing that can be taken in; nothing was changed.");
        }
        boolean isPage = beside.containsKey("next") && !beside.get("next").isNull();
        return transactions.execute(write -> write(request, place, file, isPage, sha256));
    }

    private ImportSummary write(GeoJsonRequest request, Place place, RegisterFile file, boolean isPage, String sha256) {
        boolean whole = !isPage && !file.someIdsUnknown;
        long last = placeStore.lock(place.id());
        Map<String, List<RegisterPoint>> bySource = file.points.stream()
                .collect(Collectors.groupingBy(RegisterPoint::source, TreeMap::new, Collectors.toList()));
        Map<String, PointMerge.Plan> plans = new LinkedHashMap<>();
        bySource.forEach((source, points) -> plans.put(source, plan(place.id(), source, points, file, whole)));
        LayerAreaStore.Plan areas = areaStore.plan(place.id(), file.areas, whole ? file.leftOutIds : null);
        List<ChangeNumbers.Part> changed = new ArrayList<>();
        if (plans.values().stream().anyMatch(PointMerge.Plan::any)) {
            changed.add(ChangeNumbers.Part.POINTS);
        }
        if (areas.any()) {
            changed.add(ChangeNumbers.Part.AREAS);
        }
        long number = changed.isEmpty() ? last : numbers.next(place.id(), changed.toArray(ChangeNumbers.Part[]::new));
        LocalDate today = LocalDate.now(place.zone());
        plans.forEach((source, plan) -> pointStore.write(place.id(), source, request.licence(), plan, number, today));
        areaStore.write(place.id(), areas, number);
        ImportSummary summary = new ImportSummary(
                place.id(),
                "geojson",
                request.file().getFileName().toString(),
                sha256,
                null,
                number,
                !changed.isEmpty(),
                counts(file, plans.values(), areas),
                file.findings.list(),
                plans.values().stream()
                        .flatMap(plan -> plan.conflicts().stream())
                        .toList(),
                whole ? "" : remark(isPage));
        placeStore.record(place.id(), summary);
        return summary;
    }

    private PointMerge.Plan plan(
            String place, String source, List<RegisterPoint> points, RegisterFile file, boolean whole) {
        List<PointMerge.Held> held = pointStore.listHeld(place, source);
        dropUnknownParents(points, held, file);
        Set<String> kindsOfFile = points.stream().map(RegisterPoint::kind).collect(Collectors.toSet());
        return new PointMerge("the file")
                .plan(
                        held,
                        points.stream().map(RegisterPoint::said).toList(),
                        point -> whole
                                && !file.leftOutIds.contains(point.sourceId())
                                && kindsOfFile.contains(
                                        point.values().get("kind").stringValue()));
    }

    /** A point whose station can't be found, or is in charge of itself over corners, is taken in without it. */
    private static void dropUnknownParents(List<RegisterPoint> points, List<PointMerge.Held> held, RegisterFile file) {
        Map<String, String> parents = new LinkedHashMap<>();
        points.forEach(point -> parents.put(point.said().sourceId(), point.parent()));
        Set<String> known = new HashSet<>(parents.keySet());
        held.stream().filter(point -> !point.status().equals("removed")).forEach(point -> known.add(point.sourceId()));
        for (RegisterPoint point : points) {
            String parent = point.parent();
            if (parent.isEmpty()) {
                continue;
            }
            String id = point.said().sourceId();
            boolean circular = false;
            Set<String> passed = new HashSet<>();
            for (String station = parent;
                    !station.isEmpty() && passed.add(station);
                    station = parents.getOrDefault(station, "")) {
                circular |= station.equals(id);
            }
            if (circular || !known.contains(parent)) {
                String why = circular
                        ? "\"" + parent + "\" leads back to the point itself"
                        : "\"" + parent + "\" is a point neither of the file nor of the place";
                file.complain(
                        "parent_missing",
                        "Points taken in without their station",
                        point.number(),
                        id,
                        "parent",
                        why + "; the point is taken in without a station");
                point.said().values().putNull("parent");
                parents.put(id, "");
            }
        }
    }

    private static Map<String, Long> counts(
            RegisterFile file, Iterable<PointMerge.Plan> plans, LayerAreaStore.Plan areas) {
        Map<String, Long> counts = new LinkedHashMap<>();
        if (!file.points.isEmpty()) {
            counts.put("points", (long) file.points.size());
            for (PointMerge.Plan plan : plans) {
                counts.merge("points_new", (long) plan.fresh().size(), Long::sum);
                counts.merge(
                        "points_changed", (long) plan.changed().size() - plan.vanished() - plan.returned(), Long::sum);
                counts.merge("points_vanished", (long) plan.vanished(), Long::sum);
                counts.merge("points_returned", (long) plan.returned(), Long::sum);
            }
        }
        if (!file.areas.isEmpty()) {
            counts.put("areas", (long) file.areas.size());
            counts.put("areas_new_or_changed", (long) areas.fresh().size());
            counts.put("areas_vanished", (long) areas.vanished());
            if (areas.kept() > 0) {
                counts.put("areas_kept_as_edited", (long) areas.kept());
            }
        }
        counts.put("features_left_out", file.leftOut);
        return counts;
    }

    private static String remark(boolean isPage) {
        return isPage
                ? "The file is one page of several: nothing was taken for vanished."
                : "A feature that was left out states no id: nothing was taken for vanished.";
    }
}
