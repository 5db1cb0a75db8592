package org.sanfen.exchange.osm;

/** The population tag. */
final class Population {

    private Population() {}

    /** Residents, or -1 where none are stated or the value can't be read. */
    static long of(Tags tags, String sourceId, Findings findings) {
        String text = tags.get("population");
        if (text == null) {
            return -1;
        }
        try {
            long residents = Long.parseLong(text.replaceAll("[\\s,.'\u00a0\u202f]", ""));
            if (residents >= 0) {
                return residents;
            }
        } catch (NumberFormatException unreadable) {
            // told below
        }
        findings.add("unreadable_value", "Values that can't be read count as missing", sourceId + ": population=" + text);
        return -1;
    }
}
