package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which parts each block of a .pbf holds, as far as it has been read. */
final class PbfIndex {

    private final List<EnumSet<OsmFile.Part>> parts = new ArrayList<>();

    void put(int block, EnumSet<OsmFile.Part> holds) {
        while (parts.size() <= block) {
            parts.add(null);
        }
        parts.set(block, holds);
    }

    /** True unless the block is known to hold nothing of what is wanted. */
    boolean mayHold(int block, Set<OsmFile.Part> wanted) {
        EnumSet<OsmFile.Part> holds = block < parts.size() ? parts.get(block) : null;
        return holds == null || wanted.stream().anyMatch(holds::contains);
    }
}
