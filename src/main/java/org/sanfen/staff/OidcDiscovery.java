package org.sanfen.staff;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * The identity provider as it describes itself: asked when somebody first signs in by it, then kept. Where it does not
 * answer it is left alone for a while, and one thread at a time waits for it, so that a provider that hangs holds up
 * nobody else. Thread-safe.
 */
final class OidcDiscovery {

    /** How long a failure is remembered. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final long PATIENCE_S = 2;
    private static final OAuth2Error AWAY = new OAuth2Error("provider_away");

    private final Supplier<ClientRegistration> provider;
    private final LongSupplier nanoTime;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile ClientRegistration known;
    private Long failedAt;

    /**
     * @param provider asks it; any exception means that it did not answer
     * @param nanoTime {@link System#nanoTime}
     */
    OidcDiscovery(Supplier<ClientRegistration> provider, LongSupplier nanoTime) {
        this.provider = provider;
        this.nanoTime = nanoTime;
    }

    /** @throws OAuth2AuthenticationException when it does not answer, or did not a moment ago */
    ClientRegistration get() {
        return known == null ? ask() : known;
    }

    private ClientRegistration ask() {
        if (!isMyTurn()) {
            throw new OAuth2AuthenticationException(AWAY);
        }
        try {
            if (known == null) {
                if (failedAt != null && nanoTime.getAsLong() - failedAt < PAUSE.toNanos()) {
                    throw new OAuth2AuthenticationException(AWAY);
                }
                known = provider.get();
            }
            return known;
        } catch (OAuth2AuthenticationException remembered) {
            throw remembered;
        } catch (RuntimeException noAnswer) {
            failedAt = nanoTime.getAsLong();
            throw new OAuth2AuthenticationException(AWAY, noAnswer);
        } finally {
            asking.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return asking.tryLock(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
