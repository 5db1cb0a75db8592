/**
 * The coverage-gap report: one page a place or area, standard and time, readable without a script, with its map as a drawing
 * for print and for browsers without scripts; the page that compares two runs; and the same report as files, gathered here
 * and written by {@code report.file}.
 *
 * <p>{@link org.sanfen.report.ReportPage} is the one model of its texts, for page and paper. The public's pages show what is
 * published, from public points only; staff's, under {@code /admin/report}, internal points too (coverage.md section 8).
 * Figures come from {@code coverage}, names from {@code place} and {@code directory}, who may read staff's from {@code staff};
 * nothing is written here.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Report",
        allowedDependencies = {"geo", "place", "directory", "coverage", "paper", "staff", "web"})
package org.sanfen.report;
