package org.sanfen.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.sanfen.directory.KindRegistry;
import org.sanfen.directory.PointKind;
import org.springframework.stereotype.Component;

/**
 * KML 2.2 (OGC 12-007r2): a placemark a point with name, address and hours to read and every column as extended data, in
 * the safety colour of its kind. Thread-safe.
 */
@Component
class KmlExport implements PointExport {

    private static final String KML = "http://www.opengis.net/kml/2.2";

    /** Alpha, blue, green, red, as the format has it. */
    private static final Map<PointKind.Group, String> COLOURS =
            Map.of(PointKind.Group.FIRE, "ff1e26b3", PointKind.Group.RESCUE, "ff4b7f1b");

    private final KindRegistry kinds;

    KmlExport(KindRegistry kinds) {
        this.kinds = kinds;
    }

    @Override
    public ExportFormat format() {
        return ExportFormat.KML;
    }

    @Override
    public void write(Content content, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("kml");
            xml.writeDefaultNamespace(KML);
            xml.writeStartElement("Document");
            head(xml, content.notice());
            ExportColumns columns = content.columns();
            content.points().forEach(point -> placemark(xml, content.notice(), columns, point));
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException failed) {
            throw new IOException("The KML could not be written: " + failed.getMessage(), failed);
        }
    }

    private static void head(XMLStreamWriter xml, ExportNotice notice) throws XMLStreamException {
        text(xml, "name", notice.place().name(notice.language()));
        text(
                xml,
                "description",
                notice.fields().entrySet().stream()
                        .map(field -> field.getKey() + ": " + field.getValue())
                        .collect(Collectors.joining("\n")));
        for (Map.Entry<PointKind.Group, String> colour : COLOURS.entrySet()) {
            xml.writeStartElement("Style");
            xml.writeAttribute("id", colour.getKey().id());
            xml.writeStartElement("IconStyle");
            text(xml, "color", colour.getValue());
            xml.writeEndElement();
            xml.writeEndElement();
        }
    }

    private void placemark(XMLStreamWriter xml, ExportNotice notice, ExportColumns columns, ExportedPoint exported)
            throws IOException {
        try {
            var point = exported.point();
            PointKind kind = kinds.getKind(point.kind());
            String name = point.name(notice.language());
            xml.writeStartElement("Placemark");
            xml.writeAttribute("id", "p-" + point.id());
            text(xml, "name", name);
            text(xml, "address", point.address());
            text(
                    xml,
                    "description",
                    kind.name(notice.language())
                            + (point.openingHours() == null ? "" : "\n" + point.openingHours())
                            + (notice.schematic() == null ? "" : "\n" + notice.schematic()));
            text(xml, "styleUrl", "#" + kind.group().id());
            xml.writeStartElement("ExtendedData");
            List<Object> values = columns.row(exported);
            for (int column = 0; column < values.size(); column++) {
                String field = columns.names().get(column);
                // A point without a name of its own says so: the one over the map would come back as its name.
                if (values.get(column) != null || field.equals("name")) {
                    xml.writeStartElement("Data");
                    xml.writeAttribute("name", field);
                    text(xml, "value", Objects.toString(values.get(column), ""));
                    xml.writeEndElement();
                }
            }
            xml.writeEndElement();
            xml.writeStartElement("Point");
            text(
                    xml,
                    "coordinates",
                    point.position().lon() + "," + point.position().lat());
            xml.writeEndElement();
            xml.writeEndElement();
        } catch (XMLStreamException failed) {
            throw new IOException("The KML could not be written: " + failed.getMessage(), failed);
        }
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        if (text != null) {
            xml.writeStartElement(element);
            xml.writeCharacters(text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", ""));
            xml.writeEndElement();
        }
    }
}
