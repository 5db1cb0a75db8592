package org.sanfen.demo;

import java.util.Random;

/** When things can be got at: what stands in an office or a school is locked away at night. */
final class Hours {

    private final Random random;

    Hours(Random random) {
        this.random = random;
    }

    /** How readily such a house has an AED. */
    static double aedsAt(Builder.House house) {
        return switch (house.use()) {
            case "hospital" -> 8;
            case "mall" -> 3;
            case "school", "office" -> 1.6;
            case "hotel" -> 2;
            case "works" -> 0.5;
            case "village" -> 0.01;
            default -> house.name() == null ? 0.03 : 0.5;
        };
    }

    /** OSM syntax; null for unknown. */
    String of(Builder.House house) {
        if (random.nextInt(9) == 0) {
            return null;
        }
        return switch (house.use()) {
            case "hospital", "hotel" -> "24/7";
            case "mall" -> pick("Mo-Su 10:00-22:00", "Mo-Su 09:30-22:30", "Mo-Su 07:00-21:00");
            case "school" -> pick("Mo-Fr 07:00-18:30; PH off", "Mo-Fr 07:30-18:00", "Mo-Sa 07:00-20:00; PH off");
            case "office" ->
                pick("Mo-Fr 08:30-18:30; PH off", "Mo-Fr 09:00-18:00; PH off", "Mo-Sa 08:00-20:00", "24/7");
            case "works" -> pick("Mo-Sa 08:00-18:00; PH off", "24/7", "Mo-Su 06:00-24:00");
            default -> pick("24/7", "24/7", "Mo-Su 07:00-23:00");
        };
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
