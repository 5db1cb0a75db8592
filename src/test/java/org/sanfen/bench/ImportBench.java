package org.sanfen.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sanfen.testing.TestDatabase;

/**
 * Times imports, each in a JVM of its own as {@code ./run import} starts it, with the class archive that a first start
 * leaves behind: Monaco end to end; then a synthetic extract of 1,000,000 nodes and 120,000
 * walkable ways with a heap of 512 MB, by turns with osm2pgsql (default options, no slim mode) on the same file and
 * server, each time into a new database; then the same as the second place of a database, which keeps its indexes.
 * Beside the seconds of the whole process stand its own processor time and the server's, which other work on the machine
 * disturbs less. Prints figures and asserts nothing. Needs {@code SANFEN_TEST_DB_URL}, and the unpacked application in
 * {@code SANFEN_BENCH_JAR}.
 */
public final class ImportBench {

    private static final long SEED = 20261121;
    private static final int TURNS = 11;
    private static final String PEER =
            "osm2pgsql makes other tables, unlogged while it fills them: a line a way with all its tags as columns, ordered"
                    + " by place in a second pass, with a GiST index and statistics. The import cuts ways at junctions, measures"
                    + " them, hashes each row, deduces areas and buildings, writes the log that survives a power cut, all in one"
                    + " transaction, with its constraints, a GiST index and two more; statistics are left to the server. Both use"
                    + " one connection or more as they like, the same server and settings, and are timed as whole processes.";
    private static final String CONNECTIONS = """
            SELECT pg_backend_pid(),
                   (SELECT count(*)
                    FROM pg_stat_activity
                    WHERE backend_type IN ('client backend', 'parallel worker') AND pid <> pg_backend_pid())
            """;
    /** A second, as Linux counts processor time for us to see. */
    private static final double TICKS = 100;

    private static final Pattern DONE = Pattern.compile("Done in ([0-9.]+) s");

    private static Path archive;

    /**
     * One timed process.
     *
     * @param seconds from start to exit
     * @param own seconds that the command itself reports, without the start of its JVM; NaN if it reports none
     * @param processor seconds of processor time, the database server's not among them
     * @param server seconds of processor time of the database server meanwhile; 0 where the system does not tell
     * @param peakMb resident memory at its highest
     */
    private record Timed(double seconds, double own, double processor, double server, double peakMb) {

        double both() {
            return processor + server;
        }
    }

