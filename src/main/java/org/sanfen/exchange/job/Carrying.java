package org.sanfen.exchange.job;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.RefusalProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out what a job's state wishes: in one transaction that ends with the new state, so that a death in between leaves
 * the wish and nothing else. Whoever works holds the job's lock, which ends with the transaction however it ends. Progress
 * and attempts are written beside it. Thread-safe.
 */
public final class Carrying {

    private static final Logger LOG = LoggerFactory.getLogger(Carrying.class);
    private static final int MOST_ATTEMPTS = 3;

    private final TransactionTemplate work;
    private final TransactionTemplate beside;
    private final JobStates states;
    private final String failed;

    /** @param failed key of the sentence for a failure that nobody foresaw */
    public Carrying(PlatformTransactionManager transactions, JobStates states, String failed) {
        this.work = new TransactionTemplate(transactions);
        this.beside = new TransactionTemplate(transactions);
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.states = states;
        this.failed = failed;
    }

    /** Where a failure leaves a job. */
    public interface Ending {
        String after(Throwable failure);
    }

    /** It has killed a server too often. */
    private static final class TooOften extends RuntimeException {}

    /**
     * Does it if nobody else is at it; a failure is written down and not thrown.
     *
     * @param wish the job's state
     * @param task does it; tells its steps, which throw where somebody has cancelled it
     */
    public void carryOut(long id, String wish, Ending ending, Consumer<Steps> task) {
        Steps steps = (step, done) -> {
            if (!beside.execute(tx -> states.progress(id, wish, step, done))) {
                throw new Steps.Cancelled();
            }
        };
        try {
            work.executeWithoutResult(tx -> {
                if (states.lock(id) && mayBegin(id, wish)) {
                    task.accept(steps);
                }
            });
        } catch (RuntimeException | VirtualMachineError | LinkageError failure) {
            // A server that is stopping closes even the file that is read: the wish stands, and the next one carries it
            // out.
            if (!Thread.currentThread().isInterrupted()) {
                states.end(id, wish, ending.after(failure), problem(id, wish, failure));
            }
        }
    }

    private boolean mayBegin(long id, String wish) {
        int attempts = beside.execute(tx -> states.begin(id, wish));
        if (attempts > MOST_ATTEMPTS) {
            throw new TooOften();
        }
        return attempts > 0;
    }

    private Object problem(long id, String wish, Throwable failure) {
        if (failure instanceof Steps.Cancelled) {
            return null;
        }
        if (failure instanceof TooOften) {
            return Map.of("key", "import.failed.attempts", "values", List.of("n", String.valueOf(MOST_ATTEMPTS)));
        }
        if (failure instanceof ImportRefused refused) {
            return RefusalProblem.kept(refused, failed);
        }
        LOG.error("Job {} was given up while {} ({}); nothing of it was taken over", id, wish, failed, failure);
        return Map.of("key", failed, "values", List.of());
    }
}
