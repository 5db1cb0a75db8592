/**
 * Coverage on edges: intervals, figures, gaps, ground (coverage.md sections 3, 5 and 6).
 *
 * <p>Pure Java without Spring or SQL; in go the graph, demand, areas and points, out comes one immutable result; the brief
 * searches of {@link org.sanfen.coverage.engine.CoverageEngine} alone lend theirs until the next.
 */
@org.springframework.modulith.NamedInterface("engine")
package org.sanfen.coverage.engine;
