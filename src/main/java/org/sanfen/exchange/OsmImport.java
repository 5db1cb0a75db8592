package org.sanfen.exchange;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Geometry;
import org.sanfen.directory.KindRegistry;
import org.sanfen.exchange.osm.AreaRow;
import org.sanfen.exchange.osm.Extract;
import org.sanfen.exchange.osm.ExtractReader;
import org.sanfen.exchange.osm.ExtractRows;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.osm.Names;
import org.sanfen.exchange.osm.OsmFile;
import org.sanfen.exchange.osm.PointKinds;
import org.sanfen.exchange.osm.PointRow;
import org.sanfen.exchange.register.KindTags;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.ObjectMapper;

/**
 * Imports one OpenStreetMap extract into one place. The file is read first; then everything is written in one
 * transaction, so that an import either happens as a whole or not at all. A second import of the same file changes
 * nothing and takes no change number. Thread-safe; imports of one place wait for each other.
 */
@Service
public class OsmImport {

    private static final List<VersionedRows.Statements> TABLES =
            List.of(StreetTable.STATEMENTS, BuildingTable.STATEMENTS, BasemapTable.STATEMENTS);

    private final DataSource dataSource;
    private final Supplier<ImportStores> stores;
    private final PointKinds kinds;

    @Autowired
    OsmImport(DataSource dataSource, ImportStores stores) {
        this(dataSource, () -> stores);
    }

    private OsmImport(DataSource dataSource, Supplier<ImportStores> stores) {
        this.dataSource = dataSource;
        this.stores = stores;
        this.kinds = new LaterKinds(
                SingletonSupplier.of(() -> new KindTags(stores.get().kinds().listKinds())));
    }

    /**
     * What an import needs of other packages.
     *
     * @param publish as in {@code sanfen.publish}
     */
    public record Parts(
            JdbcClient database,
            TransactionTemplate transactions,
            PlaceStore places,
            ChangeNumbers numbers,
            KindRegistry registry,
            ObjectMapper json,
            String publish) {

        private ImportStores stores() {
            return new ImportStores(
                    transactions,
                    places,
                    new PlaceImportStore(database, json, publish),
                    new AreaImportStore(database, json),
                    new PointMergeStore(database, json, registry),
                    numbers,
                    registry,
                    json);
        }
    }

    /**
     * Without an application context, for a command that is to be quick.
     *
     * @param parts may still be on their way when the file is being read
     */
    public static OsmImport on(DataSource dataSource, CompletableFuture<Parts> parts) {
        return new OsmImport(dataSource, parts.thenApply(Parts::stores)::join);
    }

    /**
     * @param out for progress
     * @throws ImportRefused if the file or the request is of no use; nothing was changed then
     */
    public ImportSummary run(ImportRequest request, PrintStream out) {
        Findings findings = new Findings();
        OsmFile file = new OsmFile(request.file());
        KnownPlace known = new KnownPlace(() -> lookUp(request));
        out.println("Reading " + request.file().getFileName());
        Extract extract = new ExtractReader(file, kinds, findings, out).read(known);
        PlaceFacts facts = new PlaceDeduction().deduce(request, known.place(), extract);
        return stores.get().transactions().execute(write -> {
            try {
                return write(stores.get(), request, file, extract, facts, findings, out);
            } catch (SQLException failed) {
                throw new ImportRefused(
                        "The database refused the import, and nothing was changed: " + failed.getMessage(), failed);
            }
        });
    }

    private KnownPlace.Answer lookUp(ImportRequest request) {
        Optional<Place> place = stores.get().places().findPlace(request.place());
        if (!request.schematic() && place.filter(Place::schematic).isPresent()) {
            throw new ImportRefused(
                    "\"" + request.place() + "\" is the schematic demonstration town, and a real city in it"
                            + " would be labelled as made up: take it away first with ./run demo remove, or choose another id.");
        }
        String area = request.area() != null
                ? request.area()
                : stores.get().areas().findRootSource(request.place()).orElse(null);
        return new KnownPlace.Answer(place, area);
    }

    /** Does all that {@link #run} does before it writes: only for a start that is to load its classes. */
    public void rehearse(Path file) {
        ImportRequest request = new ImportRequest(file, "rehearsal", null, Map.of(), null, null, null, false);
        KnownPlace known = new KnownPlace(() -> lookUp(request));
        Findings findings = new Findings();
        Extract extract = new ExtractReader(
                        new OsmFile(file), kinds, findings, new PrintStream(OutputStream.nullOutputStream()))
                .read(known);
        PlaceFacts facts = new PlaceDeduction().deduce(request, known.place(), extract);
        Sha256.of(file);
        ExtractRows rows = new ExtractRows(extract, new Names(facts.languages()), findings);
        rows.areas(facts.name());
        rows.points(kinds, facts.country());
        rows.streets(row -> {});
        rows.buildings(row -> {});
        rows.basemap(row -> {});
    }

