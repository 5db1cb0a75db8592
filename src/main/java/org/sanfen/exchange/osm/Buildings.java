package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.sanfen.geo.Geodesic;
import org.sanfen.geo.Wkb;

/** Turns outlines tagged {@code building} into rows; parts of buildings would count twice and are left out. */
final class Buildings {

    private final Extract extract;
    private final WayTable ways;
    private final NodeTable nodes;
    private final Shapes shapes;
    private final LandUse landUse;
    private final Findings findings;
    private final long[] entrances;

    Buildings(Extract extract, Shapes shapes, LandUse landUse, Findings findings) {
        this.extract = extract;
        this.ways = extract.ways();
        this.nodes = extract.nodes();
        this.shapes = shapes;
        this.landUse = landUse;
        this.findings = findings;
        LongList ids = new LongList();
        for (Extract.TaggedNode node : extract.taggedNodes()) {
            if (node.tags().yes("entrance") || node.tags().is("building", "entrance")) {
                ids.add(node.id());
            }
        }
        this.entrances = ids.toSortedSet();
    }

    void send(Consumer<BuildingRow> sink) {
        Set<Long> outlinesOfRelations = new HashSet<>();
        for (OsmRelation relation : extract.relations()) {
            if (isBuilding(relation.tags())) {
                List<Integer> members = new ArrayList<>();
                for (OsmMember member : relation.members()) {
                    int way = member.type() == 'w' ? ways.find(member.id()) : -1;
                    if (way >= 0) {
                        members.add(way);
                        if (!member.role().equals("inner")) {
                            outlinesOfRelations.add(member.id());
                        }
                    }
                }
                send(relation.sourceId(), relation.tags(), shapes.area(relation, "building"), members, sink);
            }
        }
        for (int way = 0; way < ways.size(); way++) {
            Tags tags = ways.tags(way);
            if (isBuilding(tags) && !outlinesOfRelations.contains(ways.id(way))) {
                if (ways.isClosed(way)) {
                    send(ways.sourceId(way), tags, shapes.area(way, "building"), List.of(way), sink);
                } else {
                    findings.add("ring_open", "Outlines that don't close are left out",
                            ways.sourceId(way) + " (building)");
                }
            }
        }
    }

    private static boolean isBuilding(Tags tags) {
        return tags.yes("building")
                && !tags.is("building", "entrance", "ruins", "demolished", "razed", "proposed", "planned");
    }

    private void send(
            String sourceId, Tags tags, MultiPolygon outline, List<Integer> members, Consumer<BuildingRow> sink) {
        if (outline == null || !extract.clip().takes(outline)) {
            return;
        }
        BuildingUse use = BuildingUse.of(tags);
        boolean residential = use.residential();
        if (use.assumed()) {
            residential = !landUse.isForOtherThanHomes(outline);
        }
        double levels = BuildingUse.levels(tags, sourceId, findings);
        sink.accept(new BuildingRow(
                sourceId,
                outline,
                entrances(members),
                levels > 0 ? levels : BuildingUse.defaultLevels(tags),
                levels == 0,
                residential,
                use.assumed(),
                Geodesic.squareMetres(outline),
                tags.get("name"),
                Address.of(tags)));
    }

    private MultiPoint entrances(List<Integer> members) {
        if (entrances.length == 0) {
            return null;
        }
        Set<Coordinate> found = new LinkedHashSet<>();
        for (int way : members) {
            for (int i = 0; i < ways.length(way); i++) {
                long id = ways.node(way, i);
                if (LongList.holds(entrances, id)) {
                    int node = nodes.find(id);
                    found.add(new Coordinate(nodes.lon(node), nodes.lat(node)));
                }
            }
        }
        return found.isEmpty()
                ? null
                : Wkb.GEOMETRIES.createMultiPoint(
                        found.stream().map(Wkb.GEOMETRIES::createPoint).toArray(Point[]::new));
    }
}
