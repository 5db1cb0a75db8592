/**
 * Stored runs (coverage.md section 7): canonical bytes of each result under their hash, sets of runs of a place in one
 * state of its data, the worker that recomputes them, what is kept and published, and runs served again.
 *
 * <p>Runs come from {@link org.sanfen.coverage.CoverageService}; lines of an old run are cut from the streets as they were,
 * which the database keeps. Part of the module {@code coverage}.
 */
@org.springframework.modulith.NamedInterface("stored")
package org.sanfen.coverage.stored;
