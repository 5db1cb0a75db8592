package org.sanfen.bench;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
import org.sanfen.report.file.FileFormat;
import org.sanfen.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Each file of Monaco's report and of one of its wards': the first, with classes and fonts to load and coverage to compute,
 * and the median of five more. The target is 3 s for the PDF of a district.
 */
public final class ReportBench {

    private static final int ROUNDS = 5;

    private ReportBench() {}

    public static void main(String[] arguments) throws Exception {
        TestDatabase created = TestDatabase.create();
        created.dropWhenIdle();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SanfenApplication.class)
                .run(
                        "--spring.datasource.url=" + created.url(),
                        "--spring.datasource.username=" + created.user(),
                        "--spring.datasource.password=" + created.password(),
                        "--server.port=0",
                        "--logging.level.root=error",
                        "--sanfen.coverage.as-published=false", // what the command line shows
                        "--logging.level.org.sanfen=error")) {
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
        return rounds.stream().mapToDouble(one -> one[which]).sorted().toArray()[ROUNDS / 2];
    }
}
