package org.sanfen.exchange.vector;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;

/** What comes out of a packed file, up to a bound: files made to do harm unpack without end. Not thread-safe. */
final class Unpacked extends FilterInputStream {

    /** Beyond that it is no map of a city. */
    static final long MOST_BYTES = 2L << 30;

    private final String name;
    private long left;

    /** @param name of the packed file, for the sentence */
    Unpacked(InputStream in, long most, String name) {
        super(in);
        this.left = most;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        int read = super.read(bytes, start, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw new ImportRefused(Refusal.UNPACKS_TOO_FAR, "name", name);
        }
    }

    /** Unbounded skipping would not be counted. */
    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
