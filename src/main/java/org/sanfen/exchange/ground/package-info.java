/**
 * The ground of a place from other sources than OpenStreetMap: streets, buildings, barriers with gates, water, population
 * and the outline, as planning bureaus have them. Columns and values are turned into the terms that {@code exchange.osm}
 * speaks, and from there all goes the same way. Pure: {@code exchange.GroundImport} reads the files and writes the tables.
 */
@org.springframework.modulith.NamedInterface("ground")
package org.sanfen.exchange.ground;
