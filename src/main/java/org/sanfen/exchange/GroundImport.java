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
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Geometry;
import org.sanfen.exchange.GroundReading.Ground;
import org.sanfen.exchange.GroundReading.Telling;
import org.sanfen.exchange.ground.GroundPart;
import org.sanfen.exchange.osm.AreaRow;
import org.sanfen.exchange.osm.ExtractRows;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.osm.Names;
import org.sanfen.exchange.vector.FileCrs;
import org.sanfen.place.ChangeNumbers;
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

    private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());

    private final DataSource dataSource;
    private final TransactionTemplate transactions;
    private final PlaceImportStore placeStore;
    private final OutlineStore outlines;
    private final LayerAreaStore areaStore;
    private final ChangeNumbers numbers;
    private final Projection projection;
    private final GroundReading reading;
    private final ObjectMapper json;

    GroundImport(
            DataSource dataSource,
            TransactionTemplate transactions,
            PlaceImportStore placeStore,
            OutlineStore outlines,
            LayerAreaStore areaStore,
            ChangeNumbers numbers,
            Projection projection,
            GroundReading reading,
            ObjectMapper json) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.placeStore = placeStore;
        this.outlines = outlines;
        this.areaStore = areaStore;
        this.numbers = numbers;
        this.projection = projection;
        this.reading = reading;
        this.json = json;
    }

    /** Hears what is being done and of how many features it is done; may throw to end the import without a trace. */
    public interface Progress {
        void at(String step, long features);
    }

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
        Ground ground = reading.read(request, findings, telling);
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
            boolean rootChanges =
                    (isNew || ground.isOutlined()) && outlines.differs(place, root, GroundReading.source(request));
            LayerAreaStore.Plan cells = areaStore.plan(place, ground.cells(), Set.of(), false);
            if (rootChanges || cells.any()) {
                changed.add(ChangeNumbers.Part.AREAS);
            }
            if (cells.any()) {
                changed.add(ChangeNumbers.Part.DEMAND);
            }
            if (request.files().containsKey(GroundPart.GATES)) {
                counts.put("gates", ground.gates());
            }
            if (!ground.cells().isEmpty()) {
                count(ground.cells(), cells, counts);
            }
            if (onlyChecks) {
                if (ground.isOutlined()) {
                    outlines.stage(root, isNew ? "new" : rootChanges ? "changed" : "unchanged");
                }
                return summary(request, ground, findings, counts, null, !changed.isEmpty());
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
                outlines.replace(place, root, GroundReading.source(request), request.licence(), number);
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

    /** @param number null for a check, which nothing is recorded of */
    private static ImportSummary summary(
            GroundRequest request,
            Ground ground,
            Findings findings,
            Map<String, Long> counts,
            Long number,
            boolean isChange) {
        return new ImportSummary(
                request.place(),
                "ground",
                request.files().values().stream()
                        .map(file -> file.getFileName().toString())
                        .sorted()
                        .collect(Collectors.joining(", ")),
                number == null
                        ? ""
                        : request.files().values().stream()
                                .sorted()
                                .map(Sha256::of)
                                .collect(Collectors.joining(" ")),
                null,
                number == null ? 0 : number,
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
