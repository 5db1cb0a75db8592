/**
 * One taking of a place's ground from files, as the editor's wizard walks through it: files are kept and looked at, staff say
 * what they hold and in which coordinates, a check tells what would become of the place without writing any of it, and
 * {@link org.sanfen.exchange.GroundImport} takes it over in one transaction. Work waits in the database as the job's state
 * and is carried out by {@code exchange.job}'s worker, so that it outlives page and server. Part of the module
 * {@code exchange}; {@code ./run ground} goes to the same engine without a job.
 */
package org.sanfen.exchange.groundjob;
