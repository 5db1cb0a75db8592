package org.sanfen.exchange.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The first pass over a file: counts its objects, keeps the relations of interest and finds out where the data lie. A
 * broken file shows itself here, before anything is written.
 */
final class Survey implements OsmHandler {

    private static final int SAMPLE = 1 << 16;
    private static final double TEN_METRES = 1e-4;

    OsmHeader header = new OsmHeader(null, null);
    final List<OsmRelation> relations = new ArrayList<>();
    /** Closed ways that are administrative boundaries of their own. */
    final List<OsmRelation> closedBoundaries = new ArrayList<>();

    private final Findings findings;
    private final int[] lons = new int[SAMPLE];
    private final int[] lats = new int[SAMPLE];
    private int sampled;
    private int every = 1;
    private long nodes;
    private long ways;
    private long relationCount;

    Survey(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void header(OsmHeader stated) {
        header = stated;
    }

    @Override
    public void node(long id, int lon7, int lat7, Tags tags) {
        nodes++;
        if (lon7 == 0 && lat7 == 0) {
            findings.add("node_at_0_0", "Nodes at longitude 0, latitude 0 are left out", "node/" + id, 0, 0);
        } else if (nodes % every == 0) {
            if (sampled == SAMPLE) {
                thin();
            }
            lons[sampled] = lon7;
            lats[sampled++] = lat7;
        }
    }

    @Override
    public void badNode(long id, String why) {
        nodes++;
        findings.add("node_off_earth", "Nodes without a position on the earth are left out", "node/" + id + ": " + why);
    }

    @Override
    public void way(long id, long[] refs, Tags tags) {
        ways++;
        if (tags.is("boundary", "administrative")
                && tags.has("name")
                && refs.length > 3
                && refs[0] == refs[refs.length - 1]) {
            closedBoundaries.add(new OsmRelation(id, List.of(new OsmMember('w', id, "outer")), tags));
        }
    }

    @Override
    public void relation(long id, List<OsmMember> members, Tags tags) {
        relationCount++;
        if (Interest.ofRelation(tags)) {
            relations.add(new OsmRelation(id, members, tags));
        }
    }

    Extract.Read read() {
        return new Extract.Read(nodes, ways, relationCount);
    }

    /** Half of the sample, twice as far apart. */
    private void thin() {
        for (int i = 0; i < SAMPLE / 2; i++) {
            lons[i] = lons[2 * i];
            lats[i] = lats[2 * i];
        }
        sampled = SAMPLE / 2;
        every *= 2;
    }

    /** The box the file states; null if it states none of any use. */
    Envelope statedBox() {
        Envelope box = header.box();
        return box != null && box.getArea() > 0 ? box : null;
    }

    /** The box the file states, else the one its nodes fill, stray ones left out; null for a file without nodes. */
    Envelope dataBox() {
        if (statedBox() != null) {
            return statedBox();
        }
        if (sampled == 0) {
            return null;
        }
        int[] x = within(Arrays.copyOf(lons, sampled));
        int[] y = within(Arrays.copyOf(lats, sampled));
        Envelope box = new Envelope(x[0] / 1e7, x[1] / 1e7, y[0] / 1e7, y[1] / 1e7);
        // All nodes may stand in one line.
        box.expandBy(box.getWidth() > 0 ? 0 : TEN_METRES, box.getHeight() > 0 ? 0 : TEN_METRES);
        return box;
    }

    /** Least and greatest value that lie no further from the middle nine tenths than these are wide. */
    private static int[] within(int[] values) {
        Arrays.sort(values);
        long low = values[values.length / 20];
        long high = values[values.length - 1 - values.length / 20];
        long width = Math.max(high - low, 1000);
        int[] kept = Arrays.stream(values)
                .filter(value -> value >= low - width && value <= high + width)
                .toArray();
        return new int[] {kept[0], kept[kept.length - 1]};
    }
}
