package org.sanfen.exchange.register;

import java.util.Set;

/** Countries that write the year first, so that 3/4/2024 comes from elsewhere and can be read in two ways. */
final class EastAsia {

    private static final Set<String> COUNTRIES = Set.of("CN", "TW", "HK", "MO", "JP", "KR");

    private EastAsia() {}

    /** Of an unknown country nothing is certain either. */
    static boolean has(String country) {
        return country == null || COUNTRIES.contains(country);
    }
}
