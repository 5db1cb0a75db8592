package org.sanfen.exchange;

/**
 * A point of a register as a file brings it.
 *
 * @param number of its feature, from 1
 * @param source name of the register
 * @param said what it says
 */
record RegisterPoint(long number, String source, PointMerge.Said said) {

    String kind() {
        return said.values().get("kind").stringValue();
    }

    /** Source id of the station in charge; empty for none. */
    String parent() {
        return said.values().path("parent").asString("");
    }
}
