package org.sanfen.coverage.stored;

import java.util.Optional;
import org.sanfen.coverage.PublishMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the public is shown of a place, for whoever computes no runs; {@link Publishing} changes more. Thread-safe. */
public final class PublicView {

    private final PublishModeStore modes;
    private final RunSetStore sets;

    public PublicView(JdbcClient database) {
        this.modes = new PublishModeStore(database);
        this.sets = new RunSetStore(database);
    }

    public Optional<PublishMode> findMode(String placeId) {
        return modes.findMode(placeId);
    }

    /** Lets the public see every change from now on. */
    public void openTo(String placeId) {
        modes.set(placeId, PublishMode.AUTOMATIC);
    }

    /** True if the public sees no figures of the place. */
    public boolean isEmpty(String placeId) {
        return sets.listSets(placeId).stream().noneMatch(RunSet::shown);
    }
}
