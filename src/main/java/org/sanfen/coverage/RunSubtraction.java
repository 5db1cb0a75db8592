package org.sanfen.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.locationtech.jts.geom.LineString;
import org.sanfen.coverage.RunComparison.AreaDifference;
import org.sanfen.coverage.RunComparison.PieceDifference;
import org.sanfen.coverage.RunComparison.PointDifference;
import org.sanfen.coverage.engine.RunLedger;

/**
 * Subtracts a run from another (coverage.md section 7), exactly: stretch by stretch in millimetres, building by building in
 * thousandths. For one subtraction.
 */
final class RunSubtraction {

    /** Cuts a street's line by millimetres along it. */
    interface Lines {
        LineString cut(long streetId, int fromMm, int toMm);
    }

    private final CoverageRun before;
    private final CoverageRun after;
    private final RunLedger ledgerBefore;
    private final RunLedger ledgerAfter;
    private final StreetTally streetsBefore;
    private final StreetTally streetsAfter;
    private final Lines lines;
    private final Map<String, Through> points = new HashMap<>();
    private final List<PieceDifference> pieces = new ArrayList<>();

    /** Sums of one point, in millimetres and thousandths. */
    private static final class Through {
        private long demandWon;
        private long demandLost;
        private long streetWon;
        private long streetLost;
    }

    /** Sums of one area: won, lost, new, new and covered, gone, gone and covered; millimetres or thousandths. */
    private static final class Sums {
        private long won;
        private long lost;
        private long fresh;
        private long freshCovered;
        private long gone;
        private long goneCovered;
        private long shift;
    }

    RunSubtraction(CoverageRun before, CoverageRun after, Lines lines) {
        this.before = before;
        this.after = after;
        this.ledgerBefore = before.ledger();
        this.ledgerAfter = after.ledger();
        this.streetsBefore = new StreetTally(ledgerBefore, before.listPieces());
        this.streetsAfter = new StreetTally(ledgerAfter, after.listPieces());
        this.lines = lines;
    }

    /** @param chosen area of which points and pieces are told */
    RunComparison subtract(String chosen, RunComparison.Side sideBefore, RunComparison.Side sideAfter) {
        TreeSet<String> ids = new TreeSet<>();
        List<String> ordered = new ArrayList<>();
        for (RunLedger ledger : List.of(ledgerAfter, ledgerBefore)) {
            for (RunLedger.Area area : ledger.areas()) {
                if (ids.add(area.id())) {
                    ordered.add(area.id());
                }
            }
        }
        List<AreaDifference> areas =
                ordered.stream().map(id -> area(id, id.equals(chosen))).toList();
        return new RunComparison(
                after.placeId(), chosen, sideBefore, sideAfter, areas, listPoints(chosen), List.copyOf(pieces));
    }

    private AreaDifference area(String id, boolean isChosen) {
        RunLedger.Area mineBefore = find(ledgerBefore, id);
        RunLedger.Area mineAfter = find(ledgerAfter, id);
        Sums streets = streets(mineBefore, mineAfter, isChosen);
        boolean sameUnit =
                mineBefore == null || mineAfter == null || mineBefore.inResidents() == mineAfter.inResidents();
        Sums demand = sameUnit ? demand(mineBefore, mineAfter, isChosen) : null;
        boolean inResidents = mineAfter == null ? mineBefore.inResidents() : mineAfter.inResidents();
        return new AreaDifference(
                id,
                sameUnit ? FiguresOfArea.unit(inResidents) : null,
                before.findFigures(id).orElse(null),
                after.findFigures(id).orElse(null),
                demand == null ? null : Double.valueOf(demand.won / 1000.0),
                demand == null ? null : Double.valueOf(demand.lost / 1000.0),
                demand == null ? null : Double.valueOf(demand.freshCovered / 1000.0),
                demand == null ? null : Double.valueOf(demand.goneCovered / 1000.0),
                demand == null ? null : Double.valueOf(demand.shift / 1000.0),
                streets.won / 1000.0,
                streets.lost / 1000.0,
                streets.fresh / 1000.0,
                streets.freshCovered / 1000.0,
                streets.gone / 1000.0,
                streets.goneCovered / 1000.0);
    }

