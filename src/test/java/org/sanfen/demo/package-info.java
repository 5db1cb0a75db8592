/**
 * The generator of the schematic first-run place: a town named after Yantian that stands in the open sea. It is a tool of
 * the developer, not a part of the product: {@link org.sanfen.demo.YantianDemo} writes the files of {@code db/demo}, which
 * the build packs into the jar and the first start loads through the same doors as anybody's files.
 *
 * <p>Everything follows from one seed; the same code makes the same bytes. Real are only the names and codes of the four
 * subdistricts and 23 communities; outline, streets, buildings, residents and points are made up.
 */
package org.sanfen.demo;
