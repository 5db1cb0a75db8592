package org.sanfen.exchange.register;

import java.time.ZoneId;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * What the reader has to know of the place that a file is for.
 *
 * @param zone in which days are counted
 * @param country ISO 3166-1 alpha-2; null when unknown
 * @param languages BCP 47 tags, most used first: a text without a language is in the first one
 * @param bounds west, south, east, north in degrees; null when unknown
 * @param outline of the place, WGS-84; null when unknown: then the bounds count
 */
public record RegisterPlace(
        ZoneId zone, String country, List<String> languages, List<Double> bounds, Geometry outline) {}
