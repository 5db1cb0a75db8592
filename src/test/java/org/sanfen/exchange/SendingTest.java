package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendingTest {

    private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void everythingIsDoneInOrderWhenItIsFinished() throws SQLException {
        try (Sending sending = new Sending()) {
            for (int i = 0; i < 1000; i++) {
                int number = i;
                sending.then(() -> done.add(number));
            }
            sending.finish();
            assertThat(done)
                    .containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
        }
    }

    @Test
    void afterAFailureNothingMoreIsSentButWhatClearsUp() throws SQLException {
        SQLException failure = new SQLException("full");
        CountDownLatch queued = new CountDownLatch(1);
        try (Sending sending = new Sending()) {
            sending.then(() -> {
                await(queued);
                throw failure;
            });
            sending.then(() -> done.add(1));
            sending.last(() -> done.add(2));
            queued.countDown();
            assertThatThrownBy(sending::finish).isSameAs(failure);
            assertThatThrownBy(() -> sending.then(() -> done.add(3))).isSameAs(failure);
        }
        assertThat(done).containsExactly(2);
    }

    @Test
    void itIsClosedOnlyWhenTheLastStepHasEnded() throws SQLException {
        try (Sending sending = new Sending()) {
            sending.then(() -> done.add(1));
            sending.last(() -> done.add(2));
        }
        assertThat(done).containsExactly(1, 2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
