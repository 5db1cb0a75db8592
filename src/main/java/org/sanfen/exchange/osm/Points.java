package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.sanfen.geo.LonLat;

/**
 * Finds the points of the directory in an extract: nodes, and ways or relations by a point inside them. Something that
 * is mapped as a node and again as the ground around it counts once, as the node.
 */
final class Points {

    private final Extract extract;
    private final Shapes shapes;
    private final PointKinds kinds;
    private final PointTags tags;
    private long elsewhere;

    Points(Extract extract, Shapes shapes, PointKinds kinds, PointTags tags) {
        this.extract = extract;
        this.shapes = shapes;
        this.kinds = kinds;
        this.tags = tags;
    }

    List<PointRow> list() {
        List<PointRow> rows = new ArrayList<>();
        Map<String, List<Coordinate>> nodesByKind = new HashMap<>();
        for (Extract.TaggedNode node : extract.taggedNodes()) {
            String kind = kinds.find(node.tags()).orElse(null);
            if (kind != null) {
                rows.add(tags.row(node.sourceId(), kind, node.tags(), new LonLat(node.lon(), node.lat())));
                nodesByKind
                        .computeIfAbsent(kind, first -> new ArrayList<>())
                        .add(new Coordinate(node.lon(), node.lat()));
            }
        }
        WayTable ways = extract.ways();
        for (int way = 0; way < ways.size(); way++) {
            String kind = kinds.find(ways.tags(way)).orElse(null);
            if (kind != null) {
                Geometry shape = ways.isClosed(way) ? shapes.area(way, kind) : shapes.line(way);
                add(rows, ways.sourceId(way), kind, ways.tags(way), shape, nodesByKind);
            }
        }
        for (OsmRelation relation : extract.relations()) {
            String kind = kinds.find(relation.tags()).orElse(null);
            if (kind != null) {
                add(rows, relation.sourceId(), kind, relation.tags(), shapes.area(relation, kind), nodesByKind);
            }
        }
        return rows;
    }

    private void add(
            List<PointRow> rows,
            String sourceId,
            String kind,
            Tags objectTags,
            Geometry shape,
            Map<String, List<Coordinate>> nodesByKind) {
        if (shape == null) {
            return;
        }
        Coordinate inside = shape.getInteriorPoint().getCoordinate();
        boolean again = nodesByKind.getOrDefault(kind, List.of()).stream()
                .anyMatch(node -> shape.getEnvelopeInternal().contains(node)
                        && shape.covers(shape.getFactory().createPoint(node)));
        if (!extract.clip().takes(inside.x, inside.y)) {
            elsewhere++;
        } else if (!again) {
            rows.add(tags.row(sourceId, kind, objectTags, new LonLat(inside.x, inside.y)));
        }
    }

    /** How many ways and relations of some kind lie outside the clip. */
    long elsewhere() {
        return elsewhere;
    }
}
