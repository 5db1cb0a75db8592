package org.sanfen.exchange.osm;

import java.util.List;
import java.util.function.Consumer;
import org.locationtech.jts.geom.LineString;

/** An extract turned into rows: the door from tags and nodes to streets, buildings, areas, basemap and points. */
public final class ExtractRows {

    private final Extract extract;
    private final Names names;
    private final Findings findings;
    private final Shapes shapes;
    private final Sea sea;

    public ExtractRows(Extract extract, Names names, Findings findings) {
        this.extract = extract;
        this.names = names;
        this.findings = findings;
        this.shapes = new Shapes(extract, findings);
        this.sea = sea();
    }

    private Sea sea() {
        List<LineString> coastlines = new java.util.ArrayList<>();
        WayTable ways = extract.ways();
        for (int way = 0; way < ways.size(); way++) {
            LineString line = ways.tags(way).is("natural", "coastline") ? shapes.line(way) : null;
            if (line != null) {
                coastlines.add(line);
            }
        }
        // Beyond the file's own box nobody knows where the coast runs.
        return Sea.within(extract.clip().box().intersection(extract.dataBox()), coastlines, findings);
    }

    /** The root first, then larger before smaller. */
    public List<AreaRow> areas(String placeName) {
        return new Areas(extract, shapes, names, findings).list(sea, placeName);
    }

    public void streets(Consumer<StreetRow> sink) {
        new Streets(extract, names, findings).send(sink);
    }

    public void buildings(Consumer<BuildingRow> sink) {
        new Buildings(extract, shapes, new LandUse(extract), findings).send(sink);
    }

    public void basemap(Consumer<BasemapRow> sink) {
        new Basemap(extract, shapes, names, findings).send(sea, sink);
    }

    /** @param country whose mobile numbers are told apart; may be null */
    public List<PointRow> points(PointKinds kinds, String country) {
        PhoneNumbers phones = new PhoneNumbers(country, findings);
        return new Points(extract, shapes, kinds, new PointTags(kinds, names, phones, findings)).list();
    }
}
