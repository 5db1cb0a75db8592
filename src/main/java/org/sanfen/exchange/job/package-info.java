/**
 * One import of a register's file, from the upload to its undoing: the engine behind the wizard of {@code /admin} and
 * {@code ./run import}. The file lies in the database; {@code exchange.register} reads it into {@code import_row}; there
 * {@link org.sanfen.exchange.job.RowPlan} puts each row beside what the place has, by the rules of
 * {@code exchange.PointMerge} in SQL; staff look at it; {@link org.sanfen.exchange.job.PlanWriting} takes it over in one
 * transaction, and {@link org.sanfen.exchange.job.ImportUndo} brings it back out of the points' history.
 *
 * <p>What is to be done stands as the job's state in the database and ends in the transaction that does it: a server that
 * dies in between leaves the wish and nothing else, and the next one carries it out: {@link org.sanfen.exchange.job.Carrying}
 * and {@link org.sanfen.exchange.job.ImportWorker}, which {@code exchange.groundjob} uses for its own jobs as well. Part of
 * the module {@code exchange}.
 */
@org.springframework.modulith.NamedInterface("job")
package org.sanfen.exchange.job;
