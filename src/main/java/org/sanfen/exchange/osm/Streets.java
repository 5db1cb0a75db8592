package org.sanfen.exchange.osm;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.sanfen.geo.Geodesic;
import org.sanfen.geo.Wkb;

/**
 * Cuts the walkable ways of an extract at their junctions: nodes that two ways share, or one way passes twice. Loops and
 * parallel pieces stay. A way that misses nodes in the file is cut there, because what lies between is unknown.
 * Pedestrian areas are walked along their outline. Pieces are clipped whole: what touches the clip stays.
 */
final class Streets {

    private final Extract extract;
    private final NodeTable nodes;
    private final WayTable ways;
    private final Findings findings;
    private final Names names;
    private final Map<Integer, Tags> outlines = new HashMap<>();
    private final byte[] uses;

    Streets(Extract extract, Names names, Findings findings) {
        this.extract = extract;
        this.nodes = extract.nodes();
        this.ways = extract.ways();
        this.names = names;
        this.findings = findings;
        this.uses = new byte[nodes.size()];
    }

    void send(Consumer<StreetRow> sink) {
        findOutlines();
        Walk[] walks = new Walk[ways.size()];
        for (int way = 0; way < ways.size(); way++) {
            walks[way] = Walk.of(tags(way));
            if (walks[way] != null) {
                countUses(way);
            }
        }
        for (int way = 0; way < ways.size(); way++) {
            if (walks[way] != null) {
                cut(way, walks[way], sink);
            }
        }
    }

    private Tags tags(int way) {
        Tags own = ways.tags(way);
        Tags outline = outlines.isEmpty() ? null : outlines.get(way);
        return outline == null || own.has("highway") ? own : outline;
    }

    /** Member ways of pedestrian areas that are relations carry no tags of their own. */
    private void findOutlines() {
        for (OsmRelation relation : extract.relations()) {
            if (!relation.tags().has("building") && Walk.of(relation.tags()) != null) {
                for (OsmMember member : relation.members()) {
                    int way = member.type() == 'w' ? ways.find(member.id()) : -1;
                    if (way >= 0) {
                        outlines.put(way, relation.tags());
                    }
                }
            }
        }
    }

    private void countUses(int way) {
        int last = ways.length(way) - 1;
        for (int i = 0; i <= last; i++) {
            boolean closing = i == last && ways.node(way, 0) == ways.node(way, last);
            int node = closing ? -1 : ways.place(way, i);
            if (node >= 0 && uses[node] < 2 && (i == 0 || ways.node(way, i - 1) != ways.node(way, i))) {
                uses[node]++;
            }
        }
    }

    private void cut(int way, Walk walk, Consumer<StreetRow> sink) {
        Tags tags = tags(way);
        if (Walk.isConditional(tags)) {
            findings.add(
                    "conditional_access",
                    "Conditional restrictions are not read: the way counts at all hours",
                    ways.sourceId(way));
        }
        int length = ways.length(way);
        double[] piece = new double[2 * length];
        int filled = 0;
        int ordinal = 0;
        long from = 0;
        boolean misses = false;
        String name = names.name(tags);
        Map<String, String> translated = names.names(tags);
        for (int i = 0; i < length; i++) {
            long id = ways.node(way, i);
            int node = ways.place(way, i);
            if (node < 0) {
                misses = true;
                ordinal += send(
                        way,
                        ordinal,
                        from,
                        filled == 0 ? 0 : ways.node(way, i - 1),
                        piece,
                        filled,
                        walk,
                        name,
                        translated,
                        sink);
                filled = 0;
                continue;
            }
            if (filled > 0 && ways.node(way, i - 1) == id) {
                continue;
            }
            if (filled == 0) {
                from = id;
            }
            piece[2 * filled] = nodes.lon(node);
            piece[2 * filled + 1] = nodes.lat(node);
            filled++;
            if (filled > 1 && (uses[node] > 1 || i == length - 1)) {
                ordinal += send(way, ordinal, from, id, piece, filled, walk, name, translated, sink);
                piece[0] = piece[2 * filled - 2];
                piece[1] = piece[2 * filled - 1];
                from = id;
                filled = 1;
            }
        }
        if (misses) {
            report(way);
        }
    }

    private int send(
            int way,
            int ordinal,
            long from,
            long to,
            double[] piece,
            int filled,
            Walk walk,
            String name,
            Map<String, String> translated,
            Consumer<StreetRow> sink) {
        if (filled < 2) {
            return 0;
        }
        // An object a corner would take most of the time and memory of a city's streets.
        LineString line = Wkb.GEOMETRIES.createLineString(
                new PackedCoordinateSequence.Double(java.util.Arrays.copyOf(piece, 2 * filled), 2, 0));
        if (extract.clip().takes(line)) {
            sink.accept(new StreetRow(
                    ways.sourceId(way), ordinal, from, to, line, Geodesic.millimetres(line), walk, name, translated));
        }
        return 1;
    }

    private void report(int way) {
        String text = "Ways that miss nodes in the file are cut there";
        for (int i = 0; i < ways.length(way); i++) {
            int known = nodes.find(ways.node(way, i));
            if (known >= 0) {
                findings.add("way_misses_nodes", text, ways.sourceId(way), nodes.lon(known), nodes.lat(known));
                return;
            }
        }
        findings.add("way_misses_nodes", text, ways.sourceId(way));
    }
}
