package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.List;

/**
 * The member ways that make the outline of a relation.
 *
 * @param chains node ids of each way that is there with all its nodes
 * @param missingWays members that the file doesn't have
 * @param missingNodes ways that are there, but without some of their nodes
 */
record Members(List<long[]> chains, List<Long> missingWays, List<Long> missingNodes) {

    static Members of(OsmRelation relation, WayTable ways, NodeTable nodes) {
        List<long[]> chains = new ArrayList<>();
        List<Long> missingWays = new ArrayList<>();
        List<Long> missingNodes = new ArrayList<>();
        for (OsmMember member : relation.members()) {
            if (member.type() != 'w' || !isOutline(member.role())) {
                continue;
            }
            int way = ways.find(member.id());
            if (way < 0) {
                missingWays.add(member.id());
                continue;
            }
            long[] chain = new long[ways.length(way)];
            boolean whole = chain.length > 1;
            for (int i = 0; i < chain.length; i++) {
                chain[i] = ways.node(way, i);
                whole &= nodes.find(chain[i]) >= 0;
            }
            if (whole) {
                chains.add(chain);
            } else {
                missingNodes.add(member.id());
            }
        }
        return new Members(chains, missingWays, missingNodes);
    }

    boolean isWhole() {
        return !chains.isEmpty() && missingWays.isEmpty() && missingNodes.isEmpty();
    }

    private static boolean isOutline(String role) {
        return role.isEmpty() || role.equals("outer") || role.equals("inner") || role.equals("enclave")
                || role.equals("exclave");
    }
}
