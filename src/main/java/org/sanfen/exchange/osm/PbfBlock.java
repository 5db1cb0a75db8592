package org.sanfen.exchange.osm;

import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.Node;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Relation;
import crosby.binary.Osmformat.Way;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** The contents of one block of a .pbf, sent to the handler. Strings are decoded when first needed. */
final class PbfBlock {

    private final PrimitiveBlock block;
    private final Set<OsmFile.Part> wanted;
    private final OsmHandler handler;
    private final String[] strings;

    PbfBlock(PrimitiveBlock block, Set<OsmFile.Part> wanted, OsmHandler handler) {
        this.block = block;
        this.wanted = wanted;
        this.handler = handler;
        this.strings = new String[block.getStringtable().getSCount()];
    }

    /** Sends everything that is wanted and returns what the block holds. */
    EnumSet<OsmFile.Part> send() {
        EnumSet<OsmFile.Part> holds = EnumSet.noneOf(OsmFile.Part.class);
        for (PrimitiveGroup group : block.getPrimitivegroupList()) {
            if (group.hasDense() || group.getNodesCount() > 0) {
                holds.add(OsmFile.Part.NODES);
                if (wanted.contains(OsmFile.Part.NODES)) {
                    sendDense(group.getDense());
                    group.getNodesList().forEach(this::sendNode);
                }
            }
            if (group.getWaysCount() > 0) {
                holds.add(OsmFile.Part.WAYS);
                if (wanted.contains(OsmFile.Part.WAYS)) {
                    group.getWaysList().forEach(this::sendWay);
                }
            }
            if (group.getRelationsCount() > 0) {
                holds.add(OsmFile.Part.RELATIONS);
                if (wanted.contains(OsmFile.Part.RELATIONS)) {
                    group.getRelationsList().forEach(this::sendRelation);
                }
            }
        }
        return holds;
    }

    private void sendDense(DenseNodes dense) {
        long id = 0;
        long lat = 0;
        long lon = 0;
        int at = 0;
        boolean tagged = dense.getKeysValsCount() > 0;
        for (int i = 0; i < dense.getIdCount(); i++) {
            id += dense.getId(i);
            lat += dense.getLat(i);
            lon += dense.getLon(i);
            Tags tags = Tags.NONE;
            if (tagged) {
                int end = at;
                while (dense.getKeysVals(end) != 0) {
                    end += 2;
                }
                if (end > at) {
                    String[] pairs = new String[end - at];
                    for (int k = 0; k < pairs.length; k++) {
                        pairs[k] = string(dense.getKeysVals(at + k));
                    }
                    tags = new Tags(pairs);
                }
                at = end + 1;
            }
            sendPosition(id, lon, lat, tags);
        }
    }

    private void sendNode(Node node) {
        sendPosition(
                node.getId(), node.getLon(), node.getLat(), tags(node.getKeysCount(), node::getKeys, node::getVals));
    }

    private void sendPosition(long id, long lon, long lat, Tags tags) {
        long lon7 = Math.floorDiv(block.getLonOffset() + block.getGranularity() * lon + 50, 100L);
        long lat7 = Math.floorDiv(block.getLatOffset() + block.getGranularity() * lat + 50, 100L);
        if (Math.abs(lon7) > 1_800_000_000L || Math.abs(lat7) > 900_000_000L) {
            handler.badNode(id, "longitude " + lon7 / 1e7 + ", latitude " + lat7 / 1e7);
        } else {
            handler.node(id, (int) lon7, (int) lat7, tags);
        }
    }

    private void sendWay(Way way) {
        long[] nodes = new long[way.getRefsCount()];
        long id = 0;
        for (int i = 0; i < nodes.length; i++) {
            id += way.getRefs(i);
            nodes[i] = id;
        }
        handler.way(way.getId(), nodes, tags(way));
    }

    /** As the one below does; ways are too many for it. */
    private Tags tags(Way way) {
        String[] pairs = new String[2 * way.getKeysCount()];
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = string(way.getKeys(i / 2));
            pairs[i + 1] = string(way.getVals(i / 2));
        }
        return pairs.length == 0 ? Tags.NONE : new Tags(pairs);
    }

    private void sendRelation(Relation relation) {
        List<OsmMember> members = new ArrayList<>(relation.getMemidsCount());
        long id = 0;
        for (int i = 0; i < relation.getMemidsCount(); i++) {
            id += relation.getMemids(i);
            char type = "nwr".charAt(relation.getTypes(i).getNumber());
            members.add(new OsmMember(type, id, string(relation.getRolesSid(i))));
        }
        handler.relation(
                relation.getId(), members, tags(relation.getKeysCount(), relation::getKeys, relation::getVals));
    }

    private Tags tags(int count, IntUnaryOperator keys, IntUnaryOperator values) {
        if (count == 0) {
            return Tags.NONE;
        }
        String[] pairs = new String[count * 2];
        for (int i = 0; i < count; i++) {
            pairs[2 * i] = string(keys.applyAsInt(i));
            pairs[2 * i + 1] = string(values.applyAsInt(i));
        }
        return new Tags(pairs);
    }

    private String string(int index) {
        String known = strings[index];
        if (known == null) {
            known = block.getStringtable().getS(index).toStringUtf8();
            strings[index] = known;
        }
        return known;
    }
}
