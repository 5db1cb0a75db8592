package org.sanfen.street.pack;

/**
 * A street's name.
 *
 * @param name in the place's own language
 * @param en English name where it differs; null otherwise
 * @param zh Chinese name where it differs; null otherwise
 */
public record StreetName(String name, String en, String zh) {}
