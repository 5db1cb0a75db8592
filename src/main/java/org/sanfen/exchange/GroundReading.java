package org.sanfen.exchange;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.sanfen.exchange.ground.Columns;
import org.sanfen.exchange.ground.GroundBuilder;
import org.sanfen.exchange.ground.GroundPart;
import org.sanfen.exchange.ground.PopulationCells;
import org.sanfen.exchange.osm.Extract;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.vector.VectorFeature;
import org.sanfen.exchange.vector.VectorFile;
import org.sanfen.exchange.vector.VectorLayer;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.springframework.stereotype.Component;

/**
 * Reads the files of a bureau into an extract and the cells of its population, and finds out what is to know of their place;
 * writes nothing. Thread-safe.
 */
@Component
class GroundReading {

    private static final int BATCH = 2000;

    private final PlaceStore places;
    private final OutlineStore outlines;
    private final Projection projection;

    GroundReading(PlaceStore places, OutlineStore outlines, Projection projection) {
        this.places = places;
        this.outlines = outlines;
        this.projection = projection;
    }

    /** What was read of all files. @param gates that open barriers; a place keeps the openings and not them */
    record Ground(
            Optional<Place> known,
            Extract extract,
            PlaceFacts facts,
            boolean isOutlined,
            List<RegisterArea> cells,
            long gates) {}

    /** Where an import tells how far it is. */
    record Telling(PrintStream out, GroundImport.Progress progress) {}

    /** @throws ImportRefused if the files or the request are of no use */
    Ground read(GroundRequest request, Findings findings, Telling telling) {
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
        if (root == null && builder.isEmpty()) {
            throw new ImportRefused(
                    Refusal.NO_FEATURE_ROW,
                    "name",
                    request.files().get(GroundPart.STREETS).getFileName().toString());
        }
        telling.progress().at("joining", 0);
        Extract extract = builder.extract(root, request.name(), request.endsOnly(), request.mends());
        PlaceFacts facts = facts(request, known, extract);
        return new Ground(known, extract, facts, outline != null, cells, builder.gates());
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
        String name = request.files().get(part).getFileName().toString();
        tellMissing(file, name, request.systems().containsKey(part), findings);
        GroundSystem system = GroundSystem.of(request.systems().get(part), layer.crs(), name, projection, findings);
        List<VectorFeature> batch = new ArrayList<>();
        file.read(layer.name(), feature -> {
            batch.add(feature);
            if (batch.size() == BATCH && part != GroundPart.POPULATION) {
                send(batch, system, feature2 -> builder.take(part, feature2, columns));
                batch.clear();
                telling.progress().at(part.word(), feature.number());
            }
            return true;
        });
        if (part == GroundPart.POPULATION) {
            PopulationCells.requireAny(batch, columns, name, layer.columns());
            cells.addAll(cells(request, PopulationCells.of(batch, columns, system::toWgs84, findings), system));
        } else {
            send(batch, system, feature -> builder.take(part, feature, columns));
            builder.requireAny(part, name);
        }
    }

    private static void tellMissing(VectorFile file, String name, boolean isSystemSaid, Findings findings) {
        if (file.missing().contains("dbf")) {
            findings.add(
                    "shapefile_without_dbf",
                    "Shapefiles without their .dbf bring shapes without names, floors or any other value",
                    name);
        }
        if (file.missing().contains("prj") && !isSystemSaid) {
            findings.add(
                    "shapefile_without_prj",
                    "Shapefiles without their .prj don't say their coordinates, which are taken for degrees of WGS-84",
                    name);
        }
    }

    private static void send(List<VectorFeature> batch, GroundSystem system, Consumer<VectorFeature> taker) {
        List<VectorFeature> shaped =
                batch.stream().filter(GroundReading::isShaped).toList();
        List<Geometry> degrees =
                system.toWgs84(shaped.stream().map(VectorFeature::geometry).toList());
        for (int i = 0; i < shaped.size(); i++) {
            VectorFeature feature = shaped.get(i);
            taker.accept(new VectorFeature(feature.number(), degrees.get(i), feature.values()));
        }
        batch.stream().filter(feature -> !isShaped(feature)).forEach(taker);
    }

    /** What is empty stands nowhere, in whatever system. */
    private static boolean isShaped(VectorFeature feature) {
        return feature.geometry() != null && !feature.geometry().isEmpty();
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
        return new PlaceFacts(
                found.name(),
                found.names(),
                found.zone(),
                found.country(),
                found.languages(),
                found.emergencyNumbers(),
                PlaceDeduction.credit(known.map(Place::attribution).orElse(null), request.source()),
                known.map(Place::licence).orElse(request.licence()),
                found.remark());
    }

    /** Where an area comes from. */
    static String source(GroundRequest request) {
        return request.source() == null ? "operator's own data" : request.source();
    }
}
