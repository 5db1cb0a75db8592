/**
 * What the maps are drawn from: vector tiles made by PostGIS, the coverage that can be laid over them, and the index that the
 * public page searches by itself; and the pages that hold a map alone.
 *
 * <p>Basemap tiles come in blocks of at least 2 km by 2 km and in wider overviews, so that a request says no more about a
 * visitor than his block ({@link org.sanfen.tile.Blocks}); their SQL is {@code R__tiles.sql}. Addresses hold the change
 * number of what they show, so answers may be kept for ever. Coverage tiles are made from a run's stretches of
 * street, in the same blocks: everybody's from public points, staff's with internal ones. What a browser keeps to show a place without a network is listed here too ({@link
 * org.sanfen.tile.KeptFilesList}), whoever serves it. Uses {@code place}, {@code coverage},
 * {@code directory}, {@code staff} and {@code web}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Tiles",
        allowedDependencies = {"place", "coverage", "directory", "staff", "web"})
package org.sanfen.tile;