    private ImportBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        Path directory = Files.createTempDirectory("import-bench-");
        try {
            Path monaco = directory.resolve("monaco.osm.pbf");
            try (var packed = ImportBench.class.getResourceAsStream("/first-run/monaco-latest.osm.pbf")) {
                Files.copy(packed, monaco);
            }
            archive = directory.resolve("archive");
            train();
            TestDatabase database = newDatabase();
            print(out, "Monaco, import", ours(database, monaco, "monaco", "--area", "relation/2220322"));
            Path town = directory.resolve("town.osm.pbf");
            new SyntheticTown(1_000_000, 120_000, SEED).write(town);
            out.printf(
                    Locale.ROOT,
                    "Synthetic extract: 1,000,000 nodes, 120,000 ways, %.1f MB, seed %d%n",
                    Files.size(town) / 1e6,
                    SEED);
            out.println(PEER);
            List<Timed> own = new ArrayList<>();
            List<Timed> peer = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                own.add(ours(newDatabase(), town, "town"));
                print(out, "Synthetic, import with -Xmx512m", own.get(turn));
                peer.add(osm2pgsql(town));
                print(out, "Synthetic, osm2pgsql", peer.get(turn));
            }
            printRatio(out, "best", 0, own, peer);
            printRatio(out, "median", TURNS / 2, own, peer);
            print(out, "Synthetic, as the second place", ours(database, town, "town"));
        } finally {
            try (var files = Files.walk(directory)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void print(PrintStream out, String what, Timed timed) {
        out.printf(
                Locale.ROOT,
                "%-36s %6.2f s  %s  processor %.2f s, server's %.2f s  peak %.0f MB%n",
                what,
                timed.seconds(),
                Double.isNaN(timed.own()) ? "" : "(without start %.1f s)".formatted(timed.own()),
                timed.processor(),
                timed.server(),
                timed.peakMb());
    }

    /** @param rank which of the turns, in rising order of each figure: 0 is the best */
    private static void printRatio(PrintStream out, String name, int rank, List<Timed> own, List<Timed> peer) {
        double theirs = ranked(peer, rank, Timed::seconds);
        out.printf(
                Locale.ROOT,
                "Ratio to osm2pgsql, %s of %d each: %.2f (whole process, %.2f against %.2f s), %.2f (without the start"
                        + " of the JVM), %.2f (processor time), %.2f (with the server's)%n",
                name,
                TURNS,
                ranked(own, rank, Timed::seconds) / theirs,
                ranked(own, rank, Timed::seconds),
                theirs,
                ranked(own, rank, Timed::own) / theirs,
                ranked(own, rank, Timed::processor) / ranked(peer, rank, Timed::processor),
                ranked(own, rank, Timed::both) / ranked(peer, rank, Timed::both));
    }

    private static double ranked(List<Timed> turns, int rank, ToDoubleFunction<Timed> figure) {
        return turns.stream().mapToDouble(figure).sorted().toArray()[rank];
    }

    private static TestDatabase newDatabase() {
        TestDatabase database = TestDatabase.create();
        database.dropWhenIdle();
        return database;
    }

    private static Timed ours(TestDatabase database, Path file, String place, String... more)
            throws IOException, InterruptedException {
        // A command is over before the second compiler pays: 3.5 s of CPU against 9.
        List<String> command = java(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                "-XX:SharedArchiveFile=" + archive,
                "-Xlog:cds=off");
        command.addAll(List.of("import", file.toString(), "--place", place));
        command.addAll(List.of(more));
        return time(command, settings(database));
    }

    /** What a first start does once a build. */
    private static void train() throws IOException, InterruptedException {
        List<String> command = java("-XX:ArchiveClassesAtExit=" + archive);
        command.add("train");
        time(command, settings(newDatabase()));
    }

    private static List<String> java(String... flags) {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-Xss512k", "-XX:ReservedCodeCacheSize=96m", "-XX:-UsePerfData"));
        command.addAll(List.of(flags));
        command.addAll(List.of("-jar", System.getenv("SANFEN_BENCH_JAR")));
        return command;
    }

    private static Map<String, String> settings(TestDatabase database) {
        return Map.of(
                "SANFEN_DB_URL", database.url(),
                "SANFEN_DB_USER", database.user(),
                "SANFEN_DB_PASSWORD", database.password());
    }

    private static Timed osm2pgsql(Path file) throws IOException, InterruptedException {
        TestDatabase database = newDatabase();
        URI server = URI.create(database.url().substring("jdbc:".length()));
        return time(
                List.of(
                        "osm2pgsql",
                        "-d",
                        database.name(),
                        "-H",
                        server.getHost(),
                        "-P",
                        String.valueOf(server.getPort()),
                        "-U",
                        database.user(),
                        file.toString()),
                Map.of("PGPASSWORD", database.password()));
    }

    private static Timed time(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("import-bench-", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        double served = serverProcessor();
        long start = System.nanoTime();
        Process process = builder.start();
        double peakMb = 0;
        double processor = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            peakMb = Math.max(peakMb, residentPeakMb(process.pid()));
            processor = process.info()
                    .totalCpuDuration()
                    .map(time -> time.toMillis() / 1e3)
                    .orElse(processor);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String output = Files.readString(log);
        Files.delete(log);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " failed:\n" + output);
        }
        Matcher done = DONE.matcher(output);
        return new Timed(
                seconds,
                done.find() ? Double.parseDouble(done.group(1)) : Double.NaN,
                processor,
                serverProcessor() - served,
                peakMb);
    }

    /** Seconds that the server's ended connections have taken, as soon as none but ours is left; 0 if nobody tells. */
    private static double serverProcessor() throws IOException, InterruptedException {
        try (Connection server = DriverManager.getConnection(
                        System.getenv("SANFEN_TEST_DB_URL") + "postgres",
                        System.getenv().getOrDefault("SANFEN_TEST_DB_USER", "sanfen"),
                        System.getenv().getOrDefault("SANFEN_TEST_DB_PASSWORD", ""));
                var sql = server.createStatement()) {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
            int backend = 0;
            boolean alone = false;
            while (!alone && System.nanoTime() < until) {
                try (var rows = sql.executeQuery(CONNECTIONS)) {
                    rows.next();
                    backend = rows.getInt(1);
                    alone = rows.getInt(2) == 0;
                }
                Thread.sleep(alone ? 0 : 20);
            }
            String parent = stat(backend)[1];
            String[] postmaster = stat(Integer.parseInt(parent));
            return (Long.parseLong(postmaster[13]) + Long.parseLong(postmaster[14])) / TICKS;
        } catch (SQLException | NoSuchFileException elsewhere) {
            return 0;
        }
    }

    /** Of a process, what follows its name: state, parent, … */
    private static String[] stat(int pid) throws IOException {
        String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }

    /** VmHWM of Linux; 0 where there is no such thing. */
    private static double residentPeakMb(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }
}
