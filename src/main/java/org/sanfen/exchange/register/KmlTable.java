package org.sanfen.exchange.register;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Coordinate;
import org.sanfen.exchange.Refusal;
import org.sanfen.geo.Wkb;

/**
 * The placemarks of a KML (OGC 12-007r2) or KMZ, one in memory at a time. Name, description, address and phone are columns,
 * and every item of the extended data. Positions are WGS-84 by definition.
 */
final class KmlTable implements Table {

    private static final int LOOKED_AT = 1_000;
    private static final List<String> OWN = List.of("name", "description", "address", "phoneNumber");

    private final Path file;
    private final String name;
    private final boolean isPacked;
    private final Columns columns = new Columns();

    KmlTable(Path file, boolean isPacked) {
        this.file = file;
        this.name = RegisterFiles.name(file);
        this.isPacked = isPacked;
        int[] seen = {0};
        read(row -> ++seen[0] < LOOKED_AT);
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public List<FileLook.Part> parts() {
        return List.of(new FileLook.Part(null, -1));
    }

    @Override
    public String part() {
        return null;
    }

    @Override
    public String declaredCrs() {
        return "WGS84";
    }

    @Override
    public long headerRow() {
        return 0;
    }

    @Override
    public void read(Taker taker) {
        try (InputStream in = open()) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            placemarks(factory.createXMLStreamReader(in), taker);
        } catch (XMLStreamException broken) {
            throw new RegisterRefused(
                    Refusal.BROKEN,
                    name,
                    broken.getLocation() == null
                            ? RegisterFiles.reason(broken)
                            : "line " + broken.getLocation().getLineNumber(),
                    broken);
        } catch (IOException unreadable) {
            throw new RegisterRefused(Refusal.UNREADABLE, name, RegisterFiles.reason(unreadable), unreadable);
        }
    }

    private void placemarks(XMLStreamReader xml, Taker taker) throws XMLStreamException {
        long number = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new RegisterRefused(Refusal.DOCTYPE, name, "");
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Placemark")) {
                if (++number > MOST_ROWS) {
                    throw new RegisterRefused(Refusal.TOO_MANY_ROWS, name, String.valueOf(MOST_ROWS));
                }
                if (!taker.take(placemark(number, xml))) {
                    return;
                }
            }
        }
    }

    private RawRow placemark(long number, XMLStreamReader xml) throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        List<Coordinate> corners = new ArrayList<>();
        boolean isPoint = false;
        String data = null;
        String id = xml.getAttributeValue(null, "id");
        if (id != null) {
            set(cells, "@id", id);
        }
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String element = xml.getLocalName();
                if (element.equals("Data")) {
                    data = xml.getAttributeValue(null, "name");
                } else if (element.equals("SimpleData")) {
                    set(cells, xml.getAttributeValue(null, "name"), xml.getElementText());
                    depth--;
                } else if (element.equals("value") && data != null || depth == 2 && OWN.contains(element)) {
                    set(cells, element.equals("value") ? data : element, xml.getElementText());
                    depth--;
                } else if (element.equals("Point")) {
                    isPoint = true;
                } else if (element.equals("coordinates")) {
                    corners(xml.getElementText(), corners);
                    depth--;
                }
            }
        }
        FeatureSpot spot = corners.isEmpty()
                ? null
                : FeatureSpot.of(Wkb.GEOMETRIES
                        .createMultiPointFromCoords(corners.toArray(Coordinate[]::new))
                        .convexHull());
        return new RawRow(
                number,
                columns,
                cells.toArray(String[]::new),
                spot == null ? null : spot.x(),
                spot == null ? null : spot.y(),
                spot != null && !isPoint,
                false);
    }

    private static void corners(String text, List<Coordinate> corners) {
        for (String tuple : text.strip().split("\\s+")) {
            String[] parts = tuple.split(",");
            if (parts.length >= 2 && corners.size() < 100_000) {
                try {
                    corners.add(new Coordinate(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
                } catch (NumberFormatException noNumber) {
                    // A corner that can't be read is none; without any, the row has no position and says so.
                }
            }
        }
    }

    private void set(List<String> cells, String column, String value) {
        if (column == null) {
            return;
        }
        int place = columns.place(column);
        if (place >= MOST_COLUMNS) {
            throw new RegisterRefused(Refusal.TOO_MANY_COLUMNS, name, String.valueOf(MOST_COLUMNS));
        }
        while (cells.size() <= place) {
            cells.add(null);
        }
        cells.set(place, value);
    }

    private InputStream open() throws IOException {
        if (!isPacked) {
            return new BufferedInputStream(Files.newInputStream(file));
        }
        ZipFile zip = new ZipFile(file.toFile());
        return new FilterInputStream(new BufferedInputStream(zip.getInputStream(Archive.findKml(zip)))) {
            @Override
            public void close() throws IOException {
                super.close();
                zip.close();
            }
        };
    }
}
