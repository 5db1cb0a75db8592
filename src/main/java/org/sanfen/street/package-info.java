/**
 * The walking network of a place: rows of {@code street} become a graph in memory ({@code street.engine}), kept as long as
 * the place's streets are unchanged.
 *
 * <p>Streets come from {@code exchange}; nothing here knows what format they were read from. Uses {@code geo},
 * {@code place} and {@code web}; {@code coverage} searches on what it offers. To the public the network goes out whole, as
 * one file a place ({@code street.pack}), because a question about a way would tell where somebody is.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Streets",
        allowedDependencies = {"geo", "place", "web"})
package org.sanfen.street;
