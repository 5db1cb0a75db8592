package org.sanfen.coverage;

import org.sanfen.directory.Audience;
import org.springframework.stereotype.Service;

/** Runs standards on places, and keeps the latest results while the data they came from are current. Thread-safe. */
@Service
public class CoverageService {

    /**
     * The current run: from the cache when nothing that it depends on has changed, else computed now.
     *
     * @param slice only {@code always}
     * @throws org.sanfen.web.ApiProblem naming the parameter {@code area}, {@code standard} or {@code slice}
     */
    public CoverageRun run(String placeId, String standardId, String slice, Audience audience) {
        throw new UnsupportedOperationException("Comes with the engine");
    }
}
