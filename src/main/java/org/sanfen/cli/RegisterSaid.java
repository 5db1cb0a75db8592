package org.sanfen.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sanfen.exchange.job.ImportJob;
import org.sanfen.exchange.job.ImportJobs;
import org.sanfen.exchange.register.FileLook;
import org.sanfen.exchange.register.ReadingChoice;
import tools.jackson.databind.JsonNode;

/** What the command line says of a register: what was found in the file, and what its rows are. */
final class RegisterSaid {

    private static final List<String> COUNTS = List.of("rows", "new", "changed", "unchanged", "duplicate", "problem");
    private static final Map<String, String> BESIDE = new TreeMap<>(Map.of(
            "placed", "placed by their address",
            "kept", "keep what staff edited",
            "elsewhere", "points beyond the place, left out"));
    private static final int CASES = 5;

    private final ImportJobs jobs;
    private final PrintStream out;

    RegisterSaid(ImportJobs jobs, PrintStream out) {
        this.jobs = jobs;
        this.out = out;
    }

    /** @param choice whose system is null while it is in doubt, and where the file has no coordinates */
    void found(FileLook look, ReadingChoice choice) {
        String none = look.crs().candidates().isEmpty() ? "no coordinates" : "coordinates in doubt";
        out.printf(
                "Reading %s: %s%s%s, %s, source \"%s\"%n",
                look.fileName(),
                "\t".equals(look.delimiter()) ? "TSV" : look.format(),
                look.charset() == null ? "" : ", " + look.charset(),
                look.part() == null ? "" : ", \"" + look.part() + "\"",
                choice.crs() == null ? none : choice.crs(),
                choice.source());
        choice.mapping()
                .fields()
                .forEach((field, from) -> out.printf(
                        "  %-20s <- %s%n",
                        field,
                        from.columns().isEmpty() ? "\"" + from.constant() + "\"" : String.join(" + ", from.columns())));
    }

    /** Of a job that has been read. */
    void counted(ImportJob job) {
        JsonNode counts = job.counts();
        out.println();
        for (String what : COUNTS) {
            count(what, counts.path(what).asLong(0));
        }
        BESIDE.forEach((what, words) -> {
            if (counts.path(what).asLong(0) > 0) {
                count(words, counts.path(what).asLong());
            }
        });
        if (!counts.path("problems").isEmpty()) {
            out.println("Noticed");
            counts.path("problems")
                    .properties()
                    .forEach(problem ->
                            noticed(job, problem.getKey(), problem.getValue().asLong()));
        }
    }

    private void count(String what, long rows) {
        out.printf("  %-34s %,12d%n", what, rows);
    }

    private void noticed(ImportJob job, String reason, long rows) {
        count(reason, rows);
        List<ImportJobs.Case> cases = jobs.listCases(job.id(), reason, CASES);
        cases.forEach(one -> out.printf("      row %d: %s%n", one.row(), one.sentence()));
        if (rows > cases.size()) {
            out.printf("      and %,d more%n", rows - cases.size());
        }
    }
}
