package org.sanfen.directory;

/**
 * Who an answer is for (coverage.md section 8). What is computed from internal points is internal too, because a circle
 * gives its centre away: so every figure, gap and tile is made for one audience and kept under it.
 */
public enum Audience {
    /** Everybody: public points only. */
    PUBLIC,
    /** Signed-in staff: internal points too. */
    STAFF
}
