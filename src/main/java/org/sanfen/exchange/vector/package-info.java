/**
 * Feature files of planning bureaus, read as they are: Shapefile (also zipped), GeoPackage, GeoJSON and tables with a
 * geometry become a stream of geometries with values by column, in the file's own coordinate system. A geometry that can't
 * be read is told with its feature and refuses no file. {@code exchange.register} reads its GeoPackages and GeoJSON here
 * too. Pure: nothing here knows Spring or the database; {@code exchange.Projection} turns coordinates into WGS-84.
 */
@org.springframework.modulith.NamedInterface("vector")
package org.sanfen.exchange.vector;
