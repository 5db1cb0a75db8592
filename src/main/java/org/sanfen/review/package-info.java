/**
 * The review of changes: editors whose changes are reviewed propose them, somebody who may publish points makes them true
 * or sends them back with a note.
 *
 * <p>A proposal lies in {@code point_proposal} and nowhere else, so neither the public nor coverage nor a colleague's list
 * sees it; it is published through {@link org.sanfen.directory.PointEditing} like any other edit, with the same checks and
 * the same conflict where the point moved on. Uses {@code directory}, {@code geo} for where a point stands, {@code place},
 * {@code staff} and {@code web}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Review",
        allowedDependencies = {"directory", "geo", "place", "staff", "web"})
package org.sanfen.review;
