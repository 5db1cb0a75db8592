package org.sanfen.coverage;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** The latest results, which memory pressure may take; of equal keys one computation at a time. Thread-safe. */
public final class RunCache<K, V> {

    private final int most;
    private final Map<K, FutureTask<V>> underWay = new LinkedHashMap<>();
    private final Map<K, SoftReference<V>> latest = new LinkedHashMap<>(64, 0.75f, true);

    /** @param most how many results it keeps */
    public RunCache(int most) {
        this.most = most;
    }

    /** The result of a key: kept, under way in another thread, or computed now. */
    public V get(K key, Supplier<V> computation) {
        FutureTask<V> task;
        boolean mine = false;
        synchronized (latest) {
            SoftReference<V> kept = latest.get(key);
            V result = kept == null ? null : kept.get();
            if (result != null) {
                return result;
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

    private V compute(K key, FutureTask<V> task) {
        task.run();
        try {
            V result = await(task);
            synchronized (latest) {
                latest.put(key, new SoftReference<>(result));
                if (latest.size() > most) {
                    latest.remove(latest.keySet().iterator().next());
                }
            }
            return result;
        } finally {
            synchronized (latest) {
                underWay.remove(key);
            }
        }
    }

    private static <V> V await(FutureTask<V> task) {
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
