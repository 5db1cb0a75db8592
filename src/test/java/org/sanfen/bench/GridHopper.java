package org.sanfen.bench;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.storage.BaseGraph;
import java.util.Arrays;
import org.sanfen.street.engine.StreetEdge;

/**
 * The grid city in GraphHopper's own graph: a tree per station, straight from a node of the station's street, so that it
 * pays neither for snapping nor for a query graph; metres as cost.
 */
final class GridHopper implements AutoCloseable {

    private final BooleanEncodedValue access = VehicleAccess.create("foot");
    private final BaseGraph graph;
    private final GraphHopperFoot.Metres metres = new GraphHopperFoot.Metres(access);

    GridHopper(GridCity city) {
        EncodingManager values = EncodingManager.start().add(access).build();
        graph = new BaseGraph.Builder(values).create();
        for (int node = 0; node < GridCity.NODES; node++) {
            graph.getNodeAccess().setNode(node, city.latOf(node), city.lonOf(node));
        }
        for (StreetEdge street : city.streets) {
            graph.edge((int) street.fromNode(), (int) street.toNode())
                    .setDistance(street.lengthMm() / 1000.0)
                    .set(access, true, true);
        }
        graph.freeze();
    }

    /** The union: of each node the least metres from any station. */
    double[] union(int[] stations, double limit) {
        double[] least = new double[graph.getNodes()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int station : stations) {
            ShortestPathTree tree = new ShortestPathTree(graph, metres, false, TraversalMode.NODE_BASED);
            tree.setDistanceLimit(limit);
            tree.search(station, label -> least[label.node] = Math.min(least[label.node], label.distance));
        }
        return least;
    }

    /** The union of reached street in metres: each edge from both its ends. */
    double streetMetres(double[] least, double limit) {
        double metres = 0;
        AllEdgesIterator edges = graph.getAllEdges();
        while (edges.next()) {
            double fromBase = Math.max(0, limit - least[edges.getBaseNode()]);
            double fromAdj = Math.max(0, limit - least[edges.getAdjNode()]);
            metres += Math.min(edges.getDistance(), fromBase + fromAdj);
        }
        return metres;
    }

    @Override
    public void close() {
        graph.close();
    }
}
