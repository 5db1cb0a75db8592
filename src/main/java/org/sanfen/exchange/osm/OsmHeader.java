package org.sanfen.exchange.osm;

import java.time.Instant;
import org.locationtech.jts.geom.Envelope;

/**
 * What a file says of itself.
 *
 * @param box in degrees, null where the file states none
 * @param dataDate null where the file states none
 */
public record OsmHeader(Envelope box, Instant dataDate) {}
