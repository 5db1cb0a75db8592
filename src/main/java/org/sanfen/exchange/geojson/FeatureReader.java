package org.sanfen.exchange.geojson;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.sanfen.exchange.ImportRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/**
 * Reads a FeatureCollection as a stream: one feature is in memory at a time. What stands beside the features ({@code
 * licence}, {@code next}) is handed out at the end. A file that is no FeatureCollection, or breaks off, is refused.
 */
public final class FeatureReader {

    /** Takes features in the file's order, numbered from 1. */
    public interface Taker {
        void take(long number, JsonNode feature);
    }

    private final Path file;
    private final ObjectReader json;
    private final Map<String, JsonNode> beside = new HashMap<>();
    private boolean anySystem;

    public FeatureReader(Path file, ObjectMapper json) {
        this.file = file;
        // A value ends where the next one begins: what trails it is not its affair.
        this.json = json.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** Takes files in other systems than WGS-84 too: the caller reads {@code crs} and converts. */
    public FeatureReader anySystem() {
        anySystem = true;
        return this;
    }

    /**
     * Hands out every feature.
     *
     * @return members of the collection beside its features
     * @throws ImportRefused if the file can't be read to its end
     */
    public Map<String, JsonNode> read(Taker taker) {
        try (InputStream in = open();
                JsonParser parser = json.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refused("is no GeoJSON: it should begin with {\"type\": \"FeatureCollection\"");
            }
            boolean any = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = parser.currentName();
                JsonToken value = parser.nextToken();
                if (member.equals("features") && value == JsonToken.START_ARRAY) {
                    any = true;
                    features(parser, taker);
                } else {
                    beside.put(member, json.readTree(parser));
                }
            }
            check(any);
            return beside;
        } catch (JacksonException broken) {
            TokenStreamLocation place = broken.getLocation();
            throw new ImportRefused(
                    "\"" + file.getFileName() + "\" breaks off or is no JSON"
                            + (place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr())
                            + ": mend or download it again; nothing was changed.",
                    broken);
        } catch (IOException unreadable) {
            throw new ImportRefused("\"" + file + "\" can't be read: " + unreadable.getMessage() + ".", unreadable);
        }
    }

    private void features(JsonParser parser, Taker taker) {
        long number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            taker.take(++number, json.readTree(parser));
        }
    }

    private void check(boolean anyFeatures) {
        JsonNode type = beside.get("type");
        if (!anyFeatures || type == null || !type.asString("").equals("FeatureCollection")) {
            throw refused("is no FeatureCollection of GeoJSON");
        }
        // RFC 7946 knows WGS-84 only; the older form named others here.
        JsonNode system = beside.get("crs");
        String name =
                system == null ? "" : system.path("properties").path("name").asString("");
        if (!anySystem && !name.isEmpty() && !name.contains("CRS84") && !name.endsWith("4326")) {
            throw refused("is in the coordinate system " + name + "; convert it to WGS-84 (EPSG:4326)");
        }
    }

    private ImportRefused refused(String why) {
        return new ImportRefused("\"" + file.getFileName() + "\" " + why + "; nothing was changed.");
    }

    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        return file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }
}
