package org.sanfen.coverage.stored;

import java.util.List;
import java.util.Optional;
import org.sanfen.coverage.PublishMode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps and publishes a place's runs, all standards and slices in one state of the data at once (coverage.md section 7).
 * What is kept is first brought up to date, so that it is what staff see; in a large place that takes its time.
 * Thread-safe.
 */
@Service
public class Publishing {

    private final CurrentRuns current;
    private final RunSetStore sets;
    private final PublishModeStore modes;
    private final TransactionTemplate transactions;

    Publishing(CurrentRuns current, RunSetStore sets, PublishModeStore modes, TransactionTemplate transactions) {
        this.current = current;
        this.sets = sets;
        this.modes = modes;
        this.transactions = transactions;
    }

    public Optional<PublishMode> findMode(String placeId) {
        return modes.findMode(placeId);
    }

    /** Whether the current runs are still to be computed. */
    public boolean isBehind(String placeId) {
        return current.isBehind(placeId);
    }

    /** The current set first, then the kept ones, latest first. */
    public List<RunSet> listSets(String placeId) {
        return sets.listSets(placeId);
    }

    /** Keeps the current runs under a name; of a place that publishes automatically, they are public. */
    public RunSet keep(String placeId, String name, Long staffId) {
        boolean open = modes.findMode(placeId).orElseThrow() == PublishMode.AUTOMATIC;
        return keep(placeId, name, staffId, open);
    }

    /**
     * Shows the current runs to the public until others are published.
     *
     * @param name that the set is kept under; null for none
     * @param staffId who; null for the shell
     */
    public RunSet publish(String placeId, String name, Long staffId) {
        return keep(placeId, name, staffId, true);
    }

    /** Shows a kept set to the public again. */
    public void publishKept(long setId) {
        sets.publish(setId);
    }

    /** The place of a kept set. */
    public Optional<String> findPlaceOfKept(long setId) {
        return sets.findPlaceOfKept(setId);
    }

    public boolean delete(long setId) {
        return sets.delete(setId);
    }

    /**
     * Changes how a place publishes. By hand, the public goes on seeing what it saw: the current runs are published once.
     */
    public void setMode(String placeId, PublishMode mode, Long staffId) {
        if (modes.findMode(placeId).orElseThrow() == mode) {
            return;
        }
        if (mode == PublishMode.BY_HAND) {
            publish(placeId, null, staffId);
        }
        modes.set(placeId, mode);
    }

    private RunSet keep(String placeId, String name, Long staffId, boolean open) {
        current.bringUpToDate(placeId);
        long kept = transactions.execute(write -> {
            long set = sets.lockCurrent(placeId).orElseThrow();
            return sets.copy(set, "named", name, staffId, open);
        });
        return sets.listSets(placeId).stream()
                .filter(set -> set.id() == kept)
                .findFirst()
                .orElseThrow();
    }
}
