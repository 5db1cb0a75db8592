package org.sanfen.exchange.register;

import java.util.List;
import java.util.Locale;

/**
 * What the coordinates of a file look like. The numbers alone never tell WGS-84 from GCJ-02 and BD-09: inside mainland
 * China all three are offered, in doubt.
 *
 * @param candidates best first; empty if there is no coordinate to go by
 * @param inDoubt a person has to choose
 * @param swapped the column of longitudes holds latitudes, or northings stand where eastings should
 */
public record CrsGuess(List<Candidate> candidates, boolean inDoubt, boolean swapped) {

    public static final CrsGuess NONE = new CrsGuess(List.of(), true, false);

    /** Of a file that this software wrote: it shifts nothing, so that nobody need be asked. */
    static final CrsGuess OURS = new CrsGuess(List.of(new Candidate("WGS84", Why.DECLARED)), false, false);

    /**
     * A system that fits.
     *
     * @param crs {@code WGS84}, {@code GCJ02}, {@code BD09} or {@code EPSG:n}
     */
    public record Candidate(String crs, Why why) {}

    /** Why a system is offered. */
    public enum Why {
        DECLARED,
        DEGREES_INSIDE,
        DEGREES,
        DEGREES_OF_CHINESE_MAPS,
        ZONE_IN_EASTING,
        ZONE_OF_PLACE,
        UTM,
        WEB_MERCATOR,
        PLANE_RECTANGULAR;

        /** Key of the sentence in the i18n files. */
        public String key() {
            return "import.crs." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Of coordinates as they stand in a file.
     *
     * @param coordinates x and y of each
     * @param place that the file is for; null when unknown
     * @param declared system that the file states; null for none
     */
    public static CrsGuess of(List<double[]> coordinates, RegisterPlace place, String declared) {
        CrsGuesser guesser = new CrsGuesser(place, new PlaceBoundary(place), declared);
        coordinates.forEach(at -> guesser.see(at[0], at[1]));
        return guesser.guess();
    }

    /** The best candidate's name; null if there is none. */
    public String best() {
        return candidates.isEmpty() ? null : candidates.get(0).crs();
    }
}
