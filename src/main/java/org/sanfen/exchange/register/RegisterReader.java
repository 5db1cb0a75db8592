package org.sanfen.exchange.register;

import java.nio.file.Path;
import java.util.List;
import org.sanfen.directory.PointKind;

/**
 * Reads any file of a register into rows of the directory, one row in memory at a time. Pure: knows neither database nor
 * pages. Thread-safe.
 */
public final class RegisterReader {

    private final List<PointKind> kinds;

    /** @param kinds of the directory, in its order */
    public RegisterReader(List<PointKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** A first look, without knowledge of the place. */
    public FileLook look(Path file) {
        return look(file, ReadingChoice.GUESS, null);
    }

    /**
     * A look with some matters settled.
     *
     * @param choice what is settled; null in it leaves a matter to the guess
     * @param place null when unknown
     * @throws RegisterRefused if the file is no register
     */
    public FileLook look(Path file, ReadingChoice choice, RegisterPlace place) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads all rows.
     *
     * @throws RegisterRefused if the file can't be read to its end
     */
    public ReadSummary read(Path file, ReadingChoice choice, RegisterPlace place, RowSink sink) {
        throw new UnsupportedOperationException();
    }
}
