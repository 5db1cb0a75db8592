package org.sanfen.exchange.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanfen.geo.Geodesic;

/**
 * What only the whole file shows: counts, many rows on one spot, rows far from all others. Remembers a few dozen bytes a
 * row. Not thread-safe.
 */
final class WholeFile {

    /** A building may well have several devices; a spot with so many rows of so many addresses is a geocoder's guess. */
    private static final int MANY = 5;

    private static final int MANY_ADDRESSES = 3;

    /** Farther from the middle than this and than so many times the usual distance: nobody's register is so scattered. */
    private static final double FAR_M = 100_000;

    private static final double FAR_TIMES = 20;

    private static final class Spot {
        final List<Long> rows = new ArrayList<>(1);
        final Set<Integer> addresses = new HashSet<>(2);
        double x;
        double y;
    }

    private final boolean hasIds;
    private final boolean placeIsKnown;
    private final Map<Long, Spot> spots = new HashMap<>();
    private final Map<Reason, Long> problems = new EnumMap<>(Reason.class);
    private long rows;
    private long taken;
    private long waiting;

    WholeFile(boolean hasIds, boolean placeIsKnown) {
        this.hasIds = hasIds;
        this.placeIsKnown = placeIsKnown;
    }

    void see(ReadRow row) {
        rows++;
        Set<Reason> reasons = new HashSet<>();
        row.problems().forEach(problem -> reasons.add(problem.reason()));
        reasons.forEach(reason -> problems.merge(reason, 1L, Long::sum));
        if (row.isLeftOut()) {
            return;
        }
        taken++;
        if (row.x() == null) {
            waiting++;
            return;
        }
        boolean isDegrees = row.values().has("lon");
        double x = isDegrees ? row.values().get("lon").doubleValue() : row.x();
        double y = isDegrees ? row.values().get("lat").doubleValue() : row.y();
        double fine = isDegrees ? 1e6 : 10;
        Spot spot = spots.computeIfAbsent(
                Math.round(x * fine) << 32 ^ Math.round(y * fine) & 0xffffffffL, at -> new Spot());
        spot.x = x;
        spot.y = y;
        spot.rows.add(row.number());
        String address = row.address() == null ? row.values().path("name").asString("") : row.address();
        if (spot.addresses.size() < MANY_ADDRESSES) {
            spot.addresses.add(address.hashCode());
        }
    }

    ReadSummary summary(CrsGuess crs) {
        List<RowProblem> aboutMany = new ArrayList<>();
        if (!hasIds && rows > 0) {
            aboutMany.add(new RowProblem(0, "", "", Reason.ID_MADE, false, String.valueOf(rows)));
        }
        for (Spot spot : spots.values()) {
            if (spot.rows.size() >= MANY && spot.addresses.size() >= MANY_ADDRESSES) {
                tell(aboutMany, spot, Reason.MANY_ON_ONE_SPOT, String.valueOf(spot.rows.size()));
            }
        }
        if (!placeIsKnown) {
            tellFar(aboutMany);
        }
        aboutMany.sort((a, b) -> Long.compare(a.row(), b.row()));
        aboutMany.forEach(problem -> problems.merge(problem.reason(), 1L, Long::sum));
        return new ReadSummary(rows, taken, waiting, problems, aboutMany, crs);
    }

    private void tellFar(List<RowProblem> aboutMany) {
        List<Spot> degrees = spots.values().stream()
                .filter(spot -> Math.abs(spot.x) <= 180 && Math.abs(spot.y) <= 90)
                .toList();
        if (degrees.size() < 10) {
            return;
        }
        double lon = median(degrees.stream().mapToDouble(spot -> spot.x).toArray());
        double lat = median(degrees.stream().mapToDouble(spot -> spot.y).toArray());
        double[] away = degrees.stream()
                .mapToDouble(spot -> Geodesic.metres(lon, lat, spot.x, spot.y))
                .toArray();
        double most = Math.max(FAR_M, FAR_TIMES * median(away.clone()));
        for (int i = 0; i < away.length; i++) {
            if (away[i] > most) {
                tell(aboutMany, degrees.get(i), Reason.FAR_FROM_OTHERS, Math.round(away[i] / 1_000) + " km");
            }
        }
    }

    private static void tell(List<RowProblem> problems, Spot spot, Reason reason, String hint) {
        for (Long row : spot.rows) {
            problems.add(new RowProblem(row, "", spot.x + ", " + spot.y, reason, false, hint));
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
