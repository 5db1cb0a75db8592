/**
 * What comes in as files. {@link org.sanfen.exchange.OsmImport} fills every table of a place from one
 * OpenStreetMap extract, in one transaction; {@code exchange.osm} reads the file and turns tags into our own terms.
 * {@link org.sanfen.exchange.GroundImport} does the same with a planning bureau's files: {@code exchange.vector} reads them,
 * {@code exchange.ground} turns columns and lines into the terms of {@code exchange.osm}; {@code exchange.groundjob} is the
 * way there through the editor.
 * {@link org.sanfen.exchange.GeoJsonImport} takes a register's points and areas; {@link org.sanfen.exchange.FirstRun} feeds
 * both doors with what the build packs; {@code PopulationFile} takes residents of areas; {@code AreaEditing} and
 * {@code AreaTaking} keep what staff draw, set and take over of areas. Registers of any other form, and the points of an
 * extract without the rest of it, are read by {@code exchange.register} and go through {@code exchange.job}, the engine
 * behind the wizard and the command line.
 *
 * <p>Data come from a file, go through {@code exchange.osm} into rows, by COPY into the database, and from there to
 * {@code street}, {@code demand}, {@code directory} and {@code tile}. Uses {@code geo}, {@code place},
 * {@code directory}, for what staff give and take away {@code staff} and
 * {@code web}, and the GeoPackage writer of {@code report}; the command in front of it lives in {@code cli}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Exchange",
        allowedDependencies = {"geo", "place", "directory", "directory :: hours", "staff", "web", "report :: file"})
package org.sanfen.exchange;
