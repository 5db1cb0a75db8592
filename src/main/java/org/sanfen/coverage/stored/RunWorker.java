package org.sanfen.coverage.stored;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanfen.place.BackgroundLook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Recomputes in the background what is behind (coverage.md section 7): every two seconds one query compares change numbers,
 * which finds what an edit, an import, a new standard, another replica or a crash left behind, and costs next to nothing
 * when there is nothing. An edit is waited out until a look finds no further one, for at most half a minute. Only the
 * server has it; commands never start it.
 */
@Component
@ConditionalOnProperty("sanfen.runs.background")
class RunWorker extends BackgroundLook {

    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);
    private static final int PATIENCE = 15;

    private final CurrentRuns current;
    private final RunKeeping keeping;
    private final long pauseMs;
    private final Map<String, Waiting> waiting = new HashMap<>();
    private final Map<String, String> failed = new HashMap<>();

    /** A place that is behind: what its runs should be made from when it was last looked at, and how often it was. */
    private record Waiting(String state, int looks) {}

    RunWorker(CurrentRuns current, RunKeeping keeping, @Value("${sanfen.runs.pause-ms:2000}") long pauseMs) {
        super("Stored coverage runs");
        this.current = current;
        this.keeping = keeping;
        this.pauseMs = pauseMs;
    }

    @Override
    protected void begin() {
        every(pauseMs, pauseMs, this::look);
    }

    private void look() {
        List<PlaceStateStore.Behind> behind = current.listBehind();
        waiting.keySet()
                .retainAll(behind.stream().map(PlaceStateStore.Behind::placeId).toList());
        for (PlaceStateStore.Behind place : behind) {
            if (isRunning() && isDue(place)) {
                recompute(place);
            }
        }
        keeping.keepWhatIsDue();
    }

    private boolean isDue(PlaceStateStore.Behind place) {
        if (place.state().equals(failed.get(place.placeId()))) {
            return false;
        }
        Waiting last = waiting.get(place.placeId());
        int looks = last == null ? 1 : last.looks() + 1;
        waiting.put(place.placeId(), new Waiting(place.state(), looks));
        return last != null && (last.state().equals(place.state()) || looks > PATIENCE);
    }

    /** An error, a want of memory too, is told once: until the place's data change. */
    private void recompute(PlaceStateStore.Behind place) {
        try {
            current.recompute(place.placeId());
            waiting.remove(place.placeId());
            failed.remove(place.placeId());
        } catch (RuntimeException | VirtualMachineError failure) {
            if (isRunning()) {
                failed.put(place.placeId(), place.state());
                LOG.error(
                        "Coverage of \"{}\" can't be computed; it is tried again when its data change",
                        place.placeId(),
                        failure);
            }
        }
    }
}
