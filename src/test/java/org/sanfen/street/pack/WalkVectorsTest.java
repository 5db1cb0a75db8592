package org.sanfen.street.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The vectors that the browser is held to are what the server's engine says today. */
class WalkVectorsTest {

    @Test
    void theStoredWalksAreThoseOfTheServersEngine() throws Exception {
        assertThat(WalkVectors.stored(WalkVectors.TOWNS))
                .as("packs and times; after a change of the engine or the pack, run WalkVectors and store the result")
                .isEqualTo(WalkVectors.towns());
    }
}
