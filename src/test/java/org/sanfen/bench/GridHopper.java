package org.sanfen.bench;

import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.Country;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.FootRoadAccess;
import com.graphhopper.routing.ev.HikeRating;
import com.graphhopper.routing.ev.MtbRating;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehiclePriority;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.routing.util.PriorityCode;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.TurnCostProvider;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.routing.weighting.custom.CustomModelParser;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.Graph;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.GHUtility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sanfen.geo.LonLat;
import org.sanfen.street.engine.StreetEdge;

/**
 * The grid city in GraphHopper's own graph, metres as cost: a tree per station. One query graph, made once, holds all
 * stations where they are on their streets; a search from nodes does without it, and answers a simpler question.
 */
final class GridHopper implements AutoCloseable {

    /** What its foot profile takes every street here to be walked at. */
    static final double KMH = 5;

    private final BooleanEncodedValue access = VehicleAccess.create("foot");
    private final DecimalEncodedValue speed = VehicleSpeed.create("foot", 4, 1, false);
    private final DecimalEncodedValue priority = VehiclePriority.create("foot", 4, PriorityCode.getFactor(1), false);
    private final GraphHopperFoot.Metres metres = new GraphHopperFoot.Metres(access);
    private final BaseGraph graph;
    private final int[] streetOfStation;
    private final int[] nodeOfStation;
    private final QueryGraph stations;
    private final Weighting stationsMetres;
    private final Weighting stationsFoot;
    private final List<Snap> snaps;

    GridHopper(GridCity city) {
        EncodingManager values = EncodingManager.start()
                .add(access)
                .add(speed)
                .add(priority)
                .add(HikeRating.create())
                .add(MtbRating.create())
                .add(Country.create())
                .add(RoadClass.create())
                .add(FootRoadAccess.create())
                .build();
        graph = new BaseGraph.Builder(values).create();
        for (int node = 0; node < GridCity.NODES; node++) {
            graph.getNodeAccess().setNode(node, city.latOf(node), city.lonOf(node));
        }
        for (StreetEdge street : city.streets) {
            graph.edge((int) street.fromNode(), (int) street.toNode())
                    .setDistance(street.lengthMm() / 1000.0)
                    .set(access, true, true)
                    .set(speed, KMH)
                    .set(priority, 1);
        }
        graph.freeze();
        streetOfStation = city.streetOfPoint;
        nodeOfStation = city.nodesOfPoints();
        snaps = new ArrayList<>();
        for (int station = 0; station < streetOfStation.length; station++) {
            snaps.add(snap(city.points.get(station).position(), streetOfStation[station]));
        }
        stations = QueryGraph.create(graph, snaps);
        stationsMetres = stations.wrapWeighting(metres);
        stationsFoot = stations.wrapWeighting(CustomModelParser.createWeighting(
                values, TurnCostProvider.NO_TURN_COST_PROVIDER, GHUtility.loadCustomModelFromJar("foot.json")));
    }

    private Snap snap(LonLat station, int street) {
        Snap snap = new Snap(station.lat(), station.lon());
        snap.setClosestEdge(graph.getEdgeIteratorState(street, Integer.MIN_VALUE));
        snap.setClosestNode(snap.getClosestEdge().getBaseNode());
        snap.setWayIndex(0);
        snap.setSnappedPosition(Snap.Position.EDGE);
        snap.calcSnappedPoint(DistanceCalcEarth.DIST_EARTH);
        snap.setQueryDistance(DistanceCalcEarth.DIST_EARTH.calcDist(
                station.lat(), station.lon(), snap.getSnappedPoint().lat, snap.getSnappedPoint().lon));
        return snap;
    }

    /** The union: of each node the least metres from any station, its leg to the street included. */
    double[] union(double limit) {
        double[] least = new double[stations.getNodes()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (Snap station : snaps) {
            double leg = station.getQueryDistance();
            search(stations, stationsMetres, station.getClosestNode(), leg, limit, least);
        }
        return least;
    }

    /** Of each node the least seconds from any station by GraphHopper's own foot profile, its leg to the street included. */
    double[] unionOfSeconds(double limit) {
        double[] least = new double[stations.getNodes()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (Snap station : snaps) {
            double leg = station.getQueryDistance() * 3.6 / KMH;
            ShortestPathTree tree = new ShortestPathTree(stations, stationsFoot, false, TraversalMode.NODE_BASED);
            tree.setTimeLimit((limit - leg) * 1000);
            tree.search(
                    station.getClosestNode(),
                    label -> least[label.node] = Math.min(least[label.node], leg + label.time / 1000.0));
        }
        return least;
    }

    /** The same as though each station stood where its street begins. */
    double[] unionFromNodes(double limit) {
        double[] least = new double[graph.getNodes()];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int node : nodeOfStation) {
            search(graph, metres, node, 0, limit, least);
        }
        return least;
    }

    private static void search(Graph graph, Weighting metres, int station, double leg, double limit, double[] least) {
        ShortestPathTree tree = new ShortestPathTree(graph, metres, false, TraversalMode.NODE_BASED);
        tree.setDistanceLimit(limit - leg);
        tree.search(station, label -> least[label.node] = Math.min(least[label.node], leg + label.distance));
    }

    /**
     * The union of reached street in metres: each edge from both its ends; whole where a station is on it, since no limit
     * here is shorter than a street.
     */
    double streetMetres(double[] least, double limit) {
        double[] reached = new double[graph.getEdges()];
        AllEdgesIterator edges = graph.getAllEdges();
        while (edges.next()) {
            double fromBase = Math.max(0, limit - least[edges.getBaseNode()]);
            double fromAdj = Math.max(0, limit - least[edges.getAdjNode()]);
            reached[edges.getEdge()] = Math.min(edges.getDistance(), fromBase + fromAdj);
        }
        for (int street : streetOfStation) {
            reached[street] =
                    graph.getEdgeIteratorState(street, Integer.MIN_VALUE).getDistance();
        }
        return Arrays.stream(reached).sum();
    }

    @Override
    public void close() {
        graph.close();
    }
}
