package org.sanfen.tile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;

/**
 * Keeps the tiles that were made last, compressed, so that a second visitor costs the database nothing. A tile is known by
 * its place's change number too, so none is ever stale and nothing has to be thrown out; what is no longer asked for goes
 * when room is needed. Thread-safe; two who ask for one tile at once have it made once.
 */
@Component
class FinishedTiles {

    private static final long ROOM_BYTES = 24 << 20;
    private static final int KEY_BYTES = 160;

    private final Cache<Key, byte[]> tiles = Caffeine.newBuilder()
            .maximumWeight(ROOM_BYTES)
            .weigher((Key key, byte[] tile) -> tile.length + KEY_BYTES)
            .build();

    /**
     * What a tile is known by.
     *
     * @param madeAt when the place was made: one made anew under an old id starts its numbers anew
     * @param version change number of what the tile shows
     */
    record Key(String place, Instant madeAt, long version, int z, int x, int y) {}

    /** The tile compressed by gzip, made if it isn't there; empty where there is nothing. */
    byte[] compressed(Key key, Supplier<byte[]> maker) {
        return tiles.get(key, missing -> compress(maker.get()));
    }

    /** The tile as it is, for the rare client that takes no gzip. */
    static byte[] plain(byte[] compressed) {
        try (GZIPInputStream tile = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return tile.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] compress(byte[] tile) {
        if (tile.length == 0) {
            return tile;
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(tile.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(tile);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }
}
