package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.sanfen.geo.Geodesic;
import org.sanfen.geo.Wkb;

/**
 * The administrative layer as a tree. An area belongs to the place if more than half of its ground lies in the root; its
 * parent is the smallest area of a lower admin_level that holds more than half of it. An area that covers the same
 * ground as the root is the root again under another level, and left out.
 *
 * <p>The root is the boundary's ground as far as the file has data, without the sea that none of its own areas claims:
 * a country's boundary runs out to the limit of its waters, where nobody lives and no point hangs, and a density over
 * that would mean nothing.
 */
final class Areas {

    private static final double HALF = 0.5;
    private static final double MOST = 0.9;
    private static final double SAME = 0.95;

    private record Candidate(String sourceId, Tags tags, int level, MultiPolygon ground, double areaM2) {}

    private final Extract extract;
    private final Shapes shapes;
    private final Names names;
    private final Findings findings;

    Areas(Extract extract, Shapes shapes, Names names, Findings findings) {
        this.extract = extract;
        this.shapes = shapes;
        this.names = names;
        this.findings = findings;
    }

    /** The root first, then larger before smaller. */
    List<AreaRow> list(Sea sea, String placeName) {
        Geometry known = extract.root().isBox()
                ? extract.root().geometry()
                : intersection(extract.root().geometry(), Wkb.GEOMETRIES.toGeometry(extract.dataBox()));
        List<Candidate> inside = candidates(known);
        Geometry ground = withoutOpenSea(known, sea, inside);
        if (extract.root().gapsClosed()) {
            ground = withPartsOf(ground, inside);
        }
        ground.normalize();
        MultiPolygon rootGround = Rings.multi(ground.isEmpty() ? known : ground);
        double rootArea = Geodesic.squareMetres(rootGround);
        List<Candidate> rootAgain =
                inside.stream().filter(area -> isRootAgain(area, rootGround)).toList();
        inside.removeAll(rootAgain);
        inside.sort(Comparator.comparingDouble(Candidate::areaM2).reversed().thenComparing(Candidate::sourceId));
        List<AreaRow> rows = new ArrayList<>();
        Extract.Root root = extract.root();
        // Its population may be stated on the same ground's boundary of another level only.
        Tags counted = root.tags().has("population") || rootAgain.isEmpty() ? root.tags() : rootAgain.get(0).tags();
        AreaRow first = row(root.isBox() ? "box" : root.sourceId(), null, root.tags(), level(root.tags()), placeName,
                rootGround, rootArea);
        rows.add(first.withResidents(row(first.sourceId(), null, counted, null, placeName, rootGround, rootArea)));
        for (int i = 0; i < inside.size(); i++) {
            Candidate area = inside.get(i);
            rows.add(row(area.sourceId(), parent(area, inside.subList(0, i), rows.get(0).sourceId()), area.tags(),
                    area.level(), names.name(area.tags()), area.ground(), area.areaM2()));
        }
        return rows;
    }

    private List<Candidate> candidates(Geometry root) {
        List<Candidate> candidates = new ArrayList<>();
        for (OsmRelation relation : extract.relations()) {
            Tags tags = relation.tags();
            boolean isWay = extract.ways().find(relation.id()) >= 0
                    && relation.members().size() == 1
                    && relation.members().get(0).id() == relation.id();
            String sourceId = isWay ? "way/" + relation.id() : relation.sourceId();
            if (!tags.is("boundary", "administrative") || sourceId.equals(extract.root().sourceId())) {
                continue;
            }
            if (names.name(tags) == null || level(tags) == null) {
                findings.add("area_without_name_or_level", "Boundaries without a name or admin_level are left out",
                        sourceId);
                continue;
            }
            MultiPolygon ground = shapes.boundary(relation, names.name(tags) + ", admin_level " + level(tags));
            if (ground != null) {
                double share = intersection(ground, root).getArea() / ground.getArea();
                if (share > HALF) {
                    candidates.add(
                            new Candidate(sourceId, tags, level(tags), ground, Geodesic.squareMetres(ground)));
                } else {
                    findings.add("area_of_neighbours", "Areas mostly outside the root area are left out",
                            sourceId + " (" + names.name(tags) + ")");
                }
            }
        }
        return candidates;
    }

    private static Geometry withoutOpenSea(Geometry root, Sea sea, List<Candidate> inside) {
        if (sea.pieces().isEmpty()) {
            return root;
        }
        Geometry open = UnaryUnionOp.union(sea.pieces());
        double whole = root.getArea();
        for (Candidate area : inside) {
            // An area that reaches as far as the root itself claims nothing in particular.
            if (area.ground().getArea() < SAME * whole) {
                open = difference(open, area.ground());
            }
        }
        return difference(root, open);
    }

    /** Where the root's own boundary has gaps, its areas know better how far it reaches. */
    private static Geometry withPartsOf(Geometry root, List<Candidate> inside) {
        Geometry ground = root;
        for (Candidate area : inside) {
            if (intersection(area.ground(), root).getArea() > MOST * area.ground().getArea()) {
                ground = fixed(OverlayNGRobust.overlay(ground, area.ground(), OverlayNG.UNION));
            }
        }
        return ground;
    }

    private boolean isRootAgain(Candidate area, MultiPolygon root) {
        double shared = intersection(area.ground(), root).getArea();
        boolean again = shared > SAME * root.getArea() && shared > SAME * area.ground().getArea();
        if (again) {
            findings.add("area_is_root_again", "Areas on the same ground as the root area are left out",
                    area.sourceId() + " (" + names.name(area.tags()) + ", admin_level " + area.level() + ")");
        }
        return again;
    }

    private static String parent(Candidate area, List<Candidate> larger, String root) {
        for (int i = larger.size() - 1; i >= 0; i--) {
            Candidate parent = larger.get(i);
            if (parent.level() < area.level()
                    && intersection(area.ground(), parent.ground()).getArea() > HALF * area.ground().getArea()) {
                return parent.sourceId();
            }
        }
        return root;
    }

    private AreaRow row(
            String sourceId, String parent, Tags tags, Integer level, String name, MultiPolygon ground, double areaM2) {
        long residents = Population.of(tags, sourceId, findings);
        String date = tags.get("population:date", tags.get("source:population"));
        String code = tags.get("ref", tags.get("ISO3166-2", tags.get("de:amtlicher_gemeindeschluessel",
                tags.get("ref:INSEE", tags.get("gb2260", tags.get("ISO3166-1"))))));
        return new AreaRow(sourceId, parent, level, code, name, names.names(tags), ground, areaM2,
                residents < 0 ? null : residents,
                residents < 0 ? null : date == null ? "OpenStreetMap" : "OpenStreetMap, " + date);
    }

    private static Integer level(Tags tags) {
        String level = tags.get("admin_level");
        return level != null && level.matches("[1-9]|1[0-5]") ? Integer.valueOf(level) : null;
    }

    private static Geometry intersection(Geometry a, Geometry b) {
        return fixed(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION));
    }

    private static Geometry difference(Geometry a, Geometry b) {
        return fixed(OverlayNGRobust.overlay(a, b, OverlayNG.DIFFERENCE));
    }

    private static Geometry fixed(Geometry overlay) {
        MultiPolygon polygons = Rings.multi(overlay);
        return polygons == null
                ? Wkb.GEOMETRIES.createMultiPolygon()
                : polygons.isValid() ? polygons : GeometryFixer.fix(polygons);
    }
}
