package org.sanfen.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.sanfen.directory.KindRegistry;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * GeoJSON whose properties are OpenStreetMap's tags and nothing else; source, licence and attribution stand beside them,
 * because whoever takes a point over into OpenStreetMap has to ask whether that licence allows it. What has no agreed tag
 * is left out and counted by kind at the end. Thread-safe.
 */
@Component
class OsmExport implements PointExport {

    private final JsonMapper json;
    private final OsmTags tags;

    OsmExport(JsonMapper json, KindRegistry kinds) {
        this.json = json;
        this.tags = new OsmTags(kinds);
    }

    @Override
    public ExportFormat format() {
        return ExportFormat.OSM;
    }

    @Override
    public void write(Content content, OutputStream out) throws IOException {
        JsonGenerator written = GeoJsonExport.begin(json, content.notice(), out);
        Map<String, Integer> leftOut = new TreeMap<>();
        content.points().forEach(exported -> {
            var things = tags.of(exported);
            if (things.isEmpty()) {
                leftOut.merge(exported.point().kind(), 1, Integer::sum);
            }
            int number = 0;
            for (Map<String, String> thing : things) {
                written.writePOJO(feature(content.notice(), exported, thing, ++number));
            }
        });
        written.writeEndArray();
        written.writeName("left_out");
        written.writePOJO(leftOut);
        written.writeEndObject();
        written.flush();
    }

    /** The id says whether the feature is the point itself, or one of the things in it or in its stead. */
    private Map<String, Object> feature(
            ExportNotice notice, ExportedPoint exported, Map<String, String> tagsOfThing, int number) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        String id = exported.point().id();
        feature.put("id", tags.isItself(exported, tagsOfThing) ? id : id + "/" + number);
        feature.put("geometry", GeoJsonExport.geometry(exported));
        feature.put("properties", tagsOfThing);
        feature.put("sanfen_id", exported.point().id());
        feature.put("source", exported.point().source());
        feature.put("source_id", exported.point().sourceId());
        feature.put("licence", exported.point().licenceIn(notice.place()));
        feature.put("attribution", notice.place().attribution());
        feature.put("schematic", notice.schematic());
        feature.put("internal", exported.point().visibility().equals("internal") ? notice.internal() : null);
        feature.values().removeIf(value -> value == null);
        return feature;
    }
}
