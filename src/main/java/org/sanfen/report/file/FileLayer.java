package org.sanfen.report.file;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer of a map.
 *
 * @param id for machines
 * @param title for people
 * @param shape of every feature
 * @param columns of its features' properties
 * @param features in order
 */
public record FileLayer(String id, String title, Shape shape, List<FileColumn> columns, List<Feature> features) {

    /** One kind of geometry a layer. */
    public enum Shape {
        POINT,
        LINESTRING,
        MULTILINESTRING,
        MULTIPOLYGON
    }

    /**
     * A thing on the map.
     *
     * @param geometry degrees, WGS-84, longitude first
     * @param values as many as the layer has columns
     */
    public record Feature(Geometry geometry, List<Object> values) {}
}
