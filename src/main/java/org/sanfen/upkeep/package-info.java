/**
 * Upkeep: what people report as wrong with a point, and what staff make of it.
 *
 * <p>Reports come in through the form on a point's page, without script, cookie or account; who sent one can follow it by a
 * random code. A photo is drawn anew in {@code photo} before it is stored, so that nothing but pixels stays. Staff
 * read and answer them under {@code /admin}. Pictures that nobody needs any more are deleted in the background: those of
 * reports here, those of points through {@code directory}. Uses {@code directory} for the point, {@code place} for its zone, {@code staff}
 * for the account that answers, {@code geo} for where a point stands, and {@code web}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Upkeep",
        allowedDependencies = {"directory", "geo", "photo", "place", "staff", "web"})
package org.sanfen.upkeep;
