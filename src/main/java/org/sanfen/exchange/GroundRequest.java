package org.sanfen.exchange;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sanfen.exchange.ground.ControlPoints;
import org.sanfen.exchange.ground.GroundPart;
import org.sanfen.exchange.vector.FileCrs;

/**
 * What to take of a place's ground from which files; null where nothing is said.
 *
 * @param place id of the place, new or known
 * @param files the part that each file is given as; what no file is given for stays as it is
 * @param layers of files that hold several
 * @param columns field to column by part, before what the headers say
 * @param systems of the files of a part, instead of their own word
 * @param charsets of tables that don't say theirs
 * @param endsOnly whether streets join only where their ends meet, not at vertices that they share
 * @param mends whether street ends that stop within a metre of another street are joined to it
 * @param name in the place's own language; else one of the names in a language of its country
 * @param names by language, beside the name
 * @param zone IANA time zone
 * @param country ISO 3166-1 alpha-2
 * @param source whom to name wherever the data goes
 * @param licence of the data
 */
public record GroundRequest(
        String place,
        Map<GroundPart, Path> files,
        Map<GroundPart, String> layers,
        Map<GroundPart, Map<String, String>> columns,
        Map<GroundPart, System> systems,
        Map<GroundPart, Charset> charsets,
        boolean endsOnly,
        boolean mends,
        String name,
        Map<String, String> names,
        ZoneId zone,
        String country,
        String source,
        String licence) {

    /** The same system and character set for all files; null to take each at its word. */
    public GroundRequest(
            String place,
            Map<GroundPart, Path> files,
            Map<GroundPart, String> layers,
            Map<GroundPart, Map<String, String>> columns,
            System system,
            Charset charset,
            boolean endsOnly,
            boolean mends,
            String name,
            ZoneId zone,
            String country,
            String source,
            String licence) {
        this(
                place,
                files,
                layers,
                columns,
                ofAll(files, system),
                ofAll(files, charset),
                endsOnly,
                mends,
                name,
                Map.of(),
                zone,
                country,
                source,
                licence);
    }

    private static <T> Map<GroundPart, T> ofAll(Map<GroundPart, Path> files, T one) {
        Map<GroundPart, T> all = new EnumMap<>(GroundPart.class);
        if (one != null) {
            files.keySet().forEach(part -> all.put(part, one));
        }
        return all;
    }

    /** A coordinate system as people name it. */
    public sealed interface System {

        /** One that PostGIS converts. */
        record Known(FileCrs crs) implements System {}

        /** What Chinese web maps draw in. */
        enum Shifted implements System {
            GCJ02,
            BD09
        }

        /**
         * A local grid.
         *
         * @param controlPoints a table with the columns x, y, lon, lat
         * @param isAccepted whether it is taken however far its points are off
         */
        record Local(Path controlPoints, boolean isAccepted) implements System {}

        /** A local grid by points that are known already and accepted as they are. */
        record Fitted(List<ControlPoints.Pair> points) implements System {}
    }
}
