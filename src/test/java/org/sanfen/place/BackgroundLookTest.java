package org.sanfen.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundLookTest {

    private final BackgroundLook look = new BackgroundLook("Tests") {
        @Override
        protected void begin() {
            every(1, 1, BackgroundLookTest.this::failTwice);
        }
    };
    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch looked = new CountDownLatch(1);

    @AfterEach
    void stop() {
        look.stop();
    }

    @Test
    void goesOnAfterAWantOfMemoryAndAfterALostDatabase() throws InterruptedException {
        look.start();
        look.onApplicationEvent(null);

        assertThat(looked.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void looksAtOnceWhenToldAndNotAnyMoreWhenStopped() throws InterruptedException {
        look.soon(looked::countDown);
        assertThat(looked.await(60, TimeUnit.SECONDS)).isTrue();

        look.stop();
        look.soon(looks::incrementAndGet);

        assertThat(looks).hasValue(0);
    }

    private void failTwice() {
        switch (looks.incrementAndGet()) {
            case 1 -> throw new OutOfMemoryError("for a try");
            case 2 -> throw new IllegalStateException("no database");
            default -> looked.countDown();
        }
    }
}
