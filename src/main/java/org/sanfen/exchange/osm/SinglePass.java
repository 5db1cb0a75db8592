package org.sanfen.exchange.osm;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The survey, and in the same pass what else it can take in: everything, if the import is clipped to the box that the
 * file's header states, the nodes come before the ways, and no relation needs a way that means nothing by itself.
 */
final class SinglePass implements OsmHandler {

    private final Survey survey;
    private final Kept kept;
    private boolean keeps;
    private boolean sawWay;

    /** @param clipsToHeader true if the file's own box is what the import is clipped to */
    SinglePass(Survey survey, Kept kept, boolean clipsToHeader) {
        this.survey = survey;
        this.kept = kept;
        this.keeps = clipsToHeader;
    }

    /** True if no further pass is needed for what lies in the box. */
    boolean tookEverythingIn() {
        return keeps && kept.clip() != null && survey.relations.isEmpty();
    }

    @Override
    public void header(OsmHeader header) {
        survey.header(header);
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
