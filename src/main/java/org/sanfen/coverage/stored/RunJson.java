package org.sanfen.coverage.stored;

import java.util.Set;
import java.util.TreeSet;
import org.sanfen.coverage.RunHistory.Shares;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON inside stored results, apart from the application's settings so that these can't change the bytes. Fields that an
 * older version did not write come out null or 0. Stateless.
 */
final class RunJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule().addAbstractTypeMapping(Set.class, TreeSet.class))
            .build();

    private RunJson() {}

    /** @return null where there is none */
    static Shares shares(String json) {
        return json == null ? null : MAPPER.readValue(json, Shares.class);
    }

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
