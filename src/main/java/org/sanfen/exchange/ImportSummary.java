package org.sanfen.exchange;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sanfen.exchange.osm.Findings;

/**
 * What an import took in, what it left out and why.
 *
 * @param format such as {@code osm.pbf}
 * @param sha256 of the file, hexadecimal
 * @param dataDate that the file states; null if it states none
 * @param changeNumber of the place after the import
 * @param changed false if the file brought nothing new
 * @param counts rows by what they are, in a fixed order
 * @param messages what was noticed
 * @param conflicts fields that staff have edited and the source says otherwise
 * @param remark on how the place's settings were found out; empty if there is nothing to say
 */
public record ImportSummary(
        String place,
        String format,
        String fileName,
        String sha256,
        Instant dataDate,
        long changeNumber,
        boolean changed,
        Map<String, Long> counts,
        List<Findings.Finding> messages,
        List<String> conflicts,
        String remark) {

    public void print(PrintStream out) {
        out.println();
        out.printf("%-36s %12s%n", "Taken in", "");
        counts.forEach((what, count) -> out.printf("  %-34s %,12d%n", what.replace('_', ' '), count));
        if (!messages.isEmpty()) {
            out.printf("%-36s %12s%n", "Noticed", "");
            for (Findings.Finding finding : messages) {
                out.printf("  %s: %,d%n", finding.text(), finding.count());
                finding.cases().forEach(place -> out.println("      " + place));
                if (finding.count() > finding.cases().size()) {
                    out.printf("      and %,d more%n", finding.count() - finding.cases().size());
                }
            }
        }
        if (!conflicts.isEmpty()) {
            out.println("Kept as staff edited it");
            conflicts.forEach(conflict -> out.println("  " + conflict));
        }
        if (!remark.isEmpty()) {
            out.println(remark);
        }
        out.println(
                changed
                        ? "\"" + place + "\" is now at change number " + changeNumber + "."
                        : "Nothing has changed: \"" + place + "\" stays at change number " + changeNumber + ".");
    }
}
