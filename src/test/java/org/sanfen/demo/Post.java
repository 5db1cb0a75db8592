package org.sanfen.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** A point of the directory on its way into the file: a GeoJSON feature in the form of {@code /api/points}. */
record Post(String sourceId, String kind, Coordinate metres, double s, double v, Map<String, Object> properties) {

    static final String SOURCE = "schematic-yantian";
    static final String LICENCE = "CC0-1.0";

    static Post of(String sourceId, String kind, Coordinate metres, double s, double v, Words.Name name) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("source", SOURCE);
        properties.put("source_id", sourceId);
        properties.put("licence", LICENCE);
        properties.put("kind", kind);
        if (name != null) {
            properties.put("name", name.zh());
            properties.put("names", both(name.zh(), name.en()));
        }
        return new Post(sourceId, kind, metres, s, v, properties);
    }

    Post with(String key, Object value) {
        if (value != null) {
            properties.put(key, value);
        }
        return this;
    }

    Post placed(String zh, String en) {
        return with("placement", both(zh, en));
    }

    Map<String, Object> feature() {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        Map<String, Object> geometry = new LinkedHashMap<>();
        geometry.put("type", "Point");
        geometry.put("coordinates", List.of(degrees(Shore.lon(metres)), degrees(Shore.lat(metres))));
        feature.put("geometry", geometry);
        feature.put("properties", properties);
        return feature;
    }

    static Map<String, Object> both(String zh, String en) {
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("zh-Hans", zh);
        texts.put("en", en);
        return texts;
    }

    static double degrees(double value) {
        return Math.round(value * 1e7) / 1e7;
    }
}
