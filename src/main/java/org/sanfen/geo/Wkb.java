package org.sanfen.geo;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * The one place where geometries cross between Java (JTS) and PostGIS: extended WKB with SRID 4326, as {@code bytea} or
 * hexadecimal. Statements read with {@code ST_AsBinary(geom)} and write with {@code ST_GeomFromEWKB(:geom)}. Thread-safe.
 */
public final class Wkb {

    /** Makes all geometries of the product: WGS-84, longitude first. */
    public static final GeometryFactory GEOMETRIES = new GeometryFactory(new PrecisionModel(), 4326);

    private Wkb() {}

    /** Extended WKB, little endian, with the SRID. */
    public static byte[] write(Geometry geometry) {
        return new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN, true).write(geometry);
    }

    /** The same as hexadecimal text, which {@code COPY} reads into a geometry column. */
    public static String writeHex(Geometry geometry) {
        return WKBWriter.toHex(write(geometry));
    }

    /** @throws IllegalArgumentException if the bytes are no WKB */
    public static Geometry read(byte[] bytes) {
        try {
            return new WKBReader(GEOMETRIES).read(bytes);
        } catch (ParseException broken) {
            throw new IllegalArgumentException("Not a WKB geometry: " + broken.getMessage(), broken);
        }
    }
}
