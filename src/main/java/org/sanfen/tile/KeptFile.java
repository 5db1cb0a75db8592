package org.sanfen.tile;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One address of what a place consists of.
 *
 * @param path with its query, as the page asks for it
 * @param bytes of the answer on its way, compressed
 * @param tag the answer's ETag, by which a browser knows that it is the one of this list; null where the address names
 *     the version
 * @param block whether it is a block of the map, of which a large place has very many
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeptFile(String path, long bytes, String tag, boolean block) {}
