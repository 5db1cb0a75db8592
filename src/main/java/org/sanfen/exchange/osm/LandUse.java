package org.sanfen.exchange.osm;

import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** Grounds where a building without further tags is hardly a home: works, shops, schools, stations. */
final class LandUse {

    private final STRtree grounds = new STRtree();

    LandUse(Extract extract) {
        // Outlines that can't be made are told of when the basemap makes them again.
        Shapes shapes = new Shapes(extract, new Findings());
        WayTable ways = extract.ways();
        for (int way = 0; way < ways.size(); way++) {
            if (ways.isClosed(way) && isOther(ways.tags(way))) {
                add(shapes.area(way, "land use"));
            }
        }
        for (OsmRelation relation : extract.relations()) {
            if (isOther(relation.tags())) {
                add(shapes.area(relation, "land use"));
            }
        }
    }

    private static boolean isOther(Tags tags) {
        return !tags.has("building")
                && (tags.is("landuse", "industrial", "commercial", "retail", "railway", "military", "port", "quarry",
                                "cemetery", "depot", "construction", "farmyard", "garages", "landfill", "education",
                                "institutional", "religious", "allotments", "greenhouse_horticulture")
                        || tags.is("amenity", "school", "university", "college", "hospital", "kindergarten", "prison",
                                "place_of_worship")
                        || tags.is("leisure", "stadium", "sports_centre", "marina", "golf_course")
                        || tags.is("aeroway", "aerodrome"));
    }

    private void add(MultiPolygon ground) {
        if (ground != null) {
            grounds.insert(ground.getEnvelopeInternal(), PreparedGeometryFactory.prepare(ground));
        }
    }

    /** True if a point inside the building stands on such ground. */
    boolean isForOtherThanHomes(MultiPolygon building) {
        if (grounds.isEmpty()) {
            return false;
        }
        Point inside = building.getInteriorPoint();
        for (Object candidate : grounds.query(inside.getEnvelopeInternal())) {
            if (((PreparedGeometry) candidate).contains(inside)) {
                return true;
            }
        }
        return false;
    }
}
