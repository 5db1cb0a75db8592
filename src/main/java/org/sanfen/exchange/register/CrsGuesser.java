package org.sanfen.exchange.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sanfen.exchange.register.CrsGuess.Candidate;
import org.sanfen.exchange.register.CrsGuess.Why;
import org.sanfen.exchange.register.PlaneSystems.Plane;
import org.sanfen.geo.LonLat;

/** Gathers the coordinates of a file as they stand, and says what they look like. */
final class CrsGuesser {

    private static final int MOST = 5_000;
    private static final double EARTH_M = 20_037_508.35;

    /** A system that puts the file's middle so far from the place's is another one. */
    private static final double TOLERANCE_M = 60_000;

    private final PlaceBoundary place;
    private final String country;
    private final String declared;
    private final List<double[]> seen = new ArrayList<>();

    CrsGuesser(RegisterPlace place, PlaceBoundary boundary, String declared) {
        this.place = boundary;
        this.country = place == null ? null : place.country();
        this.declared = declared;
    }

    void see(double x, double y) {
        if (!hasEnough() && (x != 0 || y != 0)) {
            seen.add(new double[] {x, y});
        }
    }

    boolean hasEnough() {
        return seen.size() >= MOST;
    }

    CrsGuess guess() {
        if (seen.isEmpty()) {
            return declared == null
                    ? CrsGuess.NONE
                    : new CrsGuess(List.of(new Candidate(declared, Why.DECLARED)), false, false);
        }
        boolean isDegrees = share(at -> Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 180) > 0.8;
        if (declared != null && !(declared.equals("WGS84") && !isDegrees)) {
            return declared(isDegrees);
        }
        return isDegrees ? degrees() : plane();
    }

    /** What a file states of itself is believed, but maps of China state WGS-84 all the same. */
    private CrsGuess declared(boolean isDegrees) {
        CrsGuess degrees = isDegrees ? degrees() : null;
        if (degrees != null && degrees.inDoubt() && !degrees.swapped()) {
            return degrees;
        }
        return new CrsGuess(
                List.of(new Candidate(declared, Why.DECLARED)), false, degrees != null && degrees.swapped());
    }

    private CrsGuess degrees() {
        double straight = share(at -> isInside(at[0], at[1]));
        double crossed = share(at -> isInside(at[1], at[0]));
        boolean isSwapped = crossed > straight && crossed > 0.5;
        List<Candidate> candidates = new ArrayList<>();
        Why why = place.isKnown() && Math.max(straight, crossed) > 0.5 ? Why.DEGREES_INSIDE : Why.DEGREES;
        candidates.add(new Candidate("WGS84", why));
        boolean isChina = share(at -> Mainland.mayHold(at[isSwapped ? 1 : 0], at[isSwapped ? 0 : 1])) > 0.5
                && (country == null || country.equals("CN"));
        if (isChina) {
            candidates.add(new Candidate("GCJ02", Why.DEGREES_OF_CHINESE_MAPS));
            candidates.add(new Candidate("BD09", Why.DEGREES_OF_CHINESE_MAPS));
        }
        boolean isElsewhere = place.isKnown() && Math.max(straight, crossed) <= 0.5;
        return new CrsGuess(candidates, isChina || isElsewhere, isSwapped);
    }

    private boolean isInside(double lon, double lat) {
        return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && place.holds(new LonLat(lon, lat));
    }

    private CrsGuess plane() {
        double x = median(0);
        double y = median(1);
        for (boolean swapped : new boolean[] {false, true}) {
            String zone = PlaneSystems.ofPrefix(swapped ? y : x, place.middle());
            double north = swapped ? x : y;
            if (zone != null && north > 1_500_000 && north < 6_500_000) {
                return new CrsGuess(List.of(new Candidate(zone, Why.ZONE_IN_EASTING)), false, swapped);
            }
        }
        return place.middle() == null ? CrsGuess.NONE : nearPlace(x, y);
    }

    private record Fit(String crs, Why why, boolean swapped, double metres) {}

    private CrsGuess nearPlace(double x, double y) {
        LonLat middle = place.middle();
        List<Fit> fits = new ArrayList<>();
        for (Plane plane : PlaneSystems.around(middle, country)) {
            double[] expected = plane.of(middle);
            fits.add(new Fit(plane.crs(), plane.why(), false, Math.hypot(x - expected[0], y - expected[1])));
            fits.add(new Fit(plane.crs(), plane.why(), true, Math.hypot(y - expected[0], x - expected[1])));
        }
        double mercatorX = middle.lon() / 180 * EARTH_M;
        double mercatorY = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(middle.lat()) / 2)) / Math.PI * EARTH_M;
        fits.add(new Fit("EPSG:3857", Why.WEB_MERCATOR, false, Math.hypot(x - mercatorX, y - mercatorY)));
        fits.add(new Fit("EPSG:3857", Why.WEB_MERCATOR, true, Math.hypot(y - mercatorX, x - mercatorY)));
        double tolerance = TOLERANCE_M + place.acrossM() / 2;
        fits.removeIf(fit -> fit.metres() > tolerance);
        // Equal distances are decided by order: the commoner system stands first.
        fits.sort((a, b) -> Double.compare(Math.floor(a.metres() / 5_000), Math.floor(b.metres() / 5_000)));
        if (fits.isEmpty()) {
            return CrsGuess.NONE;
        }
        boolean isSwapped = fits.get(0).swapped();
        List<Candidate> candidates = fits.stream()
                .filter(fit -> fit.swapped() == isSwapped)
                .map(fit -> new Candidate(fit.crs(), fit.why()))
                .distinct()
                .toList();
        return new CrsGuess(candidates, candidates.size() > 1, isSwapped);
    }

    private double median(int axis) {
        double[] values = seen.stream().mapToDouble(at -> at[axis]).toArray();
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private interface Test {
        boolean holds(double[] at);
    }

    private double share(Test test) {
        return seen.stream().filter(test::holds).count() / (double) seen.size();
    }
}
