package org.sanfen.coverage.engine;

/** Takes the stretches of the streets, edge by edge and along each, each in one state and with one nearest point. */
public interface StretchVisitor {

    /**
     * One inside the root area.
     *
     * @param covered within the limit
     * @param backup whether two different points reach it within the limit
     * @param nearest number of the nearest point all along; -1 where none reaches
     */
    void inside(int edge, int fromMm, int toMm, boolean covered, boolean backup, int nearest);

    /** One beyond the root area's border, which no figure counts. */
    void outside(int edge, int fromMm, int toMm, int nearest);
}
