package org.sanfen.exchange.osm;

/**
 * A member of a relation.
 *
 * @param type {@code 'n'}, {@code 'w'} or {@code 'r'}
 * @param id of the member
 * @param role such as {@code outer}; may be empty
 */
public record OsmMember(char type, long id, String role) {}