    private static RunLedger.Area find(RunLedger ledger, String id) {
        return ledger.areas().stream()
                .filter(area -> area.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Goes along the streets of both sides by id. */
    private Sums streets(RunLedger.Area mineBefore, RunLedger.Area mineAfter, boolean isChosen) {
        Sums sums = new Sums();
        StretchWalk old = new StretchWalk(mineBefore, streetsBefore);
        StretchWalk fresh = new StretchWalk(mineAfter, streetsAfter);
        while (old.hasMore() || fresh.hasMore()) {
            long id = Math.min(old.id(), fresh.id());
            street(id, old.take(id), fresh.take(id), sums, isChosen);
        }
        return sums;
    }

    private void street(long id, int[] insideBefore, int[] insideAfter, Sums sums, boolean isChosen) {
        int old = streetsBefore.find(id);
        int fresh = streetsAfter.find(id);
        int[] bounds = merged(insideBefore, insideAfter, streetsBefore.bounds(old), streetsAfter.bounds(fresh));
        for (int i = 0; i + 1 < bounds.length; i++) {
            int from = bounds[i];
            int to = bounds[i + 1];
            double middle = (from + to) / 2.0;
            boolean isOld = StretchWalk.contains(insideBefore, middle);
            boolean isFresh = StretchWalk.contains(insideAfter, middle);
            StreetPiece coveredBefore = isOld ? streetsBefore.findCovered(old, middle) : null;
            StreetPiece coveredAfter = isFresh ? streetsAfter.findCovered(fresh, middle) : null;
            int mm = to - from;
            if (isOld && isFresh) {
                if ((coveredBefore == null) != (coveredAfter == null)) {
                    boolean won = coveredAfter != null;
                    sums.won += won ? mm : 0;
                    sums.lost += won ? 0 : mm;
                    if (isChosen) {
                        piece(id, from, to, won, won ? coveredAfter.nearest() : coveredBefore.nearest());
                    }
                }
            } else if (isFresh) {
                sums.fresh += mm;
                sums.freshCovered += coveredAfter == null ? 0 : mm;
            } else if (isOld) {
                sums.gone += mm;
                sums.goneCovered += coveredBefore == null ? 0 : mm;
            }
        }
    }

    private void piece(long id, int from, int to, boolean won, String point) {
        double length = streetsAfter.lengthMm(streetsAfter.find(id));
        pieces.add(new PieceDifference(id, from / length, to / length, won, point, lines.cut(id, from, to)));
        if (point != null) {
            Through through = points.computeIfAbsent(point, any -> new Through());
            through.streetWon += won ? to - from : 0;
            through.streetLost += won ? 0 : to - from;
        }
    }

    private Sums demand(RunLedger.Area mineBefore, RunLedger.Area mineAfter, boolean isChosen) {
        Sums sums = new Sums();
        RunLedger.Demand old = ledgerBefore.demand();
        RunLedger.Demand fresh = ledgerAfter.demand();
        int[] insideBefore = mineBefore == null ? new int[0] : mineBefore.buildings();
        int[] insideAfter = mineAfter == null ? new int[0] : mineAfter.buildings();
        int i = 0;
        int j = 0;
        while (i < insideBefore.length || j < insideAfter.length) {
            long id = Math.min(
                    i < insideBefore.length ? old.ids()[insideBefore[i]] : Long.MAX_VALUE,
                    j < insideAfter.length ? fresh.ids()[insideAfter[j]] : Long.MAX_VALUE);
            boolean isOld = i < insideBefore.length && old.ids()[insideBefore[i]] == id;
            boolean isFresh = j < insideAfter.length && fresh.ids()[insideAfter[j]] == id;
            int was = isOld ? insideBefore[i++] : -1;
            int is = isFresh ? insideAfter[j++] : -1;
            boolean wasCovered = isOld && old.covered()[was];
            boolean isCovered = isFresh && fresh.covered()[is];
            long weightBefore = wasCovered ? old.weight(was, mineBefore.inResidents()) : 0;
            long weightAfter = isCovered ? fresh.weight(is, mineAfter.inResidents()) : 0;
            if (isOld && isFresh) {
                sums.shift += wasCovered && isCovered ? weightAfter - weightBefore : 0;
                if (wasCovered != isCovered) {
                    sums.won += weightAfter;
                    sums.lost += weightBefore;
                    if (isChosen) {
                        building(isCovered ? fresh.nearest()[is] : old.nearest()[was], weightAfter, weightBefore);
                    }
                }
            } else {
                sums.freshCovered += weightAfter;
                sums.goneCovered += weightBefore;
            }
        }
        return sums;
    }

    private void building(String point, long won, long lost) {
        if (point != null) {
            Through through = points.computeIfAbsent(point, any -> new Through());
            through.demandWon += won;
            through.demandLost += lost;
        }
    }

    private List<PointDifference> listPoints(String chosen) {
        RunLedger.Area old = find(ledgerBefore, chosen);
        RunLedger.Area fresh = find(ledgerAfter, chosen);
        boolean sameUnit = old == null || fresh == null || old.inResidents() == fresh.inResidents();
        Comparator<Map.Entry<String, Through>> order =
                Comparator.comparingLong(one -> -one.getValue().demandWon - one.getValue().demandLost);
        return points.entrySet().stream()
                .sorted(order.thenComparingLong(one -> -one.getValue().streetWon - one.getValue().streetLost)
                        .thenComparing(Map.Entry::getKey))
                .map(one -> new PointDifference(
                        one.getKey(),
                        sameUnit ? Double.valueOf(one.getValue().demandWon / 1000.0) : null,
                        sameUnit ? Double.valueOf(one.getValue().demandLost / 1000.0) : null,
                        one.getValue().streetWon / 1000.0,
                        one.getValue().streetLost / 1000.0))
                .toList();
    }

    private static int[] merged(int[]... all) {
        return Arrays.stream(all)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
    }
}
