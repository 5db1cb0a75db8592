package org.sanfen.exchange.vector;

import java.util.List;

/**
 * A layer of a file.
 *
 * @param name by which it is asked for
 * @param columns in the file's order
 * @param crs as the file states it
 */
public record VectorLayer(String name, List<String> columns, FileCrs crs) {}
