package org.sanfen.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** One collection (RFC 7946) in the form that the import of registers takes. Thread-safe. */
@Component
class GeoJsonExport implements PointExport {

    private final JsonMapper json;

    GeoJsonExport(JsonMapper json) {
        this.json = json;
    }

    @Override
    public ExportFormat format() {
        return ExportFormat.GEOJSON;
    }

    @Override
    public void write(Content content, OutputStream out) throws IOException {
        JsonGenerator written = begin(json, content.notice(), out);
        content.points().forEach(exported -> {
            Map<String, Object> properties = exported.properties();
            properties.values().removeIf(value -> value == null);
            if (content.notice().internal() != null
                    && exported.point().visibility().equals("internal")) {
                properties.put("internal", content.notice().internal());
            }
            Map<String, Object> feature = new LinkedHashMap<>();
            feature.put("type", "Feature");
            feature.put("id", exported.point().id());
            feature.put("geometry", geometry(exported));
            feature.put("properties", properties);
            written.writePOJO(feature);
        });
        end(written);
    }

    /** Opens the collection, the notice among its members, and the list of features. */
    static JsonGenerator begin(JsonMapper json, ExportNotice notice, OutputStream out) {
        JsonGenerator written =
                json.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out);
        written.writeStartObject();
        written.writeStringProperty("type", "FeatureCollection");
        notice.fields().forEach((name, value) -> {
            written.writeName(name);
            written.writePOJO(value);
        });
        written.writeArrayPropertyStart("features");
        return written;
    }

    static void end(JsonGenerator written) {
        written.writeEndArray();
        written.writeEndObject();
        written.flush();
    }

    static Map<String, Object> geometry(ExportedPoint exported) {
        var position = exported.point().position();
        return Map.of("type", "Point", "coordinates", List.of(position.lon(), position.lat()));
    }
}
