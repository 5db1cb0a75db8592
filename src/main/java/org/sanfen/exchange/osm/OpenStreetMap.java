package org.sanfen.exchange.osm;

/** What everything that comes from OpenStreetMap is known and credited by. */
public final class OpenStreetMap {

    /** As in {@code point.source}: no register may be called so. */
    public static final String SOURCE = "osm";

    public static final String LICENCE = "ODbL-1.0";

    public static final String CREDIT = "© OpenStreetMap contributors";

    private OpenStreetMap() {}
}
