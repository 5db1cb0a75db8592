package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One block of a .pbf, inflated. {@link #parse} finds its groups and texts, on any thread; {@link #send} reads their
 * numbers straight into the handler. Texts are decoded when first needed.
 *
 * @see <a href="https://github.com/openstreetmap/OSM-binary/blob/master/osmpbf/osmformat.proto">osmformat.proto</a>
 */
final class PbfBlock {

    private final List<Wire> groups = new ArrayList<>();
    private final List<Wire> texts = new ArrayList<>();
    private String[] strings;
    private long granularity = 100;
    private long latOffset;
    private long lonOffset;

    private PbfBlock() {}

    static PbfBlock parse(byte[] inflated) throws UnreadableFile {
        PbfBlock block = new PbfBlock();
        Wire in = new Wire(inflated);
        while (in.hasMore()) {
            switch (in.field()) {
                case 1 -> block.readTexts(in.inner());
                case 2 -> block.groups.add(in.inner());
                case 17 -> block.granularity = in.varint();
                case 19 -> block.latOffset = in.varint();
                case 20 -> block.lonOffset = in.varint();
                default -> in.skip();
            }
        }
        block.strings = new String[block.texts.size()];
        return block;
    }

    private void readTexts(Wire in) throws UnreadableFile {
        while (in.hasMore()) {
            if (in.field() == 1) {
                texts.add(in.inner());
            } else {
                in.skip();
            }
        }
    }

    /** Sends everything that is wanted and returns what the block holds. */
    EnumSet<OsmFile.Part> send(Set<OsmFile.Part> wanted, OsmHandler handler) throws UnreadableFile {
        EnumSet<OsmFile.Part> holds = EnumSet.noneOf(OsmFile.Part.class);
        for (Wire group : groups) {
            Wire in = group.again();
            while (in.hasMore()) {
                int field = in.field();
                OsmFile.Part part =
                        switch (field) {
                            case 1, 2 -> OsmFile.Part.NODES;
                            case 3 -> OsmFile.Part.WAYS;
                            case 4 -> OsmFile.Part.RELATIONS;
                            default -> null;
                        };
                if (part != null) {
                    holds.add(part);
                }
                if (part == null || !wanted.contains(part)) {
                    in.skip();
                } else if (field == 2) {
                    sendDense(in.inner(), handler);
                } else {
                    sendObject(field, in.inner(), handler);
                }
            }
        }
        return holds;
    }

    private void sendDense(Wire in, OsmHandler handler) throws UnreadableFile {
        Wire ids = null;
        Wire lats = null;
        Wire lons = null;
        Wire tags = null;
        while (in.hasMore()) {
            switch (in.field()) {
                case 1 -> ids = in.inner();
                case 8 -> lats = in.inner();
                case 9 -> lons = in.inner();
                case 10 -> tags = in.inner();
                default -> in.skip();
            }
        }
        if (ids == null) {
            return;
        }
        if (lats == null || lons == null) {
            throw Wire.broken();
        }
        long id = 0;
        long lat = 0;
        long lon = 0;
        List<String> pairs = new ArrayList<>();
        while (ids.hasMore()) {
            id += ids.zigzag();
            lat += lats.zigzag();
            lon += lons.zigzag();
            sendPosition(id, lon, lat, tags == null ? Tags.NONE : denseTags(tags, pairs), handler);
        }
    }

    /** Key, value, key, value, 0. Where no node of the block has any there may be nothing at all. */
    private Tags denseTags(Wire in, List<String> pairs) throws UnreadableFile {
        pairs.clear();
        while (in.hasMore()) {
            int key = (int) in.varint();
            if (key == 0) {
                break;
            }
            pairs.add(string(key));
            pairs.add(string((int) in.varint()));
        }
        return pairs.isEmpty() ? Tags.NONE : new Tags(pairs.toArray(String[]::new));
    }

    /** A node, a way or a relation: their ids, tags and references stand in the same fields. */
    private void sendObject(int kind, Wire in, OsmHandler handler) throws UnreadableFile {
        long id = 0;
        long lat = 0;
        long lon = 0;
        Wire keys = null;
        Wire values = null;
        Wire refs = null;
        Wire members = null;
        Wire types = null;
        while (in.hasMore()) {
            int field = in.field();
            if (field == 1) {
                id = kind == 1 ? in.zigzag() : in.varint();
            } else if (field == 2) {
                keys = in.inner();
            } else if (field == 3) {
                values = in.inner();
            } else if (field == 8 && kind == 1) {
                lat = in.zigzag();
            } else if (field == 9 && kind == 1) {
                lon = in.zigzag();
            } else if (field == 8) {
                refs = in.inner();
            } else if (field == 9 && kind == 4) {
                members = in.inner();
            } else if (field == 10 && kind == 4) {
                types = in.inner();
            } else {
                in.skip();
            }
        }
        Tags tags = tags(keys, values);
        switch (kind) {
            case 1 -> sendPosition(id, lon, lat, tags, handler);
            case 3 -> handler.way(id, nodes(refs), tags);
            default -> handler.relation(id, members(members, types, refs), tags);
        }
    }

    private void sendPosition(long id, long lon, long lat, Tags tags, OsmHandler handler) {
        long lon7 = Math.floorDiv(lonOffset + granularity * lon + 50, 100L);
        long lat7 = Math.floorDiv(latOffset + granularity * lat + 50, 100L);
        if (Math.abs(lon7) > 1_800_000_000L || Math.abs(lat7) > 900_000_000L) {
            handler.badNode(id, "longitude " + lon7 / 1e7 + ", latitude " + lat7 / 1e7);
        } else {
            handler.node(id, (int) lon7, (int) lat7, tags);
        }
    }

    private static long[] nodes(Wire refs) throws UnreadableFile {
        long[] nodes = new long[refs == null ? 0 : refs.count()];
        long id = 0;
        for (int i = 0; i < nodes.length; i++) {
            id += refs.zigzag();
            nodes[i] = id;
        }
        return nodes;
    }

    private List<OsmMember> members(Wire ids, Wire types, Wire roles) throws UnreadableFile {
        List<OsmMember> members = new ArrayList<>();
        long id = 0;
        while (ids != null && ids.hasMore()) {
            if (types == null || roles == null) {
                throw Wire.broken();
            }
            id += ids.zigzag();
            int type = (int) types.varint();
            if (type < 0 || type > 2) {
                throw Wire.broken();
            }
            members.add(new OsmMember("nwr".charAt(type), id, string((int) roles.varint())));
        }
        return members;
    }

    private Tags tags(Wire keys, Wire values) throws UnreadableFile {
        if (keys == null || !keys.hasMore()) {
            return Tags.NONE;
        }
        if (values == null) {
            throw Wire.broken();
        }
        String[] pairs = new String[2 * keys.count()];
        for (int i = 0; i < pairs.length; i += 2) {
            pairs[i] = string((int) keys.varint());
            pairs[i + 1] = string((int) values.varint());
        }
        return new Tags(pairs);
    }

    private String string(int index) throws UnreadableFile {
        if (index < 0 || index >= strings.length) {
            throw Wire.broken();
        }
        String known = strings[index];
        if (known == null) {
            known = texts.get(index).text();
            strings[index] = known;
        }
        return known;
    }
}
