package org.sanfen.exchange;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Geometry;
import org.sanfen.exchange.ground.Columns;
import org.sanfen.exchange.ground.GroundBuilder;
import org.sanfen.exchange.ground.GroundPart;
import org.sanfen.exchange.ground.PopulationCells;
import org.sanfen.exchange.osm.AreaRow;
import org.sanfen.exchange.osm.Extract;
import org.sanfen.exchange.osm.ExtractRows;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.osm.Names;
import org.sanfen.exchange.vector.FileCrs;
import org.sanfen.exchange.vector.VectorFeature;
import org.sanfen.exchange.vector.VectorFile;
import org.sanfen.exchange.vector.VectorLayer;
import org.sanfen.place.ChangeNumbers;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/**
 * Takes the ground of a place from files that are not OpenStreetMap's: streets, buildings, barriers with gates, water,
 * population, and the outline. Each part that a file is given for replaces that part of the place; the others stay. All in
 * one transaction; the same files again change nothing. Thread-safe; imports of one place wait for each other.
 */
@Service
public class GroundImport {

    private static final int BATCH = 2000;
    private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());

    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final PlaceStore places;
    private final PlaceImportStore placeStore;
    private final OutlineStore outlines;
    private final LayerAreaStore areaStore;
    private final ChangeNumbers numbers;
    private final Projection projection;
    private final ObjectMapper json;

    GroundImport(
            DataSource dataSource,
            TransactionTemplate transactions,
            PlaceStore places,
            PlaceImportStore placeStore,
            OutlineStore outlines,
            LayerAreaStore areaStore,
            ChangeNumbers numbers,
            Projection projection,
            ObjectMapper json) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.places = places;
        this.placeStore = placeStore;
        this.outlines = outlines;
        this.areaStore = areaStore;
        this.numbers = numbers;
        this.projection = projection;
        this.json = json;
    }

    /** What was read of all files, before anything is written. */
    private record Ground(
            Optional<Place> known, Extract extract, PlaceFacts facts, boolean isOutlined, List<RegisterArea> cells) {}

    /** Hears what is being done and of how many features it is done; may throw to end the import without a trace. */
    public interface Progress {
        void at(String step, long features);
    }

    /** Where an import tells how far it is. */
    private record Telling(PrintStream out, Progress progress) {}

    /**
     * @param out for progress
     * @throws ImportRefused if the files or the request are of no use; nothing was changed then
     */
    public ImportSummary run(GroundRequest request, PrintStream out) {
        return run(request, new Findings(), new Telling(out, (step, features) -> {}), false);
    }

    /** The same for who looks on from elsewhere; in the caller's transaction where there is one. */
    public ImportSummary run(GroundRequest request, Findings findings, Progress progress) {
        return run(request, findings, new Telling(QUIET, progress), false);
    }

    /**
     * What {@link #run} would do, without doing any of it. What the files hold stays staged until the caller's transaction
     * ends: {@code staged_street}, {@code staged_building}, {@code staged_basemap_feature}, {@code staged_outline}, as far as files
     * were given.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ImportSummary check(GroundRequest request, Findings findings, Progress progress) {
        return run(request, findings, new Telling(QUIET, progress), true);
    }

    private ImportSummary run(GroundRequest request, Findings findings, Telling telling, boolean onlyChecks) {
        Ground ground = read(request, findings, telling);
        return transactions.execute(write -> {
            try {
                return write(request, ground, findings, telling, onlyChecks);
            } catch (SQLException failed) {
                throw new ImportRefused(failed, Refusal.DATABASE, "detail", String.valueOf(failed.getMessage()));
            }
        });
    }

    /**
     * Geometries of a file as they would be taken.
     *
     * @param system that staff say
     * @param what they are, for sentences
     */
    public List<Geometry> toWgs84(List<Geometry> geometries, GroundRequest.System system, FileCrs stated, String what) {
        return GroundSystem.of(system, stated, what, projection, new Findings()).toWgs84(geometries);
    }

    private Ground read(GroundRequest request, Findings findings, Telling telling) {
        Optional<Place> known = places.findPlace(request.place());
        if (known.filter(Place::schematic).isPresent()) {
            throw new ImportRefused(Refusal.PLACE_SCHEMATIC, "place", request.place());
        }
        GroundBuilder builder = new GroundBuilder(findings);
        List<RegisterArea> cells = new ArrayList<>();
        new TreeMap<>(request.files()).forEach((part, path) -> {
            telling.out().println("Reading the " + part.word() + " from " + path.getFileName());
            telling.progress().at(part.word(), 0);
            try (VectorFile file = VectorFile.open(path, request.charsets().get(part))) {
                read(request, part, file, builder, cells, findings, telling);
            }
        });
        Geometry outline = builder.outline();
        Geometry root =
                outline != null ? outline : outlines.findRoot(request.place()).orElse(null);
        if (root == null && !request.files().containsKey(GroundPart.STREETS)) {
            throw new ImportRefused(Refusal.PLACE_NOT_BEGUN, "place", request.place());
        }
        telling.progress().at("joining", 0);
        Extract extract = builder.extract(root, request.name(), request.endsOnly(), request.mends());
        PlaceFacts facts = facts(request, known, extract);
        return new Ground(known, extract, facts, outline != null, cells);
    }

    private void read(
            GroundRequest request,
            GroundPart part,
            VectorFile file,
            GroundBuilder builder,
            List<RegisterArea> cells,
            Findings findings,
            Telling telling) {
        VectorLayer layer = file.layer(request.layers().get(part));
        Columns columns = Columns.of(part, layer.columns(), request.columns().getOrDefault(part, Map.of()));
        if (!columns.toString().isEmpty()) {
            telling.out().println("  " + columns);
        }
        GroundSystem system = GroundSystem.of(
                request.systems().get(part),
                layer.crs(),
                request.files().get(part).getFileName().toString(),
                projection,
                findings);
        List<VectorFeature> batch = new ArrayList<>();
        file.read(layer.name(), feature -> {
            batch.add(feature);
            if (batch.size() == BATCH && part != GroundPart.POPULATION) {
                send(batch, system, feature2 -> builder.take(part, feature2, columns));
                batch.clear();
                telling.progress().at(part.word(), feature.number());
            }
        });
        if (part == GroundPart.POPULATION) {
            cells.addAll(cells(request, PopulationCells.of(batch, columns, findings), system));
        } else {
            send(batch, system, feature -> builder.take(part, feature, columns));
        }
    }

    private static void send(List<VectorFeature> batch, GroundSystem system, Consumer<VectorFeature> taker) {
        List<VectorFeature> shaped =
                batch.stream().filter(feature -> feature.geometry() != null).toList();
        List<Geometry> degrees =
                system.toWgs84(shaped.stream().map(VectorFeature::geometry).toList());
        for (int i = 0; i < shaped.size(); i++) {
            VectorFeature feature = shaped.get(i);
            taker.accept(new VectorFeature(feature.number(), degrees.get(i), feature.values()));
        }
        batch.stream().filter(feature -> feature.geometry() == null).forEach(taker);
    }

    private static List<RegisterArea> cells(
            GroundRequest request, List<PopulationCells.Cell> cells, GroundSystem system) {
        List<Geometry> degrees =
                system.toWgs84(cells.stream().map(PopulationCells.Cell::ground).toList());
        List<RegisterArea> areas = new ArrayList<>();
        for (int i = 0; i < degrees.size(); i++) {
            PopulationCells.Cell cell = cells.get(i);
            areas.add(new RegisterArea(
                    cell.number(),
                    source(request),
                    request.licence(),
                    "grid",
                    cell.code(),
                    cell.name(),
                    Map.of(),
                    OutlineMending.multi(degrees.get(i)),
                    cell.residents()));
        }
        return areas;
    }

    /** What was said of the place, found out or known; the new source stands beside those it already has. */
    private static PlaceFacts facts(GroundRequest request, Optional<Place> known, Extract extract) {
        ImportRequest said = new ImportRequest(
                null, request.place(), request.name(), request.names(), request.zone(), request.country(), null, false);
        PlaceFacts found = new PlaceDeduction().deduce(said, known, extract);
        String before = known.map(Place::attribution).orElse(null);
        String source = source(request);
        String attribution = before == null ? source : before.contains(source) ? before : before + " · " + source;
        return new PlaceFacts(
                found.name(),
                found.names(),
                found.zone(),
                found.country(),
                found.languages(),
                found.emergencyNumbers(),
                attribution,
                known.map(Place::licence).orElse(request.licence()),
                found.remark());
    }

    private static String source(GroundRequest request) {
        return request.source() == null ? "operator's own data" : request.source();
    }

    private ImportSummary write(
            GroundRequest request, Ground ground, Findings findings, Telling telling, boolean onlyChecks)
            throws SQLException {
        telling.progress().at(onlyChecks ? "comparing" : "writing", 0);
        String place = request.place();
        ExtractRows rows =
                new ExtractRows(ground.extract(), new Names(ground.facts().languages()), findings);
        AreaRow root = rows.areas(ground.facts().name()).get(0);
        Geometry bounds = root.geometry().getEnvelope();
        boolean isNew = onlyChecks
                ? ground.known().isEmpty()
                : placeStore.add(
                        place,
                        ground.facts(),
                        bounds,
                        new ImportRequest(null, place, null, Map.of(), null, null, null, false));
        long last = onlyChecks ? 0 : placeStore.lock(place);
        Set<ChangeNumbers.Part> changed = new HashSet<>();
        if (isNew) {
            changed.addAll(Set.of(ChangeNumbers.Part.values()));
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        List<VersionedRows> tables = new ArrayList<>();
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (Sending sending = new Sending()) {
            for (Map.Entry<VersionedRows.Statements, VersionedRows.Rows> table :
                    tables(request, rows).entrySet()) {
                VersionedRows versioned = new VersionedRows(sending, connection, json, table.getKey(), place);
                versioned.fill(table.getValue());
                VersionedRows.Changes changes = versioned.compare();
                if (changes.any()) {
                    tables.add(versioned);
                    changed.add(versioned.part());
                }
                String name = table.getKey().table();
                counts.put(name + "s", changes.rows());
                counts.put(name + "s_new_or_changed", changes.fresh());
                counts.put(name + "s_ended", changes.gone());
                telling.out().printf("%-16s %,12d%n", name + "s", changes.rows());
            }
            boolean rootChanges = (isNew || ground.isOutlined()) && outlines.differs(place, root, source(request));
            LayerAreaStore.Plan cells = areaStore.plan(place, ground.cells(), Set.of(), false);
            if (rootChanges || cells.any()) {
                changed.add(ChangeNumbers.Part.AREAS);
            }
            if (cells.any()) {
                changed.add(ChangeNumbers.Part.DEMAND);
            }
            if (!ground.cells().isEmpty()) {
                count(ground.cells(), cells, counts);
            }
            if (onlyChecks) {
                if (ground.isOutlined()) {
                    outlines.stage(root, isNew ? "new" : rootChanges ? "changed" : "unchanged");
                }
                return summary(request, ground, findings, counts, last, !changed.isEmpty());
            }
            if (!isNew
                    && placeStore.update(place, ground.facts(), outlines.bounds(place, rootChanges ? bounds : null))) {
                changed.add(ChangeNumbers.Part.SETTINGS);
            }
            long number = changed.isEmpty()
                    ? last
                    : numbers.next(place, changed.stream().sorted().toArray(ChangeNumbers.Part[]::new));
            for (VersionedRows table : tables) {
                table.apply(number);
            }
            if (rootChanges) {
                outlines.replace(place, root, source(request), request.licence(), number);
            }
            areaStore.write(place, cells, number, null);
            ImportSummary summary = summary(request, ground, findings, counts, number, !changed.isEmpty());
            placeStore.record(place, summary);
            return summary;
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static void count(List<RegisterArea> given, LayerAreaStore.Plan plan, Map<String, Long> counts) {
        long changed = plan.ended().size() - plan.vanished();
        counts.put("population_cells", (long) given.size());
        counts.put("population_cells_new_or_changed", (long) plan.fresh().size());
        counts.put("population_cells_changed", changed);
        counts.put("population_cells_ended", (long) plan.vanished());
    }

    private static ImportSummary summary(
            GroundRequest request,
            Ground ground,
            Findings findings,
            Map<String, Long> counts,
            long number,
            boolean isChange) {
        return new ImportSummary(
                request.place(),
                "ground",
                request.files().values().stream()
                        .map(file -> file.getFileName().toString())
                        .sorted()
                        .collect(Collectors.joining(", ")),
                request.files().values().stream().sorted().map(Sha256::of).collect(Collectors.joining(" ")),
                null,
                number,
                isChange,
                counts,
                findings.list(),
                List.of(),
                ground.facts().remark());
    }

    /** The tables that the given files speak of, and of the basemap its layers. */
    private static Map<VersionedRows.Statements, VersionedRows.Rows> tables(GroundRequest request, ExtractRows rows) {
        Map<VersionedRows.Statements, VersionedRows.Rows> tables = new LinkedHashMap<>();
        Map<GroundPart, Path> files = new EnumMap<>(request.files());
        Set<String> layers = new HashSet<>();
        if (files.containsKey(GroundPart.STREETS)) {
            tables.put(StreetTable.STATEMENTS, table -> rows.streets(Unchecked.into(table, StreetTable::write)));
            layers.add("road");
        }
        if (files.containsKey(GroundPart.BUILDINGS)) {
            tables.put(BuildingTable.STATEMENTS, table -> rows.buildings(Unchecked.into(table, BuildingTable::write)));
        }
        if (files.containsKey(GroundPart.BARRIERS)) {
            layers.add("wall");
        }
        if (files.containsKey(GroundPart.WATER)) {
            layers.addAll(Set.of("water", "waterway"));
        }
        if (!layers.isEmpty()) {
            tables.put(
                    BasemapTable.of(layers),
                    table -> rows.basemap(Unchecked.into(table, (to, row) -> {
                        if (layers.contains(row.layer())) {
                            BasemapTable.write(to, row);
                        }
                    })));
        }
        return tables;
    }
}
