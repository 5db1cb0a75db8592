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
 * What only the whole file shows: counts, many rows on one spot, rows far from all others. Remembers some 130 bytes a spot
 * and 8 for each further row on it. Not thread-safe.
 */
final class WholeFile {

    /** A building may well have several devices; a spot with so many rows of so many addresses is a geocoder's guess. */
    private static final int MANY = 5;

    private static final int MANY_ADDRESSES = 3;

    /** Farther from the middle than this and than so many times the usual distance: nobody's register is so scattered. */
    private static final double FAR_M = 100_000;

    private static final double FAR_TIMES = 20;

    private static final class Spot {
        private final double x;
        private final double y;
        private long[] rows = new long[1];
        private int count;
        private int addresses;
        private int firstAddress;
        private int secondAddress;

        Spot(double x, double y) {
            this.x = x;
            this.y = y;
        }

        void add(long row, int address) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, 2 * count);
            }
            rows[count++] = row;
            if (addresses == 0) {
                firstAddress = address;
                addresses = 1;
            } else if (addresses == 1 && address != firstAddress) {
                secondAddress = address;
                addresses = 2;
            } else if (addresses == 2 && address != firstAddress && address != secondAddress) {
                addresses = MANY_ADDRESSES;
            }
        }
    }

    private final boolean placeIsKnown;
    private final Map<Long, Spot> spots = new HashMap<>();
    private final Map<Reason, Long> problems = new EnumMap<>(Reason.class);
    private long rows;
    private long taken;
    private long waiting;

    WholeFile(boolean placeIsKnown) {
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
                Math.round(x * fine) << 32 ^ Math.round(y * fine) & 0xffffffffL, at -> new Spot(x, y));
        String address = row.address() == null ? row.values().path("name").asString("") : row.address();
        spot.add(row.number(), address.hashCode());
    }

    ReadSummary summary(CrsGuess crs) {
        List<RowProblem> aboutMany = new ArrayList<>();
        for (Spot spot : spots.values()) {
            if (spot.count >= MANY && spot.addresses >= MANY_ADDRESSES) {
                tell(aboutMany, spot, Reason.MANY_ON_ONE_SPOT, String.valueOf(spot.count));
            }
        }
        if (!placeIsKnown) {
            tellFar(aboutMany);
        }
        aboutMany.sort((a, b) -> Long.compare(a.row(), b.row()));
        aboutMany.forEach(problem -> problems.merge(problem.reason(), 1L, Long::sum));
        return new ReadSummary(rows, taken, waiting, problems, aboutMany, crs, 0);
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
        String position = spot.x + ", " + spot.y;
        for (int i = 0; i < spot.count; i++) {
            problems.add(new RowProblem(spot.rows[i], "", position, reason, false, hint));
        }
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
