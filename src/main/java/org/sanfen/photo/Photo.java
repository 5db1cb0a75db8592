package org.sanfen.photo;

/**
 * A picture drawn anew: no metadata, the right way up.
 *
 * @param jpeg its file
 * @param width pixels, at most {@link PhotoReader#LONGEST}
 * @param height pixels, at most {@link PhotoReader#LONGEST}
 */
public record Photo(byte[] jpeg, int width, int height) {}
