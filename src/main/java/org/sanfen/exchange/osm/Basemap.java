package org.sanfen.exchange.osm;

import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.sanfen.geo.Wkb;

/** Turns what the map draws under the points into rows: water, greens, rail, walls, roads nobody walks, place names. */
final class Basemap {

    private final Extract extract;
    private final WayTable ways;
    private final Shapes shapes;
    private final Names names;
    private final Findings findings;

    Basemap(Extract extract, Shapes shapes, Names names, Findings findings) {
        this.extract = extract;
        this.ways = extract.ways();
        this.shapes = shapes;
        this.names = names;
        this.findings = findings;
    }

    void send(Sea sea, Consumer<BasemapRow> sink) {
        for (int way = 0; way < ways.size(); way++) {
            BasemapClass drawn = BasemapClass.of(ways.tags(way), ways.isClosed(way));
            if (drawn != null) {
                Geometry geometry = drawn.area() ? shapes.area(way, drawn.kind()) : shapes.line(way);
                send(ways.sourceId(way), ways.tags(way), drawn, geometry, sink);
            }
        }
        for (OsmRelation relation : extract.relations()) {
            BasemapClass drawn = relation.tags().has("boundary") ? null : BasemapClass.of(relation.tags(), true);
            if (drawn != null && drawn.area()) {
                send(relation.sourceId(), relation.tags(), drawn, shapes.area(relation, drawn.kind()), sink);
            }
        }
        int number = 0;
        for (Geometry piece : sea.pieces()) {
            sink.accept(new BasemapRow("sea/" + number++, "water", "sea", null, java.util.Map.of(), false, false, 0, piece));
        }
        for (Extract.TaggedNode node : extract.taggedNodes()) {
            if (node.tags().has("place") && names.name(node.tags()) != null) {
                placeName(node, sink);
            }
        }
    }

    private void send(
            String sourceId, Tags tags, BasemapClass drawn, Geometry geometry, Consumer<BasemapRow> sink) {
        if (geometry != null && extract.clip().takes(geometry)) {
            sink.accept(new BasemapRow(sourceId, drawn.layer(), drawn.kind(), names.name(tags), names.names(tags),
                    tags.yes("tunnel"), tags.yes("bridge"), 0, geometry));
        }
    }

    private void placeName(Extract.TaggedNode node, Consumer<BasemapRow> sink) {
        int population = (int) Math.min(Integer.MAX_VALUE, Population.of(node.tags(), node.sourceId(), findings));
        sink.accept(new BasemapRow(node.sourceId(), "place_name", node.tags().get("place"), names.name(node.tags()),
                names.names(node.tags()), false, false, Math.max(0, population),
                Wkb.GEOMETRIES.createPoint(new org.locationtech.jts.geom.Coordinate(node.lon(), node.lat()))));
    }
}
