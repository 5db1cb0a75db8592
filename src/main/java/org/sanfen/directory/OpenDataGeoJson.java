package org.sanfen.directory;

import java.io.OutputStream;
import org.sanfen.place.Place;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Points as one GeoJSON collection (RFC 7946), licence and attribution among its members. Thread-safe. */
@Component
class OpenDataGeoJson implements OpenData {

    private final JsonMapper json;

    OpenDataGeoJson(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String ending() {
        return "geojson";
    }

    @Override
    public String mediaType() {
        return PointsController.GEOJSON.toString();
    }

    @Override
    public void write(Notice notice, Points points, OutputStream out) {
        Place place = notice.place();
        JsonGenerator written =
                json.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out);
        written.writeStartObject();
        written.writeStringProperty("type", "FeatureCollection");
        written.writeStringProperty("name", place.name());
        written.writeStringProperty("place", place.id());
        written.writeNumberProperty("change_number", notice.changeNumber());
        writeText(written, "attribution", place.attribution());
        writeText(written, "licence", place.licence());
        writeText(written, "schematic", notice.label());
        written.writeArrayPropertyStart("features");
        points.forEach(point -> written.writePOJO(PointFeature.of(point, Audience.PUBLIC)));
        written.writeEndArray();
        written.writeEndObject();
        written.flush();
    }

    private static void writeText(JsonGenerator written, String name, String text) {
        if (text != null) {
            written.writeStringProperty(name, text);
        }
    }
}
