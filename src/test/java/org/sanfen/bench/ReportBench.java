package org.sanfen.bench;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sanfen.SanfenApplication;
import org.sanfen.directory.Audience;
import org.sanfen.exchange.ImportRequest;
import org.sanfen.exchange.OsmImport;
import org.sanfen.report.ReportFiles;
import org.sanfen.report.ReportFiles.Wanted;
import org.sanfen.report.ReportWarmup;
import org.sanfen.report.file.FileFormat;
import org.sanfen.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Each file of Monaco's report and of one of its wards': the first, with classes and fonts to load and coverage to compute,
 * and the median of five more; then the first PDF that a server gives after its start, with the report that it prints for
 * nobody ({@link ReportWarmup}) and without, each in a JVM of its own. The target is 3 s for the PDF of a district.
 */
public final class ReportBench {

    private static final int ROUNDS = 5;
    private static final int STARTS = 3;
    private static final String WARM = "warm";
    private static final String COLD = "cold";

    private ReportBench() {}

    /** @param arguments none, or what {@link #inAFreshJvm} gives */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            first(arguments);
            return;
        }
        TestDatabase created = TestDatabase.create();
        created.dropWhenIdle();
        try (ConfigurableApplicationContext context = start(created.url(), created.user(), created.password())) {
            context.getBean(OsmImport.class)
                    .run(
                            new ImportRequest(
                                    Path.of("target/classes/first-run/monaco-latest.osm.pbf"),
                                    "monaco",
                                    "Monaco",
                                    Map.of("zh-Hans", "摩纳哥"),
                                    null,
                                    null,
                                    null,
                                    false),
                            new java.io.PrintStream(OutputStream.nullOutputStream()));
            ReportFiles files = context.getBean(ReportFiles.class);
            for (FileFormat format : FileFormat.values()) {
                measure(files, "monaco", format);
            }
            measure(files, "monaco.larvotto", FileFormat.PDF);
            System.out.printf(
                    "first PDF of a fresh JVM, median of %d: warmed up %s, not %s%n",
                    STARTS, inFreshJvms(created, WARM), inFreshJvms(created, COLD));
        }
    }

    private static ConfigurableApplicationContext start(String url, String user, String password) {
        return new SpringApplicationBuilder(SanfenApplication.class)
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--spring.datasource.password=" + password,
                        "--server.port=0",
                        "--logging.level.root=error",
                        "--sanfen.coverage.as-published=false", // what the command line shows
                        "--logging.level.org.sanfen=error");
    }

    private static String inFreshJvms(TestDatabase database, String how) throws Exception {
        List<double[]> starts = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            starts.add(inAFreshJvm(database, how));
        }
        return "%.1f s (processor %.1f s)".formatted(median(starts, 0), median(starts, 1));
    }

    private static double[] inAFreshJvm(TestDatabase database, String how) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ReportBench.class.getName(),
                how,
                database.url(),
                database.user(),
                String.valueOf(database.password())));
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (child.waitFor() != 0) {
            throw new IllegalStateException("The JVM that was to print a PDF failed: " + told);
        }
        String[] figures = told.substring(told.lastIndexOf('\n') + 1).split(" ");
        return new double[] {Double.parseDouble(figures[0]), Double.parseDouble(figures[1])};
    }

    /** The ward's report in the language that the warm-up does not print. */
    private static void first(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext context = start(arguments[1], arguments[2], arguments[3])) {
            if (arguments[0].equals(WARM)) {
                context.getBean(ReportWarmup.class).print();
            }
            double[] first = once(
                    context.getBean(ReportFiles.class),
                    new Wanted(Audience.PUBLIC, "monaco.larvotto", "aed-100m", null, "en", FileFormat.PDF));
            System.out.println("\n" + first[0] + " " + first[1]);
        }
    }

    private static void measure(ReportFiles files, String area, FileFormat format) throws Exception {
        Wanted wanted = new Wanted(Audience.PUBLIC, area, "aed-100m", null, "zh-Hans", format);
        double[] first = once(files, wanted);
        List<double[]> more = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            more.add(once(files, wanted));
        }
        System.out.printf(
                "%-16s %-8s first %5.2f s (processor %5.2f s), then %5.2f s (processor %5.2f s)%n",
                area, format.ending(), first[0], first[1], median(more, 0), median(more, 1));
    }

    private static double[] once(ReportFiles files, Wanted wanted) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long processor = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        files.write(wanted, OutputStream.nullOutputStream());
        return new double[] {(System.nanoTime() - start) / 1e9, (threads.getCurrentThreadCpuTime() - processor) / 1e9};
    }

    private static double median(List<double[]> rounds, int which) {
        return rounds.stream().mapToDouble(one -> one[which]).sorted().toArray()[rounds.size() / 2];
    }
}
