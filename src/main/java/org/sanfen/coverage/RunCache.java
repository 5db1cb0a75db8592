package org.sanfen.coverage;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** The latest runs, which memory pressure may take; of equal keys one computation at a time. Thread-safe. */
final class RunCache {

    private static final int KEPT = 32;

    private final Map<RunKey, FutureTask<CoverageRun>> underWay = new LinkedHashMap<>();
    private final Map<RunKey, SoftReference<CoverageRun>> latest = new LinkedHashMap<>(64, 0.75f, true);

    /** The run of a key: kept, under way in another thread, or computed now. */
    CoverageRun get(RunKey key, Supplier<CoverageRun> computation) {
        FutureTask<CoverageRun> task;
        boolean mine = false;
        synchronized (latest) {
            SoftReference<CoverageRun> kept = latest.get(key);
            CoverageRun run = kept == null ? null : kept.get();
            if (run != null) {
                return run;
            }
            task = underWay.get(key);
            if (task == null) {
                task = new FutureTask<>(computation::get);
                underWay.put(key, task);
                mine = true;
            }
        }
        return mine ? compute(key, task) : await(task);
    }

    private CoverageRun compute(RunKey key, FutureTask<CoverageRun> task) {
        task.run();
        try {
            CoverageRun run = await(task);
            synchronized (latest) {
                latest.put(key, new SoftReference<>(run));
                if (latest.size() > KEPT) {
                    latest.remove(latest.keySet().iterator().next());
                }
            }
            return run;
        } finally {
            synchronized (latest) {
                underWay.remove(key);
            }
        }
    }

    private static CoverageRun await(FutureTask<CoverageRun> task) {
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a coverage run", interrupted);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("A coverage run failed", failed.getCause());
        }
    }
}
