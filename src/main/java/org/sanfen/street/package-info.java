/**
 * The walking network of a place: rows of {@code street} become a graph in memory ({@code street.engine}), kept as long as
 * the place's streets are unchanged.
 *
 * <p>Streets come from {@code exchange}; nothing here knows what format they were read from. Uses {@code geo} and
 * {@code place}; {@code coverage} searches on what it offers.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Streets",
        allowedDependencies = {"geo", "place"})
package org.sanfen.street;
