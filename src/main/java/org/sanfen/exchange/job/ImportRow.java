package org.sanfen.exchange.job;

import tools.jackson.databind.JsonNode;

/**
 * A row of an import beside what the place has.
 *
 * @param number as a spreadsheet shows it
 * @param what {@code new}, {@code changed}, {@code unchanged}, {@code duplicate} or {@code problem}
 * @param said fields that the file speaks of, without the position
 * @param lon degrees, WGS-84; null if it has no position
 * @param placed by what an address was placed: {@code point}, {@code building}, {@code street}; null where it was not
 * @param accuracyM how far off a placed position may be
 * @param mobile waits for an editor's word that it is a duty line; null for none
 * @param problems lines of column, value, reason, hint
 * @param point public id of the point that it meets, or of its twin; null for none
 * @param pointName its name; null for none
 * @param changes field to before and after
 * @param kept field to what staff set and what the file says
 * @param take staff's word on whether it is taken over; null for none
 */
record ImportRow(
        long number,
        String what,
        String sourceId,
        JsonNode said,
        Double lon,
        Double lat,
        String placed,
        Double accuracyM,
        String address,
        String mobile,
        JsonNode problems,
        String point,
        String pointName,
        JsonNode changes,
        JsonNode kept,
        Boolean take) {}
