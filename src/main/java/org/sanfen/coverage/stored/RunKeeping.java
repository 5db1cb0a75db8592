package org.sanfen.coverage.stored;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is due to be kept, and lets go of nightly sets that have outlived their days. Thread-safe. */
@Service
class RunKeeping {

    private final KeepingStore due;
    private final RunSetStore sets;
    private final ResultStore results;
    private final int nightlyDays;

    /** @param nightlyDays how long each night's set is kept; the first of each month stays */
    RunKeeping(
            KeepingStore due,
            RunSetStore sets,
            ResultStore results,
            @Value("${sanfen.runs.nightly-days:35}") int nightlyDays) {
        this.due = due;
        this.sets = sets;
        this.results = results;
        this.nightlyDays = nightlyDays;
    }

    /** Of replicas that do this at once, one keeps the set: the other waits for its lock and then finds it kept. */
    @Transactional
    public void keepWhatIsDue() {
        if (due.listDueAfterImport().isEmpty() && due.listDueAtNight().isEmpty()) {
            return;
        }
        sets.lockKeeping();
        due.listDueAfterImport().forEach(one -> sets.copy(one.id(), "import", one.name(), null, one.open()));
        due.listDueAtNight().forEach(one -> sets.copy(one.id(), "nightly", one.name(), null, one.open()));
        due.deleteOutlived(nightlyDays);
        results.sweep();
    }
}
