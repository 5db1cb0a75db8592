package org.sanfen.bench;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.json.Statement;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.OSMWayID;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.EdgeIterator;
import com.graphhopper.util.EdgeIteratorState;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.sanfen.geo.LonLat;

/**
 * GraphHopper 11, on foot, as oracle and peer: its own reading of the extract, its own snapping and its own search, with
 * metres as cost so that speeds play no part. Nothing of the product uses it.
 */
public final class GraphHopperFoot implements AutoCloseable {

    private final GraphHopper hopper;
    private final BooleanEncodedValue access;
    private final IntEncodedValue wayId;
    private final Weighting metres;

    public GraphHopperFoot(Path extract, Path folder) {
        CustomModel model = new CustomModel()
                .addToPriority(Statement.If("!foot_access", Statement.Op.MULTIPLY, "0"))
                .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "foot_average_speed"));
        hopper = new GraphHopper()
                .setOSMFile(extract.toString())
                .setGraphHopperLocation(folder.toString())
                .setEncodedValuesString("foot_access, foot_average_speed, foot_priority, osm_way_id, road_environment")
                .setProfiles(new Profile("foot").setCustomModel(model))
                .setMinNetworkSize(0)
                .setStoreOnFlush(false);
        hopper.importOrLoad();
        access = hopper.getEncodingManager().getBooleanEncodedValue(VehicleAccess.key("foot"));
        wayId = hopper.getEncodingManager().getIntEncodedValue(OSMWayID.KEY);
        metres = new Metres(access);
    }

    /** Metres of each OSM way that its foot network holds; way id to length. */
    public Map<Long, Double> listWays() {
        Map<Long, Double> ways = new HashMap<>();
        AllEdgesIterator edges = hopper.getBaseGraph().getAllEdges();
        while (edges.next()) {
            if (walkable(edges)) {
                ways.merge((long) edges.get(wayId), edges.getDistance(), Double::sum);
            }
        }
        return ways;
    }

    /** Metres of its leg from a position; NaN when it finds no street. */
    public double legMetres(LonLat from) {
        Snap snap = snap(from);
        return snap.isValid() ? snap.getQueryDistance() : Double.NaN;
    }

    /** Metres of each OSM way within a limit of a position, its leg included: partial edges from both ends. */
    public Map<Long, Double> reach(LonLat from, double limit) {
        Snap snap = snap(from);
        Map<Long, Double> ways = new HashMap<>();
        if (!snap.isValid() || snap.getQueryDistance() > limit) {
            return ways;
        }
        double left = limit - snap.getQueryDistance();
        int snappedEdge = snap.getClosestEdge().getEdge();
        int snappedBase = snap.getClosestEdge().getBaseNode();
        QueryGraph graph = QueryGraph.create(hopper.getBaseGraph(), snap);
        double[] costs = search(graph, snap.getClosestNode(), left);
        double inside = alongSnappedEdge(graph, snap.getClosestNode(), snappedBase);
        AllEdgesIterator edges = hopper.getBaseGraph().getAllEdges();
        while (edges.next()) {
            if (walkable(edges)) {
                double length = edges.getDistance();
                double fromBase = Math.max(0, left - costs[edges.getBaseNode()]);
                double fromAdj = Math.max(0, left - costs[edges.getAdjNode()]);
                boolean snapped = edges.getEdge() == snappedEdge && graph.isVirtualNode(snap.getClosestNode());
                double covered = snapped
                        ? Math.min(length, inside + left) - Math.max(0, inside - left)
                        : Math.min(length, fromBase + fromAdj);
                if (covered > 0) {
                    ways.merge((long) edges.get(wayId), covered, Double::sum);
                }
            }
        }
        return ways;
    }

    /** One shortest-path tree of all nodes within a limit: what a run costs GraphHopper for one station. */
    public int countNodes(LonLat from, double limit) {
        Snap snap = snap(from);
        if (!snap.isValid()) {
            return 0;
        }
        QueryGraph graph = QueryGraph.create(hopper.getBaseGraph(), snap);
        ShortestPathTree tree =
                new ShortestPathTree(graph, graph.wrapWeighting(metres), false, TraversalMode.NODE_BASED);
        tree.setDistanceLimit(limit);
        int[] nodes = {0};
        tree.search(snap.getClosestNode(), label -> nodes[0]++);
        return nodes[0];
    }

    public int countEdges() {
        return hopper.getBaseGraph().getEdges();
    }

    private Snap snap(LonLat from) {
        return hopper.getLocationIndex().findClosest(from.lat(), from.lon(), edge -> walkable(edge) && !inTunnel(edge));
    }

    private boolean walkable(EdgeIteratorState edge) {
        return edge.get(access) || edge.getReverse(access);
    }

    private boolean inTunnel(EdgeIteratorState edge) {
        return edge.get(hopper.getEncodingManager().getEnumEncodedValue(RoadEnvironment.KEY, RoadEnvironment.class))
                == RoadEnvironment.TUNNEL;
    }

    private double[] search(QueryGraph graph, int start, double limit) {
        double[] costs = new double[graph.getNodes()];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        ShortestPathTree tree =
                new ShortestPathTree(graph, graph.wrapWeighting(metres), false, TraversalMode.NODE_BASED);
        tree.setDistanceLimit(limit);
        tree.search(start, label -> costs[label.node] = Math.min(costs[label.node], label.distance));
        return costs;
    }

    /** Metres from the snapped edge's base node to the snapped place. */
    private static double alongSnappedEdge(QueryGraph graph, int node, int base) {
        EdgeIterator edges = graph.createEdgeExplorer().setBaseNode(node);
        while (edges.next()) {
            if (edges.getAdjNode() == base) {
                return edges.getDistance();
            }
        }
        return 0;
    }

    @Override
    public void close() {
        hopper.close();
    }

    /** Cost is length, where one may walk. */
    private record Metres(BooleanEncodedValue access) implements Weighting {

        @Override
        public double calcMinWeightPerDistance() {
            return 1;
        }

        @Override
        public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
            boolean open = reverse ? edge.getReverse(access) : edge.get(access);
            return open ? edge.getDistance() : Double.POSITIVE_INFINITY;
        }

        @Override
        public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
            return Math.round(edge.getDistance() * 1000);
        }

        @Override
        public double calcTurnWeight(int in, int via, int out) {
            return 0;
        }

        @Override
        public long calcTurnMillis(int in, int via, int out) {
            return 0;
        }

        @Override
        public boolean hasTurnCosts() {
            return false;
        }

        @Override
        public String getName() {
            return "metres";
        }
    }
}
