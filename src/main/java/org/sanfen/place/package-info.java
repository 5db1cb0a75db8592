/**
 * Places (a deployment's units), their areas in layers, and their change numbers.
 *
 * <p>Every write to a place takes its next change number here, inside its own transaction; every cache asks here whether
 * what it holds is still current. What a package does in the background when data want it is looked for by a
 * {@link org.sanfen.place.BackgroundLook}. Uses {@code geo} and {@code web}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Places",
        allowedDependencies = {"geo", "web"})
package org.sanfen.place;
