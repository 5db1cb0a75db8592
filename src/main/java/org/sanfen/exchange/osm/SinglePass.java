package org.sanfen.exchange.osm;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The survey, and in the same pass what else it can take in: everything, if the import is clipped to the box that the
 * file's header states, the nodes come before the ways, and no relation needs a way that means nothing by itself.
 */
final class SinglePass implements OsmHandler {

    private static final int ASK_EVERY = 1 << 16;
    private static final int WAIT_AFTER = 1 << 22;

    private final Survey survey;
    private final Kept kept;
    private final WantedArea area;
    private boolean keeps = true;
    private boolean sawWay;
    private int nodes;

    /** @param area as long as nobody knows, it is taken for the file's own box */
    SinglePass(Survey survey, Kept kept, WantedArea area) {
        this.survey = survey;
        this.kept = kept;
        this.area = area;
    }

    /** True if no further pass is needed for what lies in the box. */
    boolean tookEverythingIn() {
        return keeps && area.name() == null && kept.clip() != null && survey.relations.isEmpty();
    }

    @Override
    public void header(OsmHeader header) {
        survey.header(header);
        keeps = !area.isKnown() || area.name() == null;
        Envelope box = survey.statedBox();
        keeps &= box != null;
        if (keeps) {
            kept.clipTo(Extract.Root.ofBox(box));
        }
    }

    @Override
    public void node(long id, int lon7, int lat7, Tags tags) {
        survey.node(id, lon7, lat7, tags);
        keeps &= !sawWay;
        if (keeps) {
            if (++nodes % ASK_EVERY == 0 && (area.isKnown() || nodes >= WAIT_AFTER)) {
                keeps = area.name() == null;
            }
            kept.node(id, lon7, lat7, tags);
        }
    }

    @Override
    public void badNode(long id, String why) {
        survey.badNode(id, why);
    }

    @Override
    public void way(long id, long[] refs, Tags tags) {
        survey.way(id, refs, tags);
        sawWay = true;
        if (keeps) {
            kept.way(id, refs, tags, false);
        }
    }

    @Override
    public void relation(long id, List<OsmMember> members, Tags tags) {
        survey.relation(id, members, tags);
    }
}
