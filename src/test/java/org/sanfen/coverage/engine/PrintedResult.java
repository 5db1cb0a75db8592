package org.sanfen.coverage.engine;

import java.util.Arrays;
import org.sanfen.street.engine.Reach;

/** Everything a result holds, as text: two results are the same when this is. */
final class PrintedResult {

    private PrintedResult() {}

    static String of(CoverageResult result) {
        StringBuilder text = new StringBuilder();
        result.figures().forEach(area -> figures(area, text));
        DemandReach demand = result.demand();
        text.append("demand ")
                .append(Arrays.toString(demand.oneWay()))
                .append(Arrays.toString(demand.place()))
                .append(Arrays.toString(demand.owner()))
                .append(Arrays.toString(demand.second()))
                .append(Arrays.toString(demand.secondPlace()))
                .append(Arrays.toString(demand.inStraight()))
                .append('\n');
        if (result.reach() != null) {
            nodes(result.reach(), text);
        }
        for (int a = 0; a < result.figures().size() && result.covered() != null; a++) {
            text.append("alone ").append(result.dependences(a)).append('\n');
        }
        if (result.covered() != null) {
            edges(result, text);
            result.cutStreets(new StretchVisitor() {
                @Override
                public void inside(int edge, int fromMm, int toMm, boolean covered, boolean backup, int nearest) {
                    text.append(edge + " " + fromMm + " " + toMm + " " + covered + " " + backup + " "
                            + result.pointId(nearest) + "\n");
                }

                @Override
                public void outside(int edge, int fromMm, int toMm, int nearest) {
                    text.append(edge + " " + fromMm + " " + toMm + " " + result.pointId(nearest) + "\n");
                }
            });
        }
        return text.append(Arrays.toString(result.groundShares())).toString();
    }

    /** The first lines that differ; empty for equal texts. */
    static String firstDifference(String one, String other) {
        String[] ones = one.split("\n");
        String[] others = other.split("\n");
        for (int line = 0; line < Math.max(ones.length, others.length); line++) {
            String here = line < ones.length ? ones[line] : "(end)";
            String there = line < others.length ? others[line] : "(end)";
            if (!here.equals(there)) {
                return "line " + line + ": " + here + " | " + there;
            }
        }
        return "";
    }

    private static void figures(AreaFigures area, StringBuilder text) {
        text.append(area.points()).append(' ').append(area.unlinkedPoints()).append(' ');
        text.append(Arrays.toString(area.spacingMm())).append(Arrays.toString(area.nearest()));
        for (long one : new long[] {
            area.demand(),
            area.demandCovered(),
            area.demandStraight(),
            area.unlinked(),
            area.unreachable(),
            area.ownLeg(),
            area.streetMm(),
            area.coveredMm(),
            area.straightMm(),
            area.smallMm(),
            area.reached(),
            area.backup(),
            area.graded()
        }) {
            text.append(' ').append(one);
        }
        text.append(' ').append(area.gini()).append('\n');
        if (area.gaps() != null) {
            text.append(area.gaps().dustMm())
                    .append(' ')
                    .append(area.gaps().dusts())
                    .append('\n');
            for (AreaGaps.StreetGap gap : area.gaps().gaps()) {
                text.append(Arrays.toString(gap.edges()))
                        .append(Arrays.toString(gap.fromsMm()))
                        .append(Arrays.toString(gap.tosMm()))
                        .append(gap.lengthMm() + " " + gap.demand() + " " + gap.unreachable() + " " + gap.name() + " ")
                        .append(gap.farthestEdge() + " " + gap.farthestMm() + " " + gap.farthest() + "\n");
            }
        }
    }

    private static void nodes(Reach reach, StringBuilder text) {
        for (int node = 0; node < reach.graph().nodeCount(); node++) {
            text.append(reach.nodeCost(node))
                    .append(' ')
                    .append(reach.nodeOwner(node))
                    .append(' ')
                    .append(reach.nodeSecondCost(node))
                    .append(' ')
                    .append(reach.nodeSecondOwner(node))
                    .append('\n');
        }
    }

    private static void edges(CoverageResult result, StringBuilder text) {
        for (int edge = 0; edge < result.graph().edgeCount(); edge++) {
            int length = result.graph().lengthMm(edge);
            for (EdgeIntervals intervals : new EdgeIntervals[] {result.covered(), result.backup(), result.straight()}) {
                intervals.cut(edge, 0, length, (from, to, covered) -> text.append(from + "-" + to + covered + " "));
            }
            text.append('\n');
        }
    }
}
