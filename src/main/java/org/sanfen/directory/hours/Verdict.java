package org.sanfen.directory.hours;

/**
 * What a rule says of a moment.
 *
 * @param state open, closed or unknown
 * @param reason why unknown, or a comment; null for none
 */
record Verdict(Openness.State state, String reason) {}
