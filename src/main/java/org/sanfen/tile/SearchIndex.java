package org.sanfen.tile;

import java.util.List;

/**
 * Everything by which a spot in a place can be found in words, loaded once so that no search leaves the browser. Points
 * are not in it: the page has them anyway.
 *
 * @param place its id
 * @param streets named streets, one entry for each stretch that hangs together
 * @param addresses buildings with an address
 */
record SearchIndex(String place, List<Entry> streets, List<Entry> addresses) {

    /**
     * One thing to find.
     *
     * @param name in the place's own language: a street's name, or street and number
     * @param en English name where it differs; null otherwise
     * @param zh Chinese name where it differs; null otherwise
     * @param lon longitude in degrees, rounded to about a metre
     * @param lat latitude in degrees
     */
    record Entry(String name, String en, String zh, double lon, double lat) {}
}
