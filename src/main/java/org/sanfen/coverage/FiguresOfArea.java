package org.sanfen.coverage;

import org.sanfen.coverage.engine.AreaFigures;
import org.sanfen.coverage.engine.Metric;
import org.sanfen.coverage.engine.Rule;
import org.sanfen.place.AreaOutline;
import org.sanfen.street.engine.Reach;

/** Turns the engine's integers into the figures that leave the house. Stateless. */
final class FiguresOfArea {

    private FiguresOfArea() {}

    /**
     * @param groundShare 0 to 1; null without a metric
     * @param builtUpShare share of the area that the standard's density divides; null for all of it
     */
    static CoverageFigures of(
            AreaOutline area,
            Standard standard,
            String slice,
            Rule rule,
            AreaFigures raw,
            Double groundShare,
            Double builtUpShare) {
        boolean limited = rule.metric() != Metric.NONE;
        double km2 = area.areaM2() / 1e6;
        double divided = builtUpShare == null ? km2 : km2 * builtUpShare;
        double demand = raw.demand() / 1000.0;
        CoverageFigures.Nearest nearest = limited ? nearest(raw) : null;
        return new CoverageFigures(
                area.id(),
                standard.id(),
                standard.version(),
                slice,
                null,
                raw.points(),
                null,
                null,
                null,
                km2,
                builtUpShare == null ? "area" : "built_up",
                raw.points() == 0 ? null : Double.valueOf(divided / raw.points()),
                standard.densityKm2PerPoint(),
                raw.inResidents() && raw.demand() > 0 ? Double.valueOf(raw.points() * 10_000 / demand) : null,
                standard.per10000Residents(),
                unit(raw.inResidents()),
                demand,
                limited ? thousandth(raw.demandCovered()) : null,
                null,
                raw.inResidents() ? Double.valueOf(demand) : null,
                raw.inResidents() && limited ? thousandth(raw.demandCovered()) : null,
                raw.streetMm() / 1000.0,
                limited ? thousandth(raw.coveredMm()) : null,
                limited
                        ? new CoverageFigures.Straight(thousandth(raw.demandStraight()), raw.straightMm() / 1000.0)
                        : null,
                groundShare == null ? null : Double.valueOf(groundShare * km2),
                rule.metric() == Metric.TIME ? nearest : null,
                rule.metric() == Metric.TIME ? null : nearest,
                limited ? thousandth(raw.unreachable()) : null,
                limited ? Integer.valueOf(raw.unlinkedPoints()) : null,
                limited ? thousandth(raw.unlinked()) : null,
                raw.smallMm() / 1000.0,
                limited ? thousandth(raw.backup()) : null,
                limited ? thousandth(raw.graded()) : null,
                limited && !Double.isNaN(raw.gini()) ? Double.valueOf(raw.gini()) : null,
                new CoverageFigures.Spacing(
                        metres(raw.spacingMm()[0]), metres(raw.spacingMm()[1]), metres(raw.spacingMm()[2])),
                limited ? Integer.valueOf(raw.gaps().gaps().size()) : null,
                limited ? thousandth(raw.gaps().dustMm()) : null,
                limited ? thousandth(raw.ownLeg()) : null);
    }

    static String unit(boolean inResidents) {
        return inResidents ? "residents" : "floor_m2";
    }

    private static CoverageFigures.Nearest nearest(AreaFigures raw) {
        long[] values = raw.nearest();
        return new CoverageFigures.Nearest(
                finite(values[0]),
                finite(values[1]),
                finite(values[2]),
                finite(values[3]),
                raw.demand() == 0 ? null : Double.valueOf(raw.reached() / (double) raw.demand()));
    }

    private static Double finite(long value) {
        return value == AreaFigures.INFINITE ? null : thousandth(value);
    }

    private static Double thousandth(long value) {
        return value / 1000.0;
    }

    private static Double metres(int mm) {
        return mm == Reach.NEVER ? null : Double.valueOf(mm / 1000.0);
    }
}
