package org.sanfen.coverage.engine;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The latest results of several rules, to start from where only points differ: after an edit, and from hour to hour. Sets of
 * points that are open by day and by night may differ too much to be repaired from one another, so that a rule keeps several,
 * each followed by its repaired successor; what is nearest is started from. A rule keeps one always and more while all rules
 * together have room; memory pressure may take any. Thread-safe.
 */
public final class RepairBases {

    /** Of one rule: the named hours and a few besides. */
    private static final int MOST_OF_A_RULE = 8;

    private record Base(Object version, SoftReference<CoverageResult> result) {}

    private final int most;
    private final Map<String, List<Base>> bases = new HashMap<>();

    /** @param most how many results it keeps of all rules together; one of each is kept even where they are more */
    public RepairBases(int most) {
        this.most = most;
    }

    /**
     * What {@link CoverageEngine#run} gives.
     *
     * @param key names the rule and whose points are counted
     * @param version of the data: results of an earlier one make room for what is repaired from them
     */
    public CoverageResult run(String key, Object version, CoverageEngine engine, Rule rule, List<EnginePoint> points) {
        CoverageEngine.Rerun made = engine.rerun(rule, list(key), points);
        if (made.result() != made.from()) {
            keep(key, version, made);
        }
        return made.result();
    }

    synchronized List<CoverageResult> list(String key) {
        return bases.getOrDefault(key, List.of()).stream()
                .map(base -> base.result().get())
                .filter(Objects::nonNull)
                .toList();
    }

    private synchronized void keep(String key, Object version, CoverageEngine.Rerun made) {
        dropWhatMemoryTook();
        List<Base> own = bases.computeIfAbsent(key, first -> new ArrayList<>());
        own.removeIf(base -> {
            CoverageResult result = base.result().get();
            return result == null
                    || result.place() != made.result().place()
                    || result == made.from() && !base.version().equals(version);
        });
        own.add(new Base(version, new SoftReference<>(made.result())));
        int all = bases.values().stream().mapToInt(List::size).sum();
        while (own.size() > 1 && (own.size() > MOST_OF_A_RULE || all > most)) {
            own.remove(0);
            all--;
        }
    }

    /** Neither they nor rules that have none left take room from others. */
    private void dropWhatMemoryTook() {
        bases.values().forEach(some -> some.removeIf(base -> base.result().get() == null));
        bases.values().removeIf(List::isEmpty);
    }
}
