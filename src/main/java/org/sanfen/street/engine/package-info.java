/**
 * The walking graph and what is done on it: snapping inside edges, barriers, multi-source search (coverage.md section 2).
 *
 * <p>Pure Java on primitive arrays, without Spring, SQL or global state: the same classes may run inside a batch job.
 * Costs are integers, milliseconds or millimetres, so that results never depend on the order of the input.
 */
@org.springframework.modulith.NamedInterface("engine")
package org.sanfen.street.engine;
