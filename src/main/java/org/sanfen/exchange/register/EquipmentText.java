package org.sanfen.exchange.register;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a cabinet holds: lines as our own exports write them (JSON), or 灭火器4具、水带2盘 as people do. */
final class EquipmentText {

    private static final Pattern LINE = Pattern.compile(
            "(.{1,100}?)\\s*[x×X*:：]?\\s*(\\d{1,5})\\s*(?:个|個|具|套|件|把|根|条|條|盘|盤|顶|頂|台|臺|只|瓶|本|支|枚|箱|pcs?|pieces?)?");
    private static final int MOST_LINES = 60;

    private EquipmentText() {}

    static ArrayNode read(String text) {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        if (text.startsWith("[")) {
            try {
                JsonMapper.shared().readTree(text).forEach(line -> take(line, lines));
                return lines;
            } catch (JacksonException noJson) {
                lines.removeAll();
            }
        }
        List<String> parts = new ArrayList<>(List.of(text.split("[;；、，\\n]|,(?!\\d{3})")));
        for (String part : parts) {
            Matcher counted = LINE.matcher(part.strip());
            if (lines.size() < MOST_LINES && !part.isBlank() && part.strip().length() <= 100) {
                ObjectNode line = lines.addObject();
                line.put("item", counted.matches() ? counted.group(1).strip() : part.strip());
                if (counted.matches()) {
                    line.put("count", Integer.parseInt(counted.group(2)));
                }
            }
        }
        return lines;
    }

    private static void take(JsonNode line, ArrayNode lines) {
        String item = line.path("item").asString("").strip();
        if (item.isEmpty() || item.length() > 100 || lines.size() >= MOST_LINES) {
            return;
        }
        ObjectNode kept = lines.addObject();
        kept.put("item", item);
        if (line.path("count").isIntegralNumber()) {
            kept.put("count", line.get("count").intValue());
        }
        for (String day : List.of("made_on", "expires_on")) {
            if (line.path(day).asString("").matches("\\d{4}-\\d{2}-\\d{2}")) {
                kept.put(day, line.get(day).stringValue());
            }
        }
    }
}
