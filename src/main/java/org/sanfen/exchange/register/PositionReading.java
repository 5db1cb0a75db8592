package org.sanfen.exchange.register;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sanfen.exchange.register.CoordinateText.Axis;
import org.sanfen.exchange.register.CoordinateText.Coordinate;
import org.sanfen.geo.Bd09;
import org.sanfen.geo.Gcj02;
import org.sanfen.geo.LonLat;

/** Reads where a row's point is. What can't be right is told; what can only be meant in one way is put right and told. */
final class PositionReading {

    /**
     * Where a row's point is.
     *
     * @param x in the file's system, axes in order; null if there is none
     * @param y in the file's system; null if there is none
     * @param lonLat WGS-84; null if there is none, or the system is left to PostGIS
     * @param accuracyM what rounding leaves in doubt; null where it doesn't matter
     */
    record Position(Double x, Double y, LonLat lonLat, Double accuracyM) {
        static final Position NONE = new Position(null, null, null, null);
    }

    /** Degrees on ellipsoids that agree with WGS-84 to a metre: CGCS2000, JGD2011, JGD2000, TWD97, ETRS89, RGF93, NAD83. */
    private static final Set<String> LIKE_WGS84 = Set.of(
            "WGS84",
            "EPSG:4326",
            "EPSG:4490",
            "EPSG:6668",
            "EPSG:4612",
            "EPSG:3824",
            "EPSG:4258",
            "EPSG:4171",
            "EPSG:4269");

    /** Decimals of a degree to the doubt in metres, for fewer than three. */
    private static final Map<Integer, Double> DOUBT_M = Map.of(0, 78_000.0, 1, 7_800.0, 2, 780.0);

    private static final double POLE_DEG = 85;

    private final String crs;
    private final boolean swapped;
    private final PlaceBoundary place;

    PositionReading(String crs, boolean swapped, PlaceBoundary place) {
        this.crs = crs == null ? "WGS84" : crs;
        this.swapped = swapped;
        this.place = place;
    }

    private boolean isDegrees() {
        return LIKE_WGS84.contains(crs) || crs.equals("GCJ02") || crs.equals("BD09");
    }

    /** What the row says, its axes not yet looked at; null if it says nothing, or nothing that can be read. */
    Coordinate[] raw(Cells cells, boolean tell) {
        RawRow row = cells.row();
        if (row.x() != null && row.y() != null) {
            return new Coordinate[] {
                new Coordinate(row.x(), Axis.UNSAID, decimals(row.x())),
                new Coordinate(row.y(), Axis.UNSAID, decimals(row.y()))
            };
        }
        String both = cells.raw("position");
        if (!both.isEmpty()) {
            return ofPair(cells, both, tell);
        }
        String lon = cells.raw("lon");
        String lat = cells.raw("lat");
        if (lon.isEmpty() && lat.isEmpty()) {
            return null;
        }
        if (lon.isEmpty() || lat.isEmpty()) {
            if (tell) {
                cells.note(lon.isEmpty() ? "lon" : "lat", "", Reason.POSITION_HALF, "");
            }
            return null;
        }
        Optional<Coordinate> x = CoordinateText.one(lon);
        Optional<Coordinate> y = CoordinateText.one(lat);
        if (x.isEmpty() || y.isEmpty()) {
            if (tell) {
                String field = x.isEmpty() ? "lon" : "lat";
                cells.note(field, cells.raw(field), Reason.POSITION_UNREADABLE, "");
            }
            return null;
        }
        if (tell && (isWide(lon) || isWide(lat))) {
            cells.note(isWide(lon) ? "lon" : "lat", isWide(lon) ? lon : lat, Reason.FULL_WIDTH, "");
        }
        boolean isCrossed = x.get().axis() == Axis.LAT && y.get().axis() == Axis.LON;
        return isCrossed ? new Coordinate[] {y.get(), x.get()} : new Coordinate[] {x.get(), y.get()};
    }

    /** Latitude comes first, as people write it, unless the marks, the numbers or the place say otherwise. */
    private Coordinate[] ofPair(Cells cells, String both, boolean tell) {
        List<Coordinate> pair = CoordinateText.pair(both);
        if (pair.isEmpty()) {
            if (tell) {
                cells.note("position", both, Reason.POSITION_UNREADABLE, "");
            }
            return null;
        }
        Coordinate first = pair.get(0);
        Coordinate second = pair.get(1);
        boolean lonFirst = first.axis() == Axis.LON
                || second.axis() == Axis.LAT
                || first.axis() == Axis.UNSAID && Math.abs(first.value()) > 90 && Math.abs(second.value()) <= 90;
        return lonFirst ? new Coordinate[] {first, second} : new Coordinate[] {second, first};
    }

