package org.sanfen.exchange.osm;

import java.util.List;

/** Takes the objects of a file one by one, in the file's order: nodes, ways, relations as a rule. */
public interface OsmHandler {

    default void header(OsmHeader header) {}

    /**
     * @param lon7 longitude in 1e-7 degrees
     * @param lat7 latitude in 1e-7 degrees
     */
    default void node(long id, int lon7, int lat7, Tags tags) {}

    /** A node whose position can't be read or is not on the earth. */
    default void badNode(long id, String why) {}

    default void way(long id, long[] nodes, Tags tags) {}

    default void relation(long id, List<OsmMember> members, Tags tags) {}
}
