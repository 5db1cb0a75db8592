/**
 * OpenStreetMap's data model, read from any of its file formats and turned into streets, buildings, areas, basemap
 * features and points. No Spring and no SQL: files in, rows out.
 *
 * <p>{@link org.sanfen.exchange.osm.OsmFile} streams; {@link org.sanfen.exchange.osm.ExtractReader} keeps what lies
 * within the clip in primitive arrays, so memory grows with the town and not with the file;
 * {@link org.sanfen.exchange.osm.PointReader} keeps of it only what points are made of.
 */
package org.sanfen.exchange.osm;