    private ImportSummary write(
            ImportStores stores,
            ImportRequest request,
            OsmFile file,
            Extract extract,
            PlaceFacts facts,
            Findings findings,
            PrintStream out)
            throws SQLException {
        String place = request.place();
        ExtractRows rows = new ExtractRows(extract, new Names(facts.languages()), findings);
        List<AreaRow> areas = rows.areas(facts.name());
        Geometry bounds = areas.get(0).geometry().getEnvelope();
        boolean isNew = stores.place().add(place, facts, bounds, request);
        boolean isFirst = isNew && stores.place().isAlone(place);
        List<PointRow> points = rows.points(kinds, facts.country());
        Map<String, Long> counts = new LinkedHashMap<>();
        List<ChangeNumbers.Part> changed = new ArrayList<>();
        List<VersionedRows> tables = new ArrayList<>();
        long number = isNew ? stores.numbers().next(place, ChangeNumbers.Part.values()) : 0;
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (Sending sending = new Sending()) {
            for (VersionedRows.Statements statements : TABLES) {
                VersionedRows table = new VersionedRows(sending, connection, stores.json(), statements, place);
                VersionedRows.Rows source = source(statements, rows);
                VersionedRows.Changes changes;
                if (isFirst) {
                    changes = table.fillFirst(number, source);
                } else if (isNew) {
                    changes = table.fillNew(number, source);
                } else {
                    table.fill(source);
                    changes = table.compare();
                    if (changes.any()) {
                        tables.add(table);
                        changed.add(table.part());
                    }
                }
                count(counts, statements.part(), changes);
                out.printf("%-10s %,12d%n", name(statements.part()), changes.rows());
            }
            String sha256 = Sha256.of(request.file()); // while the server indexes
            sending.finish();
            if (!isNew && stores.place().update(place, facts, bounds)) {
                changed.add(ChangeNumbers.Part.SETTINGS);
            }
            long last = stores.place().lock(place);
            AreaImportStore.Plan areaPlan = stores.areas().plan(place, areas);
            PointMerge.Plan pointPlan = new PointMerge(PointMerge.TITLE)
                    .plan(
                            stores.points().listHeld(place, PointMerge.SOURCE),
                            PointMerge.said(points, stores.json()),
                            held -> extract.clip()
                                    .takes(
                                            held.values().get("lon").asDouble(),
                                            held.values().get("lat").asDouble()));
            if (areaPlan.any()) {
                changed.add(ChangeNumbers.Part.AREAS);
            }
            if (pointPlan.any()) {
                changed.add(ChangeNumbers.Part.POINTS);
            }
            boolean anything = isNew || !changed.isEmpty();
            if (!isNew) {
                number = anything ? stores.numbers().next(place, changed.toArray(ChangeNumbers.Part[]::new)) : last;
            }
            for (VersionedRows table : tables) {
                table.apply(number);
            }
            stores.areas().write(place, areaPlan, facts.licence(), number);
            stores.points().write(place, PointMerge.SOURCE, facts.licence(), pointPlan, number, dateOf(extract));
            count(counts, areaPlan, pointPlan, points.size());
            ImportSummary summary = new ImportSummary(
                    place,
                    file.format(),
                    request.file().getFileName().toString(),
                    sha256,
                    extract.dataDate(),
                    number,
                    anything,
                    counts,
                    findings.list(),
                    pointPlan.conflicts(),
                    facts.remark());
            stores.place().record(place, summary);
            return summary;
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static VersionedRows.Rows source(VersionedRows.Statements statements, ExtractRows rows) {
        return switch (statements.part()) {
            case STREETS -> table -> rows.streets(Unchecked.into(table, StreetTable::write));
            case DEMAND -> table -> rows.buildings(Unchecked.into(table, BuildingTable::write));
            default -> table -> rows.basemap(Unchecked.into(table, BasemapTable::write));
        };
    }

    private static String name(ChangeNumbers.Part part) {
        return part == ChangeNumbers.Part.DEMAND ? "buildings" : part.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static void count(Map<String, Long> counts, ChangeNumbers.Part part, VersionedRows.Changes changes) {
        counts.put(name(part), changes.rows());
        counts.put(name(part) + "_new_or_changed", changes.fresh());
        counts.put(name(part) + "_ended", changes.gone());
    }

    private static void count(
            Map<String, Long> counts, AreaImportStore.Plan areas, PointMerge.Plan points, long pointRows) {
        counts.put("areas", (long) areas.all());
        counts.put("areas_new_or_changed", (long) areas.fresh().size());
        counts.put("points", pointRows);
        counts.put("points_new", (long) points.fresh().size());
        counts.put("points_changed", (long) points.changed().size() - points.vanished() - points.returned());
        counts.put("points_vanished", (long) points.vanished());
        counts.put("points_returned", (long) points.returned());
    }

    private static LocalDate dateOf(Extract extract) {
        return Optional.ofNullable(extract.dataDate())
                .map(date -> date.atZone(ZoneOffset.UTC).toLocalDate())
                .orElseGet(LocalDate::now);
    }
}
