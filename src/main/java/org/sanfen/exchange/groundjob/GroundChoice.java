package org.sanfen.exchange.groundjob;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.sanfen.exchange.ground.ControlPoints;

/**
 * How the files of a job are meant, as staff have said so far.
 *
 * @param given layers that are taken, each as a part of the ground
 * @param controls points known in a local grid and on the map
 * @param acceptsFit whether the local grid is taken however far its points are off
 * @param endsOnly whether streets join only where their ends meet
 * @param mends whether street ends that stop within a metre of another street are joined to it
 * @param names of a new place by language
 * @param zone of a new place, IANA; null to find out
 * @param country of a new place, ISO 3166-1 alpha-2; null to find out
 * @param source whom to name wherever the data goes; null for the operator
 * @param licence of the data; null if there is none to name
 */
record GroundChoice(
        List<Given> given,
        List<Control> controls,
        Boolean acceptsFit,
        Boolean endsOnly,
        Boolean mends,
        Map<String, String> names,
        String zone,
        String country,
        String source,
        String licence) {

    static final GroundChoice NONE =
            new GroundChoice(List.of(), List.of(), false, false, false, Map.of(), null, null, null, null);

    /** The points of a local grid. */
    static final String LOCAL = "LOCAL";

    GroundChoice {
        given = given == null ? List.of() : List.copyOf(given);
        controls = controls == null ? List.of() : List.copyOf(controls);
        acceptsFit = Boolean.TRUE.equals(acceptsFit);
        endsOnly = Boolean.TRUE.equals(endsOnly);
        mends = Boolean.TRUE.equals(mends);
        names = names == null ? Map.of() : Map.copyOf(names);
    }

    /**
     * A layer that is taken.
     *
     * @param part word of a {@link org.sanfen.exchange.ground.GroundPart}
     * @param columns field to column; a field without one is not read
     * @param crs {@code EPSG:n}, {@code GCJ02}, {@code BD09} or {@link #LOCAL}; null to take the file at its word
     */
    record Given(long file, String layer, String part, Map<String, String> columns, String crs) {

        Given {
            columns = columns == null ? Map.of() : Map.copyOf(columns);
        }
    }

    /**
     * A control point; what is not said yet is null.
     *
     * @param x easting on the local grid
     * @param y northing
     */
    record Control(Double x, Double y, Double lon, Double lat) {

        @JsonIgnore
        boolean isWhole() {
            return x != null && y != null && lon != null && lat != null;
        }

        ControlPoints.Pair pair() {
            return new ControlPoints.Pair(x, y, lon, lat);
        }
    }

    List<ControlPoints.Pair> pairs() {
        return controls.stream().filter(Control::isWhole).map(Control::pair).toList();
    }
}
