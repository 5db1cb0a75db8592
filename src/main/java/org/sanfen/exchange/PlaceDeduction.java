package org.sanfen.exchange;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Point;
import org.sanfen.exchange.osm.Extract;
import org.sanfen.exchange.osm.Names;
import org.sanfen.exchange.osm.OpenStreetMap;
import org.sanfen.exchange.osm.OsmRelation;
import org.sanfen.exchange.osm.Tags;
import org.sanfen.geo.LonLat;
import org.sanfen.place.Place;

/**
 * Finds out a place's country, zone, languages and numbers. What the operator says wins, then what the place has
 * already, then what the extract's boundaries say, then the nearest entry of the time zone table.
 */
final class PlaceDeduction {

    /** Made up, so nobody need be named; the attribution goes wherever the data goes, and with it the warning. */
    static final String SCHEMATIC = "示意性演示数据，非真实位置 · Schematic demonstration data, not real locations";

    static final String SCHEMATIC_LICENCE = "CC0-1.0";

    private final Countries countries = new Countries();

    PlaceFacts deduce(ImportRequest request, Optional<Place> known, Extract extract) {
        Point middle = extract.root().geometry().getInteriorPoint();
        LonLat position = new LonLat(middle.getX(), middle.getY());
        String country = request.country() != null
                ? request.country()
                : known.map(Place::country).orElseGet(() -> country(extract, position));
        ZoneId zone = request.zone() != null
                ? request.zone()
                : known.filter(place ->
                                request.country() == null || request.country().equals(place.country()))
                        .map(Place::zone)
                        .orElseGet(() -> countries.nearestZone(country, position));
        Countries.Country ofCountry = countries.get(country);
        boolean keeps = known.isPresent() && country.equals(known.get().country());
        List<String> languages = keeps ? known.get().languages() : ofCountry.languages();
        Map<String, String> numbers = keeps ? known.get().emergencyNumbers() : ofCountry.numbers();
        Names spoken = new Names(languages);
        String name = request.name() != null
                ? request.name()
                : known.map(Place::name)
                        .or(() -> name(request.names(), languages))
                        .or(() -> Optional.ofNullable(spoken.name(extract.root().tags())))
                        .or(() -> name(request.names(), List.of("en")))
                        .orElse(request.place());
        Map<String, String> names = new TreeMap<>(spoken.names(extract.root().tags()));
        known.ifPresent(place -> names.putAll(place.names()));
        names.putAll(request.names());
        String remark = request.zone() != null || known.isPresent()
                ? ""
                : "Country " + country + " and time zone " + zone
                        + " were found out from the extract; if they are wrong, import again with --country and --zone.";
        String before = known.map(Place::attribution).orElse(null);
        boolean madeUp = request.schematic() || known.filter(Place::schematic).isPresent();
        return new PlaceFacts(
                name,
                names,
                zone,
                country,
                languages,
                numbers,
                madeUp ? Objects.requireNonNullElse(before, SCHEMATIC) : credit(before, OpenStreetMap.CREDIT),
                known.map(Place::licence).orElse(request.schematic() ? SCHEMATIC_LICENCE : PointMerge.LICENCE),
                remark);
    }

    /**
     * Who is named wherever the data goes: who was before, and whoever the new data are from.
     *
     * @param before null for nobody
     * @param source null for the operator, who need not be named for its own data
     */
    static String credit(String before, String source) {
        if (before == null || source == null) {
            return before == null ? source : before;
        }
        return before.contains(source) ? before : before + " · " + source;
    }

    /** Of the names that were given, the one in the first of these languages that has one, in whatever script. */
    private static Optional<String> name(Map<String, String> names, List<String> languages) {
        return languages.stream()
                .flatMap(language -> Stream.concat(
                        Stream.of(language),
                        names.keySet().stream()
                                .filter(tag -> spoken(tag).equals(spoken(language)))
                                .sorted()))
                .map(names::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String spoken(String tag) {
        return tag.replaceFirst("-.*", "");
    }

    private String country(Extract extract, LonLat position) {
        String ofRoot = country(extract.root().tags());
        if (ofRoot != null) {
            return ofRoot;
        }
        String nearest = countries.nearestCountry(position);
        Map<String, Integer> votes = new HashMap<>();
        for (OsmRelation relation : extract.relations()) {
            String stated = country(relation.tags());
            if (stated != null) {
                votes.merge(stated, 1, Integer::sum);
            }
        }
        // A small country's extract names its neighbours as often as itself.
        if (votes.containsKey(nearest)) {
            return nearest;
        }
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(nearest);
    }

    private static String country(Tags tags) {
        for (String key : List.of(
                "ISO3166-1",
                "ISO3166-1:alpha2",
                "is_in:country_code",
                "ISO3166-2",
                "is_in:iso_3166_2",
                "addr:country")) {
            String value = tags.get(key);
            if (value != null && value.matches("[A-Z]{2}(-.*)?")) {
                return value.substring(0, 2);
            }
        }
        if (tags.has("de:amtlicher_gemeindeschluessel")) {
            return "DE";
        }
        return tags.has("ref:INSEE") ? "FR" : null;
    }
}
