package org.sanfen.directory;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@code jsonb} value as the database has it. Lists of points pass it on unread; only a point's own page takes it apart.
 * 2026-11-21: reading and writing five of them a row took a third of the application's own CPU time for 500 points (1,296
 * profiler samples in PointsBench with it, 813 without).
 *
 * @param text JSON
 */
public record StoredJson(@JsonValue @JsonRawValue String text) {

    private static final ObjectReader TEXTS =
            JsonMapper.shared().readerFor(new TypeReference<Map<String, String>>() {});
    private static final ObjectReader VALUES =
            JsonMapper.shared().readerFor(new TypeReference<Map<String, Object>>() {});
    private static final ObjectReader LINES =
            JsonMapper.shared().readerFor(new TypeReference<List<Map<String, Object>>>() {});

    /** Language tag to text. */
    public Map<String, String> texts() {
        return TEXTS.readValue(text);
    }

    /** Key to string, number or boolean. */
    public Map<String, Object> values() {
        return VALUES.readValue(text);
    }

    /** Lines of equipment, or of photos. */
    public List<Map<String, Object>> lines() {
        return LINES.readValue(text);
    }
}
