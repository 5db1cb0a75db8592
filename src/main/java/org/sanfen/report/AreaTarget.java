package org.sanfen.report;

import org.sanfen.coverage.CoverageFigures;

/**
 * What share of an area's demand should be in reach. What staff set for the area itself comes first, then what they set for
 * the whole place, then the standard's own word, which is that everybody is in reach.
 *
 * @param share 0 to 1
 * @param giver who set it
 */
record AreaTarget(double share, Giver giver) {

    /** A share is a quotient of sums: the last digits don't decide. */
    private static final double DOUBT = 1e-9;

    enum Giver {
        AREA,
        PLACE,
        STANDARD;

        /** As files and keys of words have it. */
        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Null for a standard without a limit: it sets a density, not a share. */
    static AreaTarget of(ReportScope scope, ReportArea area) {
        if (!scope.hasLimit()) {
            return null;
        }
        boolean root = area.id().equals(scope.place().id());
        Double own = root ? null : area.targets().get(scope.standard().id());
        if (own != null) {
            return new AreaTarget(own / 100, Giver.AREA);
        }
        return scope.findArea(scope.place().id())
                .map(place -> place.targets().get(scope.standard().id()))
                .map(share -> new AreaTarget(share / 100, Giver.PLACE))
                .orElse(new AreaTarget(1, Giver.STANDARD));
    }

    /** Whether staff set a target by the report's standard anywhere in the place. */
    static boolean isSetAnywhere(ReportScope scope) {
        return scope.hasLimit()
                && scope.areas().stream()
                        .anyMatch(area ->
                                area.targets().containsKey(scope.standard().id()));
    }

    boolean isSetByStaff() {
        return giver != Giver.STANDARD;
    }

    /** Null where the area has no demand. */
    Boolean isMet(CoverageFigures figures) {
        Double actual = ReportScope.demandShare(figures);
        return actual == null ? null : actual >= share - DOUBT;
    }

    /** Whose it is, in words. */
    String whose(ReportWords words) {
        return words.say("target.of." + giver.key());
    }
}