    /** @param hasAddress whether the row can wait for a position */
    Position read(Cells cells, boolean hasAddress) {
        Coordinate[] raw = raw(cells, true);
        if (raw == null) {
            missing(cells, hasAddress);
            return Position.NONE;
        }
        boolean isMarked = raw[0].axis() != Axis.UNSAID && raw[1].axis() != Axis.UNSAID;
        double x = swapped && !isMarked ? raw[1].value() : raw[0].value();
        double y = swapped && !isMarked ? raw[0].value() : raw[1].value();
        if (Math.abs(x) < 1e-9 && Math.abs(y) < 1e-9) {
            return bad(cells, hasAddress, Reason.POSITION_ZERO, x, y);
        }
        if (!isDegrees()) {
            return new Position(x, y, null, null);
        }
        if (cells.row().isShape()) {
            cells.notes().note("", "", Reason.POSITION_FROM_SHAPE, "");
        }
        return degrees(cells, hasAddress, x, y, Math.max(raw[0].decimals(), raw[1].decimals()));
    }

    private Position degrees(Cells cells, boolean hasAddress, double x, double y, int decimals) {
        boolean isSwap = Math.abs(y) > 90 && Math.abs(y) <= 180 && Math.abs(x) <= 90;
        if (isSwap) {
            LonLat meant = wgs84(y, x);
            if (place.holds(meant) && Math.abs(x) <= POLE_DEG) {
                told(cells, x, y, Reason.SWAPPED, shown(meant));
                return found(cells, y, x, meant, decimals);
            }
        }
        if (Math.abs(x) > 180 || Math.abs(y) > POLE_DEG) {
            return bad(cells, hasAddress, Reason.POSITION_IMPOSSIBLE, x, y);
        }
        LonLat meant = wgs84(x, y);
        if (!place.holds(meant)) {
            if (x == 0 || y == 0) {
                return bad(cells, hasAddress, Reason.POSITION_ZERO, x, y);
            }
            LonLat other = Math.abs(x) <= 90 ? wgs84(y, x) : null;
            if (other == null || !place.holds(other)) {
                leaveOut(cells, x, y, Reason.OUTSIDE_PLACE, place.kilometresAway(meant));
                return new Position(x, y, meant, null);
            }
            told(cells, x, y, Reason.SWAPPED, shown(other));
            return found(cells, y, x, other, decimals);
        }
        return found(cells, x, y, meant, decimals);
    }

    private Position found(Cells cells, double x, double y, LonLat position, int decimals) {
        Double doubt = DOUBT_M.get(decimals);
        if (doubt != null) {
            told(cells, x, y, Reason.ROUNDED, String.valueOf(Math.round(doubt)));
        }
        return new Position(x, y, position, doubt);
    }

    private LonLat wgs84(double lon, double lat) {
        LonLat stated = new LonLat(lon, lat);
        return switch (crs) {
            case "GCJ02" -> Gcj02.toWgs84(stated);
            case "BD09" -> Bd09.toWgs84(stated);
            default -> stated;
        };
    }

    /** A row with an address may wait for a position; another one is of no use. */
    private Position bad(Cells cells, boolean hasAddress, Reason reason, double x, double y) {
        // An impossible position beside an address makes one of the two doubtful: somebody has to look.
        if (hasAddress && reason == Reason.POSITION_ZERO) {
            told(cells, x, y, reason, "");
            missing(cells, true);
        } else {
            leaveOut(cells, x, y, reason, "");
        }
        return Position.NONE;
    }

    private static void missing(Cells cells, boolean hasAddress) {
        if (hasAddress) {
            cells.note("address", cells.raw("address"), Reason.POSITION_FROM_ADDRESS, "");
        } else {
            leaveOut(cells, Double.NaN, Double.NaN, Reason.POSITION_MISSING, "");
        }
    }

    private static void told(Cells cells, double x, double y, Reason reason, String hint) {
        cells.notes().note(columns(cells), value(x, y), reason, hint);
    }

    private static void leaveOut(Cells cells, double x, double y, Reason reason, String hint) {
        cells.notes().leaveOut(columns(cells), value(x, y), reason, hint);
    }

    private static String columns(Cells cells) {
        return cells.has("position") && !cells.raw("position").isEmpty()
                ? cells.column("position")
                : cells.has("lon") ? cells.column("lon") + " + " + cells.column("lat") : "";
    }

    private static String value(double x, double y) {
        return Double.isNaN(x) ? "" : number(x) + ", " + number(y);
    }

    private static String shown(LonLat position) {
        return number(position.lon()) + ", " + number(position.lat());
    }

    private static String number(double value) {
        return BigDecimal.valueOf(Math.round(value * 1e7), 7)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static int decimals(double value) {
        String text = number(value);
        return text.indexOf('.') < 0 ? 0 : text.length() - text.indexOf('.') - 1;
    }

    private static boolean isWide(String text) {
        return text.chars().anyMatch(c -> c >= '\uff10' && c <= '\uff19');
    }
}
