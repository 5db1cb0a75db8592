/**
 * The coverage-gap report: one page a place or area and standard, readable without a script, made from a public coverage
 * run; its map as a drawing for print and for browsers without scripts; and the same report as files, gathered here and
 * written by {@code report.file}.
 *
 * <p>Everything shown is computed from public points only (coverage.md section 8). Figures come from {@code coverage},
 * names from {@code place} and {@code directory}; nothing is written here.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Report",
        allowedDependencies = {"geo", "place", "directory", "coverage", "web"})
package org.sanfen.report;
