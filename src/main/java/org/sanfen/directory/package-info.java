/**
 * The directory: emergency points of every kind, their registry of kinds, opening hours, history and editing.
 *
 * <p>Points come in through {@code exchange} (imports) and staff edits; they go out
 * to the public as GeoJSON, as columns for the map, as files of open data and as each point's own page, and to {@code coverage} through
 * DirectoryPoints. A kind is one entry of {@code kinds.json}. Uses {@code geo}, {@code photo},
 * {@code place}, {@code staff} and {@code web}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"geo", "photo", "place", "staff", "web"})
package org.sanfen.directory;
