/**
 * Coverage on edges: intervals, figures, gaps, ground (coverage.md sections 3, 5 and 6).
 *
 * <p>Pure Java without Spring or SQL; in go the graph, demand, areas and points, out comes one immutable result; the brief
 * searches of {@link org.sanfen.coverage.engine.CoverageEngine} alone lend theirs until the next. An engine is for one thread
 * at a time and borrows a second from the JVM's common pool while it runs; results and models are for any number.
 */
@org.springframework.modulith.NamedInterface("engine")
package org.sanfen.coverage.engine;
