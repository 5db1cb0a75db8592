package org.sanfen.exchange.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sanfen.geo.Geodesic;

/**
 * Finds a spot for an address among what a place knows. In this order: a point, then a building of the same address; a
 * building or point of the row's own name; between two known house numbers of the same side of the street that are at most
 * 20 apart (only where the place has house numbers); the middle of the street, where that is no more than a kilometre off.
 * Addresses are compared as {@link NameLikeness#key} writes them, after the names of the place's areas in front are taken
 * off. Not thread-safe while it is filled.
 */
final class KnownAddresses {

    private static final double POINT_M = 20;
    private static final double BUILDING_M = 30;
    private static final double NAME_M = 50;
    private static final double FARTHEST_M = 1_000;
    private static final int APART = 20;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /**
     * Where an address is.
     *
     * @param by {@code point}, {@code building} or {@code street}
     * @param accuracyM how far off it may be
     */
    record Spot(double lon, double lat, String by, double accuracyM) {}

    private final Map<String, Spot> addresses = new HashMap<>();
    private final Map<String, Spot> names = new HashMap<>();
    private final Map<String, Spot> streets = new HashMap<>();
    private final Map<String, NavigableMap<Integer, Spot>> numbers = new HashMap<>();
    private final Set<String> areas = new HashSet<>();

    void addArea(String name) {
        if (name != null && NameLikeness.key(name).length() >= SHORTEST) {
            areas.add(NameLikeness.key(name));
        }
    }

    void addPoint(String address, String name, double lon, double lat) {
        add(addresses, address, new Spot(lon, lat, "point", POINT_M));
        add(names, name, new Spot(lon, lat, "point", NAME_M));
    }

    void addStreet(String name, double lon, double lat, double halfM) {
        add(streets, name, new Spot(lon, lat, "street", Math.max(halfM, BUILDING_M)));
    }

    /** After the streets, so that house numbers are told from the names of streets. */
    void addBuilding(String address, String name, double lon, double lat) {
        add(addresses, address, new Spot(lon, lat, "building", BUILDING_M));
        add(names, name, new Spot(lon, lat, "building", NAME_M));
        if (address != null) {
            String key = plain(address);
            String street = streetIn(key);
            if (street != null) {
                number(key, street)
                        .ifPresent(number -> numbers.computeIfAbsent(street, any -> new TreeMap<>())
                                .putIfAbsent(number, new Spot(lon, lat, "building", BUILDING_M)));
            }
        }
    }

    private void add(Map<String, Spot> to, String text, Spot spot) {
        if (text != null) {
            String key = plain(text);
            if (key.length() >= SHORTEST) {
                to.putIfAbsent(key, spot);
            }
        }
    }

    /** @param name of the row; null for none */
    Optional<Spot> find(String address, String name) {
        String key = plain(address);
        Spot known = addresses.get(key);
        if (known == null && name != null) {
            known = names.get(plain(name));
        }
        if (known == null) {
            String street = streetIn(key);
            known = street == null ? null : alongStreet(key, street);
        }
        return Optional.ofNullable(known).filter(spot -> spot.accuracyM() <= FARTHEST_M);
    }

    private Spot alongStreet(String key, String street) {
        NavigableMap<Integer, Spot> known = numbers.get(street);
        Optional<Integer> number = number(key, street);
        if (known == null || number.isEmpty()) {
            return streets.get(street);
        }
        int wanted = number.get();
        if (known.containsKey(wanted)) {
            return known.get(wanted);
        }
        Integer below = next(known.headMap(wanted, false).descendingMap(), wanted);
        Integer above = next(known.tailMap(wanted, false), wanted);
        if (below == null || above == null || above - below > APART) {
            return streets.get(street);
        }
        Spot from = known.get(below);
        Spot to = known.get(above);
        double part = (double) (wanted - below) / (above - below);
        double half = Geodesic.metres(from.lon(), from.lat(), to.lon(), to.lat()) / 2;
        return new Spot(
                from.lon() + part * (to.lon() - from.lon()),
                from.lat() + part * (to.lat() - from.lat()),
                "street",
                Math.max(half, BUILDING_M));
    }

    /** The nearest number of the same side. */
    private static Integer next(NavigableMap<Integer, Spot> numbers, int wanted) {
        return numbers.keySet().stream()
                .filter(number -> (number - wanted) % 2 == 0)
                .findFirst()
                .orElse(null);
    }

    /** The longest name of a street that stands in the address. */
    private String streetIn(String key) {
        for (int length = Math.min(LONGEST, key.length()); length >= SHORTEST; length--) {
            for (int from = 0; from + length <= key.length(); from++) {
                if (streets.containsKey(key.substring(from, from + length))) {
                    return key.substring(from, from + length);
                }
            }
        }
        return null;
    }

    /** The house number: right behind the street's name, else right before it. */
    private static Optional<Integer> number(String key, String street) {
        int at = key.indexOf(street);
        Matcher behind = NUMBER.matcher(key.substring(at + street.length()));
        if (behind.lookingAt()) {
            return small(behind.group());
        }
        List<String> before = new ArrayList<>();
        Matcher front = NUMBER.matcher(key.substring(0, at));
        while (front.find()) {
            if (front.end() == at) {
                before.add(front.group());
            }
        }
        return before.isEmpty() ? Optional.empty() : small(before.get(0));
    }

    private static Optional<Integer> small(String digits) {
        return digits.length() > 5 ? Optional.empty() : Optional.of(Integer.parseInt(digits));
    }

    private String plain(String text) {
        String key = NameLikeness.key(text);
        for (boolean shorter = true; shorter; ) {
            shorter = false;
            for (String area : areas) {
                if (key.startsWith(area) && key.length() - area.length() >= SHORTEST) {
                    key = key.substring(area.length());
                    shorter = true;
                }
            }
        }
        return key;
    }
}
