package org.sanfen.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sanfen.exchange.GroundRequest.System.Fitted;
import org.sanfen.exchange.GroundRequest.System.Known;
import org.sanfen.exchange.GroundRequest.System.Local;
import org.sanfen.exchange.GroundRequest.System.Shifted;
import org.sanfen.exchange.ground.ControlPoints;
import org.sanfen.exchange.osm.Findings;
import org.sanfen.exchange.vector.FileCrs;
import org.sanfen.exchange.vector.VectorFile;
import org.sanfen.geo.Bd09;
import org.sanfen.geo.Gcj02;
import org.sanfen.geo.LonLat;

/** Brings the geometries of one file to WGS-84: by PostGIS, by the shift of Chinese web maps, or by control points. */
final class GroundSystem {

    private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);

    private final UnaryOperator<List<Geometry>> conversion;

    private GroundSystem(UnaryOperator<List<Geometry>> conversion) {
        this.conversion = conversion;
    }

    /**
     * @param said by the operator; null to take the file at its word
     * @param stated by the file
     * @param what name of the file, for sentences
     */
    static GroundSystem of(
            GroundRequest.System said, FileCrs stated, String what, Projection projection, Findings findings) {
        if (said instanceof Shifted shifted) {
            UnaryOperator<LonLat> back = shifted == Shifted.GCJ02 ? Gcj02::toWgs84 : Bd09::toWgs84;
            return new GroundSystem(geometries -> each(geometries, geometry -> moved(geometry, back)));
        }
        if (said instanceof Local || said instanceof Fitted) {
            ControlPoints fitted =
                    ControlPoints.fit(said instanceof Local local ? pairs(local) : ((Fitted) said).points());
            ControlPoints.Worst worst = fitted.worst();
            String metres = String.format(Locale.ROOT, "%.2f", worst.metres());
            if (worst.isFar() && said instanceof Local local && !local.isAccepted()) {
                throw new ImportRefused(
                        Refusal.CONTROL_FAR,
                        "point",
                        String.valueOf(worst.number()),
                        "metres",
                        metres,
                        "most",
                        String.valueOf(Math.round(ControlPoints.FAR_M)));
            }
            findings.add(
                    "local_grid",
                    "The local grid was fitted by control points",
                    what + ": #" + worst.number() + ", " + metres + " m");
            return new GroundSystem(geometries -> each(geometries, fitted::toWgs84));
        }
        FileCrs system = said instanceof Known known ? known.crs() : stated;
        if (!system.isKnown()) {
            return new GroundSystem(geometries -> {
                if (!geometries.stream().allMatch(one -> EARTH.covers(one.getEnvelopeInternal()))) {
                    throw new ImportRefused(Refusal.CRS_UNSTATED, "name", what);
                }
                return geometries;
            });
        }
        return new GroundSystem(geometries -> projection.toWgs84(geometries, system));
    }

    private static List<ControlPoints.Pair> pairs(Local local) {
        List<ControlPoints.Pair> pairs = new ArrayList<>();
        try (VectorFile table = VectorFile.open(local.controlPoints(), null)) {
            table.read(table.layer(null).name(), row -> {
                Double lon = number(row.values().get("lon"));
                Double lat = number(row.values().get("lat"));
                if (row.geometry() == null || lon == null || lat == null) {
                    throw new ImportRefused(Refusal.CONTROL_ROW, "row", String.valueOf(row.number()));
                }
                Coordinate place = row.geometry().getCoordinate();
                return pairs.add(new ControlPoints.Pair(place.x, place.y, lon, lat));
            });
        }
        return pairs;
    }

    /** Null for anything else. */
    private static Double number(String text) {
        try {
            return text == null ? null : Double.valueOf(text);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static List<Geometry> each(List<Geometry> geometries, UnaryOperator<Geometry> conversion) {
        return geometries.stream().map(conversion).toList();
    }

    private static Geometry moved(Geometry geometry, UnaryOperator<LonLat> back) {
        Geometry moved = geometry.copy();
        moved.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                LonLat at = back.apply(new LonLat(sequence.getX(i), sequence.getY(i)));
                sequence.setOrdinate(i, 0, at.lon());
                sequence.setOrdinate(i, 1, at.lat());
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return moved;
    }

    List<Geometry> toWgs84(List<Geometry> geometries) {
        return conversion.apply(geometries);
    }
}
