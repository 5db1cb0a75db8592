package org.sanfen.directory;

import org.sanfen.geo.LonLat;

/**
 * A public point that fits a {@link PointQuery}, with what decides whether it is open; its feature is made elsewhere.
 *
 * @param id public id
 * @param version another one whenever the point's row or its public station in charge is another
 * @param kind id of its {@link PointKind}
 * @param position WGS-84
 * @param openingHours OSM syntax; null when unknown
 */
record FoundPoint(String id, String version, String kind, LonLat position, String openingHours) {}
