package org.sanfen.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who lives where: residents by area, as many as the floors can hold. Of areas only; there is no person in it. */
final class Census {

    private static final double VILLAGE_M2_EACH = 33;
    private static final double ESTATE_M2_EACH = 62;

    private Census() {}

    /** Residents of every community, subdistrict and the whole, by code; they add up. */
    static Map<String, Long> ofWards(List<Builder.House> houses) {
        Map<String, Double> heads = new LinkedHashMap<>();
        for (Builder.House house : houses) {
            if (house.isHome()) {
                heads.merge(Wards.communityAt(house.s(), house.v()).code(), heads(house), Double::sum);
            }
        }
        Map<String, Long> residents = new LinkedHashMap<>();
        for (Wards.Ward community : Wards.COMMUNITIES) {
            long here = Math.round(heads.getOrDefault(community.code(), 0.0));
            residents.put(community.code(), here);
            residents.merge(community.code().substring(0, 9), here, Long::sum);
            residents.merge("440308", here, Long::sum);
        }
        return residents;
    }

    static long of(Village village, List<Builder.House> houses) {
        return Math.round(houses.stream()
                .filter(house -> house.isHome() && village.holds(house.s(), house.v()))
                .mapToDouble(Census::heads)
                .sum());
    }

    private static double heads(Builder.House house) {
        return house.floorM2() / (house.use().equals("village") ? VILLAGE_M2_EACH : ESTATE_M2_EACH);
    }
}
