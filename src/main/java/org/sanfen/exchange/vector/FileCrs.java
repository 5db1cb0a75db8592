package org.sanfen.exchange.vector;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The coordinate system that a file states: an EPSG code, a definition in WKT, or nothing.
 *
 * @param epsg code; null where the file names none
 * @param wkt definition, as in a {@code .prj}; null where there is none
 */
public record FileCrs(Integer epsg, String wkt) {

    public static final FileCrs UNKNOWN = new FileCrs(null, null);
    public static final FileCrs WGS84 = new FileCrs(4326, null);

    /** WGS-84 and CGCS2000 in degrees: the same for this purpose. */
    private static final Set<Integer> DEGREES = Set.of(4326, 4490, 4979);

    private static final Pattern AUTHORITY =
            Pattern.compile("(?:AUTHORITY|ID)\\[\"EPSG\",\\s*\"?(\\d+)\"?]\\s*]\\s*$", Pattern.CASE_INSENSITIVE);

    public static FileCrs epsg(int code) {
        return new FileCrs(code, null);
    }

    /** A code that the text itself ends with counts before the text. */
    public static FileCrs wkt(String text) {
        if (text == null || text.isBlank()) {
            return UNKNOWN;
        }
        Matcher code = AUTHORITY.matcher(text.strip());
        return code.find() ? epsg(Integer.parseInt(code.group(1))) : new FileCrs(null, text.strip());
    }

    public boolean isKnown() {
        return epsg != null || wkt != null;
    }

    /** True where the coordinates need no conversion. */
    public boolean isWgs84() {
        if (epsg != null) {
            return DEGREES.contains(epsg);
        }
        String text = wkt == null ? "" : wkt.toUpperCase(Locale.ROOT);
        return text.startsWith("GEOGCS[") && (text.contains("WGS_1984") || text.contains("CHINA_2000"));
    }

    /** In words for people: {@code EPSG:4547}, or the name in the definition. */
    public String title() {
        if (epsg != null) {
            return "EPSG:" + epsg;
        }
        return wkt == null ? "?" : wkt.replaceAll("(?s)^[^\"]*\"([^\"]*)\".*$", "$1");
    }
}
