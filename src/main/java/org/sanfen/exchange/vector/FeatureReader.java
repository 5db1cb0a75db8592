package org.sanfen.exchange.vector;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.sanfen.exchange.ImportRefused;
import org.sanfen.exchange.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/**
 * Reads a FeatureCollection (RFC 7946) as a stream: one feature is in memory at a time, so that a file of any length fits.
 * What stands beside the features ({@code licence}, {@code next}) is handed out at the end. A file that is no
 * FeatureCollection, or breaks off, is refused; a byte that is no UTF-8 becomes a mark (U+FFFD) in its text.
 */
public final class FeatureReader {

    private static final Pattern EPSG = Pattern.compile("EPSG:+(?:[\\d.]*:)?(\\d{4,6})$");

    /** Takes features in the file's order, numbered from 1; false ends the reading. */
    public interface Taker {
        boolean take(long number, JsonNode feature);
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

    /** Takes files in other systems than WGS-84 too: the caller asks {@link #crs} and converts. */
    public FeatureReader anySystem() {
        anySystem = true;
        return this;
    }

    /** The system that the older form of GeoJSON names beside the features; unknown where it names none. */
    public static FileCrs crs(Map<String, JsonNode> beside) {
        Matcher epsg = EPSG.matcher(name(beside.get("crs")));
        return epsg.find() ? FileCrs.epsg(Integer.parseInt(epsg.group(1))) : FileCrs.UNKNOWN;
    }

    private static String name(JsonNode crs) {
        return crs == null ? "" : crs.path("properties").path("name").asString("");
    }

    /**
     * Hands out every feature.
     *
     * @return members of the collection beside its features; those before the end where the taker has ended it
     * @throws ImportRefused if the file can't be read to its end
     */
    public Map<String, JsonNode> read(Taker taker) {
        try (Reader in = open();
                JsonParser parser = json.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refused(Refusal.NO_COLLECTION);
            }
            boolean any = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = parser.currentName();
                JsonToken value = parser.nextToken();
                if (member.equals("features") && value == JsonToken.START_ARRAY) {
                    any = true;
                    if (!features(parser, taker)) {
                        return beside;
                    }
                } else {
                    beside.put(member, json.readTree(parser));
                }
            }
            check(any);
            return beside;
        } catch (JacksonException broken) {
            TokenStreamLocation place = broken.getLocation();
            throw new ImportRefused(
                    broken,
                    Refusal.BROKEN,
                    "name",
                    name(),
                    "detail",
                    place == null ? "JSON" : "line " + place.getLineNr() + ", column " + place.getColumnNr());
        } catch (IOException unreadable) {
            throw new ImportRefused(
                    unreadable, Refusal.UNREADABLE, "name", name(), "detail", String.valueOf(unreadable.getMessage()));
        }
    }

    private boolean features(JsonParser parser, Taker taker) {
        long number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (!taker.take(++number, json.readTree(parser))) {
                return false;
            }
        }
        return true;
    }

    private void check(boolean anyFeatures) {
        JsonNode type = beside.get("type");
        if (!anyFeatures || type != null && !type.asString("").equals("FeatureCollection")) {
            throw refused(Refusal.NO_COLLECTION);
        }
        // RFC 7946 knows WGS-84 only; the older form named others here.
        String system = name(beside.get("crs"));
        if (!anySystem && !system.isEmpty() && !system.contains("CRS84") && !system.endsWith("4326")) {
            throw refused(Refusal.NOT_WGS84, "crs", system);
        }
    }

    private ImportRefused refused(Refusal why, String... more) {
        String[] placeholders = new String[more.length + 2];
        placeholders[0] = "name";
        placeholders[1] = name();
        System.arraycopy(more, 0, placeholders, 2, more.length);
        return new ImportRefused(why, placeholders);
    }

    private String name() {
        return file.getFileName().toString();
    }

    private Reader open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            InputStream plain =
                    name().endsWith(".gz") ? new Unpacked(new GZIPInputStream(in), Unpacked.MOST_BYTES, name()) : in;
            PushbackReader text = new PushbackReader(
                    new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16));
            int first = text.read();
            if (first >= 0 && first != '\ufeff') {
                text.unread(first);
            }
            return text;
        } catch (IOException | RuntimeException failed) {
            in.close();
            throw failed;
        }
    }
}
