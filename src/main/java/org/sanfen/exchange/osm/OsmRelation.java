package org.sanfen.exchange.osm;

import java.util.List;

/** A relation that the import may need: its members in the file's order. */
public record OsmRelation(long id, List<OsmMember> members, Tags tags) {

    public String sourceId() {
        return "relation/" + id;
    }
}
