package org.sanfen.coverage;

import java.util.BitSet;

/**
 * Which of the counted points are open at some time, by number. Never changed once made.
 *
 * @param open known to be open
 * @param unknown nobody can tell; none of {@code open}
 */
record OpenSet(BitSet open, BitSet unknown) {

    /** Those open if every one of unknown hours were. */
    BitSet ifUnknownOpen() {
        if (unknown.isEmpty()) {
            return open;
        }
        BitSet all = (BitSet) open.clone();
        all.or(unknown);
        return all;
    }
}
