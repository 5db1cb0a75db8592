package org.sanfen.exchange;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.sanfen.exchange.osm.WantedArea;
import org.sanfen.place.Place;

/**
 * What the database knows of the place of an import, asked on another thread: the file is read meanwhile. Whoever needs
 * the answer waits for it, and gets the failure in its place.
 */
final class KnownPlace implements WantedArea {

    /**
     * What is known.
     *
     * @param place as it is; empty if it is new
     * @param area to clip to; null for the extract's box
     */
    record Answer(Optional<Place> place, String area) {}

    private final CompletableFuture<Answer> answer;

    KnownPlace(Supplier<Answer> question) {
        this.answer = CompletableFuture.supplyAsync(question);
    }

    @Override
    public boolean isKnown() {
        return answer.isDone();
    }

    @Override
    public String name() {
        return get().area();
    }

    Optional<Place> place() {
        return get().place();
    }

    private Answer get() {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
