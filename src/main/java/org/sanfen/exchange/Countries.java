package org.sanfen.exchange;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sanfen.exchange.text.WordTable;
import org.sanfen.geo.Geodesic;
import org.sanfen.geo.LonLat;

/** Languages, emergency numbers and time zones of countries, from two small tables. Immutable. */
final class Countries {

    /**
     * What a place gets from its country.
     *
     * @param languages BCP 47 tags, most used first
     * @param numbers fire, medical, police, general to the number to dial
     */
    record Country(List<String> languages, Map<String, String> numbers) {}

    private record Zone(String country, LonLat position, ZoneId id) {}

    private static final List<String> SERVICES = List.of("fire", "medical", "police", "general");
    private static final Pattern POSITION =
            Pattern.compile("([+-])(\\d{2})(\\d{2})(?:\\d{2})?([+-])(\\d{3})(\\d{2})(?:\\d{2})?");
    private static final Country UNKNOWN = new Country(List.of(), Map.of("general", "112"));

    private final Map<String, Country> countries = new HashMap<>();
    private final List<Zone> zones = new ArrayList<>();

    Countries() {
        for (String[] row : WordTable.read("/exchange/countries.tsv")) {
            Map<String, String> numbers = new LinkedHashMap<>();
            for (int i = 0; i < SERVICES.size(); i++) {
                if (!row[i + 2].equals("-")) {
                    numbers.put(SERVICES.get(i), row[i + 2]);
                }
            }
            countries.put(row[0], new Country(Arrays.asList(row[1].split(",")), numbers));
        }
        for (String[] row : WordTable.read("/exchange/zones.tsv")) {
            if (ZoneId.getAvailableZoneIds().contains(row[2])) {
                zones.add(new Zone(row[0], position(row[1]), ZoneId.of(row[2])));
            }
        }
    }

    /** Of a country that isn't in the table: no language, and 112, which mobile networks everywhere put through. */
    Country get(String code) {
        return code == null ? UNKNOWN : countries.getOrDefault(code, UNKNOWN);
    }

    /** The country's only zone, else the one whose largest place is nearest; without a country, the nearest of all. */
    ZoneId nearestZone(String country, LonLat position) {
        return nearest(country, position)
                .or(() -> nearest(null, position))
                .map(Zone::id)
                .orElseThrow();
    }

    /** The country of the nearest zone's largest place: a guess, for extracts that don't name theirs. */
    String nearestCountry(LonLat position) {
        return nearest(null, position).orElseThrow().country();
    }

    private Optional<Zone> nearest(String country, LonLat position) {
        return zones.stream()
                .filter(zone -> country == null || zone.country().equals(country))
                .min(Comparator.comparingDouble(zone -> Geodesic.metres(zone.position(), position)));
    }

    private static LonLat position(String iso6709) {
        Matcher parts = POSITION.matcher(iso6709);
        if (!parts.matches()) {
            throw new IllegalStateException("zones.tsv: not a position: " + iso6709);
        }
        double lat = Integer.parseInt(parts.group(2)) + Integer.parseInt(parts.group(3)) / 60.0;
        double lon = Integer.parseInt(parts.group(5)) + Integer.parseInt(parts.group(6)) / 60.0;
        return new LonLat(
                parts.group(4).equals("-") ? -lon : lon, parts.group(1).equals("-") ? -lat : lat);
    }
}
