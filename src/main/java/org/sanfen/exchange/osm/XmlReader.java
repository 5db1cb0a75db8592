package org.sanfen.exchange.osm;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Envelope;
import org.sanfen.exchange.Refusal;

/** Reads OSM XML as a stream. External entities and DTDs are not followed. One instance reads one stream. */
final class XmlReader {

    private final Set<OsmFile.Part> wanted;
    private final OsmHandler handler;
    private final List<String> pairs = new ArrayList<>();
    private final List<OsmMember> members = new ArrayList<>();
    private long[] nodes = new long[64];
    private int nodeCount;
    private Instant dataDate;
    private boolean headerSent;

    XmlReader(Set<OsmFile.Part> wanted, OsmHandler handler) {
        this.wanted = wanted;
        this.handler = handler;
    }

    void read(InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        boolean root = true;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (root && !xml.getLocalName().equals("osm")) {
                        throw new UnreadableFile(Refusal.OSM_OTHER_XML, xml.getLocalName(), null);
                    }
                    root = false;
                    element(xml);
                }
            }
            sendHeader(null);
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof EOFException cut) {
                throw cut;
            }
            throw new UnreadableFile(
                    Refusal.OSM_NO_XML, String.valueOf(broken.getLocation().getLineNumber()), broken);
        }
    }

    private void element(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "osm" -> dataDate = instant(attribute(xml, "osmosis_replication_timestamp", "timestamp"));
            case "bounds" -> sendHeader(bounds(xml));
            case "node" -> node(xml);
            case "way" -> way(xml);
            case "relation" -> relation(xml);
            default -> {}
        }
    }

    private void node(XMLStreamReader xml) throws XMLStreamException {
        sendHeader(null);
        boolean deleted = isDeleted(xml);
        long id = id(xml, "id");
        String lon = xml.getAttributeValue(null, "lon");
        String lat = xml.getAttributeValue(null, "lat");
        Tags tags = children(xml, "node");
        if (deleted || !wanted.contains(OsmFile.Part.NODES)) {
            return;
        }
        try {
            double x = Double.parseDouble(lon);
            double y = Double.parseDouble(lat);
            if (Math.abs(x) <= 180 && Math.abs(y) <= 90) {
                handler.node(id, (int) Math.round(x * 1e7), (int) Math.round(y * 1e7), tags);
                return;
            }
        } catch (NumberFormatException | NullPointerException unreadable) {
            // told below, with what stood there
        }
        handler.badNode(id, "longitude " + lon + ", latitude " + lat);
    }

    private void way(XMLStreamReader xml) throws XMLStreamException {
        sendHeader(null);
        boolean deleted = isDeleted(xml);
        long id = id(xml, "id");
        Tags tags = children(xml, "way");
        if (!deleted && wanted.contains(OsmFile.Part.WAYS)) {
            handler.way(id, java.util.Arrays.copyOf(nodes, nodeCount), tags);
        }
    }

    private void relation(XMLStreamReader xml) throws XMLStreamException {
        sendHeader(null);
        boolean deleted = isDeleted(xml);
        long id = id(xml, "id");
        Tags tags = children(xml, "relation");
        if (!deleted && wanted.contains(OsmFile.Part.RELATIONS)) {
            handler.relation(id, List.copyOf(members), tags);
        }
    }

    private Tags children(XMLStreamReader xml, String parent) throws XMLStreamException {
        pairs.clear();
        members.clear();
        nodeCount = 0;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(parent)) {
                return pairs.isEmpty() ? Tags.NONE : new Tags(pairs.toArray(new String[0]));
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                child(xml);
            }
        }
    }

    private void child(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "tag" -> {
                pairs.add(attribute(xml, "k").intern());
                pairs.add(attribute(xml, "v"));
            }
            case "nd" -> {
                if (nodeCount == nodes.length) {
                    nodes = java.util.Arrays.copyOf(nodes, nodeCount * 2);
                }
                nodes[nodeCount++] = id(xml, "ref");
            }
            case "member" ->
                members.add(new OsmMember(attribute(xml, "type").charAt(0), id(xml, "ref"), attribute(xml, "role")));
            default -> {}
        }
    }

    private void sendHeader(Envelope box) {
        if (!headerSent) {
            headerSent = true;
            handler.header(new OsmHeader(box, dataDate));
        }
    }

    private static Envelope bounds(XMLStreamReader xml) throws XMLStreamException {
        try {
            return new Envelope(
                    Double.parseDouble(attribute(xml, "minlon")), Double.parseDouble(attribute(xml, "maxlon")),
                    Double.parseDouble(attribute(xml, "minlat")), Double.parseDouble(attribute(xml, "maxlat")));
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    private static boolean isDeleted(XMLStreamReader xml) {
        return "delete".equals(xml.getAttributeValue(null, "action"))
                || "false".equals(xml.getAttributeValue(null, "visible"));
    }

    private static long id(XMLStreamReader xml, String name) throws XMLStreamException {
        try {
            return Long.parseLong(attribute(xml, name));
        } catch (NumberFormatException bad) {
            throw new XMLStreamException(
                    "The " + name + " of <" + xml.getLocalName() + "> is no number", xml.getLocation());
        }
    }

    /** The first of the named attributes that is there, else an empty text. */
    private static String attribute(XMLStreamReader xml, String... names) {
        for (String name : names) {
            String value = xml.getAttributeValue(null, name);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private static Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
