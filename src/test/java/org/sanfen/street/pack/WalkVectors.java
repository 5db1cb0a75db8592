package org.sanfen.street.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sanfen.geo.LonLat;
import org.sanfen.street.engine.Barriers;
import org.sanfen.street.engine.LocalFrame;
import org.sanfen.street.engine.Reach;
import org.sanfen.street.engine.ReachSearch;
import org.sanfen.street.engine.Snap;
import org.sanfen.street.engine.Snapper;
import org.sanfen.street.engine.Sources;
import org.sanfen.street.engine.StreetEdge;
import org.sanfen.street.engine.StreetGraph;
import org.sanfen.street.engine.StreetGraphBuilder;
import org.sanfen.street.engine.WalkCost;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Packs and what the server's engine says of walks on them, for the browser to say the same. Run it after a change of the
 * engine or the pack, and store what it wrote (Monaco's: {@code org.sanfen.street.MonacoWalkVectors}):
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.sanfen.street.pack.WalkVectors</pre>
 */
public final class WalkVectors {

    public static final Path FOLDER = Path.of("src", "test", "resources", "walk");

    static final String TOWNS = "towns.json";

    /** Of a target that cannot be reached. */
    private static final int NEVER = -1;

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private WalkVectors() {}

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(TOWNS), towns());
    }

    static String towns() {
        List<String> towns = new ArrayList<>();
        for (WalkTown town : WalkTown.all()) {
            StreetGraph graph = graph(town.streets);
            byte[] pack = pack(town.name, graph, town.barriers, Map.of());
            towns.add(walks(town.name, pack, graph, town.barriers, town.spots));
        }
        return "[\n" + String.join(",\n", towns) + "\n]\n";
    }

    public static StreetGraph graph(List<StreetEdge> streets) {
        StreetGraphBuilder builder = new StreetGraphBuilder();
        streets.forEach(builder::add);
        return builder.build(WalkTown.SMALLEST_PIECE_MM);
    }

    /** A pack of a fixed day. */
    public static byte[] pack(String place, StreetGraph graph, List<int[]> barriers, Map<String, StreetName> names) {
        PackFacts facts = new PackFacts(
                place, 12, 7, Instant.parse("2026-11-21T14:02:03Z"), PackFacts.VISITOR, WalkTown.LONGEST_LEG_MM);
        return WalkPackWriter.write(facts, graph, barriers, names);
    }

    /** A pack, spots, and of each the milliseconds to every spot; {@value #NEVER} where nobody can walk. */
    public static String walks(String name, byte[] pack, StreetGraph graph, List<int[]> barriers, List<LonLat> spots) {
        Snapper snapper = new Snapper(graph, new Barriers(barriers), WalkTown.LONGEST_LEG_MM);
        List<Optional<Snap>> snaps = spots.stream()
                .map(spot -> snapper.findSnap(LocalFrame.units(spot.lon()), LocalFrame.units(spot.lat()), false))
                .toList();
        List<List<Integer>> times = snaps.stream()
                .map(snap -> snap.map(start -> times(graph, start, snaps)).orElse(List.of()))
                .toList();
        return "{\"name\": " + JSON.writeValueAsString(name)
                + ",\n\"pack\": " + JSON.writeValueAsString(Base64.getEncoder().encodeToString(pack))
                + ",\n\"spots\": " + JSON.writeValueAsString(positions(spots))
                + ",\n\"legs_mm\": " + JSON.writeValueAsString(legs(snaps))
                + ",\n\"ms\": ["
                + String.join(
                        ",\n", times.stream().map(JSON::writeValueAsString).toList()) + "]}";
    }

    private static List<List<Double>> positions(List<LonLat> spots) {
        return spots.stream().map(spot -> List.of(spot.lon(), spot.lat())).toList();
    }

    private static List<Integer> legs(List<Optional<Snap>> snaps) {
        return snaps.stream().map(snap -> snap.map(Snap::legMm).orElse(NEVER)).toList();
    }

    private static List<Integer> times(StreetGraph graph, Snap from, List<Optional<Snap>> targets) {
        WalkCost cost = PackFacts.VISITOR;
        Sources start = new Sources(List.of(new Sources.Source(from, 0)));
        Reach reach = new ReachSearch(graph).run(start, cost, false, ReachSearch.UNBOUNDED);
        return targets.stream()
                .map(target -> target.map(snap -> time(reach, snap, cost)).orElse(NEVER))
                .toList();
    }

    private static int time(Reach reach, Snap target, WalkCost cost) {
        int walked = reach.costAt(target.edge(), target.offsetMm());
        return walked == Reach.NEVER ? NEVER : (int) (walked + cost.cost(target.legMm(), false));
    }

    static String stored(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8);
    }
}
