package org.sanfen.report;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.sanfen.coverage.StreetPiece;
import org.sanfen.directory.CountedPoint;
import org.sanfen.geo.Geodesic;
import org.sanfen.geo.Wkb;
import org.sanfen.report.file.FileColumn;
import org.sanfen.report.file.FileColumn.Type;
import org.sanfen.report.file.FileLayer;
import org.sanfen.report.file.FileLayer.Feature;
import org.sanfen.report.file.FileLayer.Shape;

/** The map layers of a report's files: areas, gaps, streets, covered ground and points. For one report. */
final class BookLayers {

    /** Widths go by what is left of the limit at each place, which a stored run does not keep: it has no such layer. */
    static final String GROUND = "covered_ground";

    private final ReportScope scope;
    private final BookTables tables;

    BookLayers(ReportScope scope, BookTables tables) {
        this.scope = scope;
        this.tables = tables;
    }

    List<FileLayer> list(List<CountedPoint> points) {
        List<FileLayer> layers = new ArrayList<>();
        layers.add(areas());
        if (scope.hasLimit()) {
            layers.add(gaps());
            layers.add(streets());
            scope.run().findCoveredGround(scope.area().id()).map(this::ground).ifPresent(layers::add);
        }
        layers.add(points(points));
        return layers;
    }

    private FileLayer areas() {
        return layer(
                "areas",
                Shape.MULTIPOLYGON,
                tables.areaColumns(),
                BookTables.listAreas(scope).stream()
                        .map(area -> new Feature(polygons(area.border()), tables.areaValues(area)))
                        .toList());
    }

    private FileLayer gaps() {
        return layer(
                "gaps",
                Shape.MULTILINESTRING,
                tables.gapColumns(),
                scope.run().listGaps(scope.area().id()).stream()
                        .map(gap -> new Feature(gap.geometry(), BookTables.gapValues(gap)))
                        .toList());
    }

    /** Stretches that figures count, covered or not; in an area of the place, cut at its border. */
    private FileLayer streets() {
        PreparedGeometry border = scope.isRoot()
                ? null
                : PreparedGeometryFactory.prepare(scope.area().border());
        List<Feature> stretches = new ArrayList<>();
        for (StreetPiece piece : scope.run().listPieces()) {
            if (piece.state() != StreetPiece.State.OUTSIDE) {
                for (LineString line : inside(border, piece.geometry())) {
                    stretches.add(new Feature(
                            line,
                            BookTables.row(
                                    piece.streetId(),
                                    piece.state() == StreetPiece.State.COVERED,
                                    piece.nearest(),
                                    piece.backup(),
                                    piece.privateWay(),
                                    Geodesic.millimetres(line) / 1000.0)));
                }
            }
        }
        return layer(
                "streets",
                Shape.LINESTRING,
                List.of(
                        tables.column("street_id", Type.WHOLE),
                        tables.column("covered", Type.TRUTH),
                        tables.column("nearest", Type.TEXT),
                        tables.column("backup", Type.TRUTH),
                        tables.column("private_way", Type.TRUTH),
                        tables.column("length_m", Type.DECIMAL)),
                stretches);
    }

    private static List<LineString> inside(PreparedGeometry border, LineString line) {
        if (border == null || border.contains(line)) {
            return List.of(line);
        }
        if (!border.intersects(line)) {
            return List.of();
        }
        List<LineString> parts = new ArrayList<>();
        for (Object part : LineStringExtracter.getLines(border.getGeometry().intersection(line))) {
            parts.add((LineString) part);
        }
        return parts;
    }

    private FileLayer ground(MultiPolygon ground) {
        List<Feature> features = ground.isEmpty()
                ? List.of()
                : List.of(new Feature(ground, BookTables.row(scope.area().id(), Geodesic.squareMetres(ground) / 1e6)));
        return layer(
                GROUND,
                Shape.MULTIPOLYGON,
                List.of(tables.column("area", Type.TEXT), tables.column("polygon_km2", Type.FINE)),
                features);
    }

    private FileLayer points(List<CountedPoint> points) {
        PreparedGeometry border = PreparedGeometryFactory.prepare(scope.area().border());
        List<Feature> features = new ArrayList<>();
        for (CountedPoint point : points) {
            Geometry at = Wkb.GEOMETRIES.createPoint(new org.locationtech.jts.geom.Coordinate(
                    point.position().lon(), point.position().lat()));
            if (border.intersects(at)) {
                features.add(
                        new Feature(at, BookTables.row(point.id(), point.kind(), point.openingHours(), point.level())));
            }
        }
        return layer(
                "points",
                Shape.POINT,
                List.of(
                        tables.column("point", Type.TEXT),
                        tables.column("kind", Type.TEXT),
                        tables.column("opening_hours", Type.TEXT),
                        tables.column("level", Type.TEXT)),
                features);
    }

    private FileLayer layer(String id, Shape shape, List<FileColumn> columns, List<Feature> features) {
        return new FileLayer(id, scope.words().say("file.layer." + id), shape, columns, features);
    }

    private static MultiPolygon polygons(Geometry border) {
        List<Polygon> polygons = new ArrayList<>();
        for (Object polygon : PolygonExtracter.getPolygons(border)) {
            polygons.add((Polygon) polygon);
        }
        return Wkb.GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }
}
