package org.sanfen.tile;

import java.util.List;

/**
 * All that a browser needs to show a place without a network.
 *
 * @param place its id
 * @param version a hash of all addresses and tags: another one means that something changed
 * @param bytes to transfer in all, compressed
 * @param approximate whether some of the bytes are taken from like files instead of measured
 */
record KeptFiles(String place, String version, long bytes, boolean approximate, List<KeptFile> files) {}
