/**
 * Standards, and what each gives for a place: figures, gaps, covered streets (coverage.md).
 *
 * <p>{@code coverage.stored} keeps runs, recomputes them in the background, publishes and serves them again; what the
 * public may see, and comparisons, come through {@link org.sanfen.coverage.PublicCoverage}.
 *
 * <p>Takes streets, demand and points from their packages, hands them to {@code coverage.engine}, and keeps the result
 * while the change numbers of the data stand; what a dragged point wins and loses is told from memory (LiveCoverage). Pages, tiles and exports read {@link org.sanfen.coverage.CoverageRun}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Coverage",
        allowedDependencies = {
            "geo",
            "place",
            "web",
            "street",
            "street :: engine",
            "demand",
            "directory",
            "directory :: hours",
            "staff"
        })
package org.sanfen.coverage;
