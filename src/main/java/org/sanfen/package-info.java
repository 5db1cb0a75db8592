/**
 * Sanfen: a self-hosted directory of fire and emergency points with coverage analysis.
 *
 * <p>One package a feature; data flows from {@code exchange} through {@code place}, {@code directory}, {@code street}
 * and {@code demand} into {@code coverage}, and from there to {@code report}, {@code tile} and the pages. Nothing flows
 * back. The engines ({@code street.engine}, {@code coverage.engine}) know neither Spring nor SQL nor HTTP.
 */
package org.sanfen;
