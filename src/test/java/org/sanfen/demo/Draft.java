package org.sanfen.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/** The drawing board: nodes and tagged ways as OpenStreetMap has them, in metres until they are written. */
final class Draft {

    static final GeometryFactory SHAPES = new GeometryFactory();

    /** A way; a closed one repeats its first node. */
    record Way(List<Integer> nodes, Map<String, String> tags) {
        boolean isWalked() {
            return tags.containsKey("highway") && !"no".equals(tags.get("access"));
        }
    }

    private final List<Coordinate> nodes = new ArrayList<>();
    private final Map<Integer, Map<String, String>> nodeTags = new LinkedHashMap<>();
    private final List<Way> ways = new ArrayList<>();

    /** A node, numbered from 0. */
    int node(Coordinate metres, String... tags) {
        nodes.add(metres);
        if (tags.length > 0) {
            nodeTags.put(nodes.size() - 1, tags(tags));
        }
        return nodes.size() - 1;
    }

    Coordinate metres(int node) {
        return nodes.get(node);
    }

    Way way(List<Integer> through, String... tags) {
        Way way = new Way(List.copyOf(through), tags(tags));
        ways.add(way);
        return way;
    }

    /** A closed way round a ring whose last corner is not repeated. */
    Way ring(List<Coordinate> corners, String... tags) {
        List<Integer> ring = new ArrayList<>();
        corners.forEach(corner -> ring.add(node(corner)));
        ring.add(ring.get(0));
        return way(ring, tags);
    }

    int nodeCount() {
        return nodes.size();
    }

    List<Way> ways() {
        return ways;
    }

    Map<Integer, Map<String, String>> nodeTags() {
        return nodeTags;
    }

    static Polygon polygon(List<Coordinate> corners) {
        List<Coordinate> ring = new ArrayList<>(corners);
        ring.add(corners.get(0));
        return SHAPES.createPolygon(ring.toArray(new Coordinate[0]));
    }

    Geometry line(Way way) {
        return SHAPES.createLineString(way.nodes().stream().map(nodes::get).toArray(Coordinate[]::new));
    }

    STRtree walkedSegments() {
        STRtree tree = new STRtree();
        for (Way way : ways) {
            if (way.isWalked()) {
                for (int i = 1; i < way.nodes().size(); i++) {
                    Geometry segment = SHAPES.createLineString(new Coordinate[] {
                        metres(way.nodes().get(i - 1)), metres(way.nodes().get(i))
                    });
                    tree.insert(segment.getEnvelopeInternal(), segment);
                }
            }
        }
        tree.build();
        return tree;
    }

    /** Takes away the walked ways that no other street leads to. */
    void keepTheLargestNetwork() {
        int[] group = new int[nodes.size()];
        Arrays.setAll(group, i -> i);
        for (Way way : ways) {
            if (way.isWalked()) {
                way.nodes()
                        .forEach(node -> group[find(group, node)] =
                                find(group, way.nodes().get(0)));
            }
        }
        Map<Integer, Integer> sizes = new HashMap<>();
        for (Way way : ways) {
            if (way.isWalked()) {
                sizes.merge(find(group, way.nodes().get(0)), way.nodes().size(), Integer::sum);
            }
        }
        int largest = sizes.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        ways.removeIf(way -> way.isWalked() && find(group, way.nodes().get(0)) != largest);
    }

    /** Nodes that something uses, in order. */
    Set<Integer> used() {
        Set<Integer> used = new HashSet<>(nodeTags.keySet());
        ways.forEach(way -> used.addAll(way.nodes()));
        return used;
    }

    private static int find(int[] group, int node) {
        while (group[node] != node) {
            group[node] = group[group[node]];
            node = group[node];
        }
        return node;
    }

    static Map<String, String> tags(String... pairs) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] != null) {
                tags.put(pairs[i], pairs[i + 1]);
            }
        }
        return tags;
    }
}
