/**
 * What comes in as files. {@link org.sanfen.exchange.OsmImport} fills every table of a place from one
 * OpenStreetMap extract, in one transaction; {@code exchange.osm} reads the file and turns tags into our own terms.
 * {@code exchange.register} reads any file of a register into rows.
 * {@link org.sanfen.exchange.GeoJsonImport} takes a register's points and areas; {@link org.sanfen.exchange.FirstRun} feeds
 * both doors with what the build packs; {@code PopulationFile} takes residents of areas.
 *
 * <p>Data come from a file, go through {@code exchange.osm} into rows, by COPY into the database, and from there to
 * {@code street}, {@code demand}, {@code directory} and {@code tile}. Uses {@code geo}, {@code place},
 * {@code directory}, and for the populations that staff give {@code staff} and {@code web}; the command in front of it lives in {@code cli}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {"geo", "place", "directory", "directory :: hours", "staff", "web"})
package org.sanfen.exchange;
