/**
 * Reads GeoJSON (RFC 7946) a feature at a time, so that a file of any length fits. Knows neither the database nor what the
 * features mean: {@link org.sanfen.exchange.GeoJsonImport} does.
 */
package org.sanfen.exchange.geojson;
