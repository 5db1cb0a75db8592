package org.sanfen.exchange.job;

import java.util.List;

/** Work that waits in the database for a server to carry it out; {@link ImportWorker} does. */
public interface WaitingWork {

    /** Ids of what waits, oldest first. */
    List<Long> listWaiting();

    /** Does it if nobody else is at it; a failure is written down and not thrown. */
    void carryOut(long id);

    /** Lets go of what nobody has touched for so many days. */
    void tidy(int days);
}
