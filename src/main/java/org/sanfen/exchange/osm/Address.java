package org.sanfen.exchange.osm;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addr tags as one line, in the order of the script it is written in. */
final class Address {

    private Address() {}

    /** Such as {@code 11 Avenue du Port} or {@code 深盐路2088号}; null if nothing is known. */
    static String of(Tags tags) {
        String full = tags.get("addr:full");
        if (full != null) {
            return full.strip();
        }
        String street = tags.get("addr:street", tags.get("addr:place"));
        String number = tags.get("addr:housenumber");
        if (street == null || number == null) {
            return Stream.of(street, number, tags.get("addr:housename"))
                    .filter(part -> part != null && !part.isBlank())
                    .findFirst()
                    .orElse(null);
        }
        if (street.codePoints().anyMatch(Character::isIdeographic)) {
            return street + number + (number.endsWith("号") ? "" : "号");
        }
        boolean numberFirst = tags.is("addr:country", "FR", "MC", "GB", "US", "CA", "AU", "IE", "NZ", "LU", "BE");
        return Stream.of(numberFirst ? number : street, numberFirst ? street : number).collect(Collectors.joining(" "));
    }
}
