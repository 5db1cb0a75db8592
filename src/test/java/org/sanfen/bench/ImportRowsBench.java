package org.sanfen.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.sanfen.SanfenApplication;
import org.sanfen.exchange.job.ImportJob;
import org.sanfen.exchange.job.ImportJobs;
import org.sanfen.exchange.register.FileLook;
import org.sanfen.exchange.register.ReadingChoice;
import org.sanfen.place.Place;
import org.sanfen.place.PlaceStore;
import org.sanfen.testing.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;

/**
 * Times the wizard's engine on 100,000 seeded CSV rows in a running server: upload and look, check and preview, taking over;
 * then the same file again, which has to change nothing, one in which every tenth row is another, and undoing that. Says the
 * heap at its fullest; ./run bench gives the server's 320 MB. Prints figures and asserts nothing but that the rows add up.
 */
public final class ImportRowsBench {

    private static final int ROWS = 100_000;
    private static final long SEED = 20261122;

    private final ImportJobs jobs;
    private final ObjectMapper json;
    private final Place place;
    private final PrintStream out;

    private ImportRowsBench(ConfigurableApplicationContext context, PrintStream out) {
        context.getBean(JdbcClient.class).sql("""
                        INSERT INTO place (id, name, zone, country, languages, bounds)
                        VALUES ('bench', 'Bench', 'Asia/Shanghai', 'CN', '{zh-Hans}',
                                ST_MakeEnvelope(113.7, 22.4, 114.7, 22.9, 4326))
                        """).update();
        this.jobs = context.getBean(ImportJobs.class);
        this.json = context.getBean(ObjectMapper.class);
        this.place = context.getBean(PlaceStore.class).findPlace("bench").orElseThrow();
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        TestDatabase created = TestDatabase.create();
        created.dropWhenIdle();
        Path file = Files.createTempFile("import-rows-", ".csv");
        Path other = Files.createTempFile("import-rows-", ".csv");
        try (var context = new SpringApplicationBuilder(SanfenApplication.class)
                .run(
                        "--spring.datasource.url=" + created.url(),
                        "--spring.datasource.username=" + created.user(),
                        "--spring.datasource.password=" + created.password(),
                        "--server.port=0",
                        "--logging.level.org.sanfen=warn")) {
            write(file, "");
            write(other, "新");
            ImportRowsBench bench = new ImportRowsBench(context, System.out);
            System.out.printf(
                    Locale.ROOT,
                    "%,d rows, %.1f MB of CSV, heap of at most %d MB (seed %d)%n",
                    ROWS,
                    Files.size(file) / 1e6,
                    Runtime.getRuntime().maxMemory() >> 20,
                    SEED);
            bench.take("first import", file, ROWS, 0);
            bench.take("the same again", file, 0, 0);
            ImportJob changed = bench.take("every tenth row another", other, 0, ROWS / 10);
            long start = System.nanoTime();
            jobsUndo(bench.jobs, changed);
            System.out.printf(Locale.ROOT, "  %-26s undone in %5.1f s%n", "", (System.nanoTime() - start) / 1e9);
            System.out.printf(
                    Locale.ROOT,
                    "Heap at its fullest: %d MB; the JVM's processor time in all, start included: %.1f s%n",
                    peakMb(),
                    processorS());
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(other);
        }
    }

    /** Of this process, the database's not among it: other work on the machine disturbs it less than seconds. */
    private static double processorS() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }

    private static void jobsUndo(ImportJobs jobs, ImportJob job) throws InterruptedException {
        jobs.undo(job.id());
        jobs.carryOut(job.id(), (step, done) -> {});
    }

    private ImportJob take(String what, Path file, int fresh, int changed) throws IOException, InterruptedException {
        long start = System.nanoTime();
        double processor = processorS();
        ImportJob job;
        try (InputStream bytes = Files.newInputStream(file)) {
            job = jobs.open(place, "register.csv", bytes, null);
        }
        FileLook look = json.treeToValue(job.look(), FileLook.class);
        ReadingChoice guess = ReadingChoice.of(look, "aed", "register", "CC-BY-4.0");
        long looked = System.nanoTime();
        jobs.choose(job.id(), asWgs84(guess));
        long[] read = {0};
        job = jobs.carryOut(job.id(), (step, done) -> {
            if (read[0] == 0 && !step.equals("reading")) {
                read[0] = System.nanoTime();
            }
        });
        long previewed = System.nanoTime();
        jobs.apply(job.id());
        job = jobs.carryOut(job.id(), (step, done) -> {});
        long applied = System.nanoTime();
        out.printf(
                Locale.ROOT,
                "  %-26s looked at %4.1f s   checked and previewed %5.1f s (of it read %4.1f s)   applied %5.1f s   JVM's processor %4.1f s%n",
                what,
                (looked - start) / 1e9,
                (previewed - looked) / 1e9,
                read[0] == 0 ? Double.NaN : (read[0] - looked) / 1e9,
                (applied - previewed) / 1e9,
                processorS() - processor);
        int isNew = job.counts().get("points_new").intValue();
        int isChanged = job.counts().get("points_changed").intValue();
        if (isNew != fresh || isChanged != changed) {
            throw new IllegalStateException(isNew + " new and " + isChanged + " changed: " + job.counts());
        }
        return job;
    }

    private static ReadingChoice asWgs84(ReadingChoice guess) {
        return new ReadingChoice(
                guess.charset(),
                guess.delimiter(),
                guess.quote(),
                guess.part(),
                guess.headerRow(),
                guess.mapping(),
                "WGS84",
                false,
                guess.kind(),
                guess.source(),
                guess.licence());
    }

    /** @param mark goes into the name of every tenth row */
    private static void write(Path file, String mark) throws IOException {
        Random random = new Random(SEED);
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            text.write("编号,名称,地址,安装位置,经度,纬度,开放时间,联系电话,管理单位\n");
            for (int i = 0; i < ROWS; i++) {
                text.write(String.format(
                        Locale.ROOT,
                        "GZ-%06d,第%d号点%s,第%d大道%d号,%d楼电梯旁,%.6f,%.6f,24小时,0755-%08d,第%d街道办\n",
                        i,
                        i,
                        i % 10 == 0 ? mark : "",
                        i % 300,
                        i / 300,
                        1 + i % 9,
                        113.8 + 0.8 * random.nextDouble(),
                        22.45 + 0.4 * random.nextDouble(),
                        20_000_000 + random.nextInt(9_000_000),
                        i % 70));
            }
        }
    }

    private static long peakMb() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }
}
