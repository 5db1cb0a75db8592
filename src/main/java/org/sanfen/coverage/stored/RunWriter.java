package org.sanfen.coverage.stored;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.CoverageRun;
import org.sanfen.coverage.Gap;
import org.sanfen.coverage.PointDependence;
import org.sanfen.coverage.Standard;
import org.sanfen.coverage.TimeBand;
import org.sanfen.coverage.engine.RunLedger;

/**
 * Writes a run's result as canonical bytes (coverage.md section 7): equal results give equal bytes, and id, date and
 * duration are no part of them. For one run.
 */
final class RunWriter {

    /** The first bytes; goes up with the form. */
    static final String FORM = "SFR1";

    private final ByteWriter out = new ByteWriter();
    private final Map<String, Integer> texts = new TreeMap<>();

    /** What the bytes begin with, as JSON: it may get further fields, which older bytes then lack. */
    record Head(Standard standard, String slice, String resolvedAt, List<CoverageFigures> figures) {}

    static byte[] write(CoverageRun run) {
        return new RunWriter().bytes(run);
    }

    private byte[] bytes(CoverageRun run) {
        RunLedger ledger = run.detail().ledger();
        StoredResult.Pieces pieces = StoredResult.pieces(ledger.streets(), run.listPieces());
        out.text(FORM);
        out.block(RunJson.write(new Head(run.standard(), run.slice(), run.resolvedAt(), run.figures())));
        texts(run, ledger, pieces);
        streets(ledger.streets());
        demand(ledger.demand());
        out.whole(ledger.areas().size());
        for (RunLedger.Area area : ledger.areas()) {
            area(run, ledger.streets(), area);
        }
        pieces(ledger.streets(), pieces);
        return out.toBytes();
    }

    /** Names of points and streets, in their order, each once. */
    private void texts(CoverageRun run, RunLedger ledger, StoredResult.Pieces pieces) {
        for (String point : ledger.demand().nearest()) {
            note(point);
        }
        for (String point : pieces.nearest()) {
            note(point);
        }
        for (RunLedger.Area area : ledger.areas()) {
            run.listGaps(area.id()).forEach(gap -> note(gap.street()));
            run.listDependences(area.id()).forEach(dependence -> note(dependence.pointId()));
        }
        out.whole(texts.size());
        int number = 1;
        for (Map.Entry<String, Integer> text : texts.entrySet()) {
            text.setValue(number++);
            out.text(text.getKey());
        }
    }

    private void note(String text) {
        if (text != null) {
            texts.put(text, 0);
        }
    }

    private long number(String text) {
        return text == null ? 0 : texts.get(text);
    }

    private void streets(RunLedger.Streets streets) {
        out.whole(streets.ids().length);
        long last = 0;
        for (int i = 0; i < streets.ids().length; i++) {
            out.signed(streets.ids()[i] - last);
            out.whole((long) streets.lengthsMm()[i] << 1 | (streets.privateWays()[i] ? 1 : 0));
            last = streets.ids()[i];
        }
    }

    private void demand(RunLedger.Demand demand) {
        out.whole(demand.ids().length);
        long last = 0;
        for (int i = 0; i < demand.ids().length; i++) {
            out.signed(demand.ids()[i] - last);
            out.signed(demand.milliResidents()[i]);
            out.whole(demand.floorMilliM2()[i]);
            out.whole(number(demand.nearest()[i]) << 1 | (demand.covered()[i] ? 1 : 0));
            last = demand.ids()[i];
        }
    }

    private void area(CoverageRun run, RunLedger.Streets streets, RunLedger.Area area) {
        out.text(area.id());
        out.whole(area.inResidents() ? 1 : 0);
        stretches(streets, area.inside());
        out.whole(area.buildings().length);
        int last = 0;
        for (int building : area.buildings()) {
            out.signed(building - last);
            last = building;
        }
        List<Gap> gaps = run.listGaps(area.id());
        out.whole(gaps.size());
        for (int i = 0; i < gaps.size(); i++) {
            gap(gaps.get(i));
            stretches(streets, area.gaps().get(i));
        }
        List<PointDependence> dependences = run.listDependences(area.id());
        out.whole(dependences.size());
        dependences.forEach(one -> out.whole(number(one.pointId())).number(one.demand()));
        List<TimeBand> bands = run.listTimeBands(area.id());
        out.whole(bands.size());
        bands.forEach(band -> out.number(band.from())
                .number(band.to())
                .number(band.demand())
                .whole((band.withinLimit() ? 2 : 0) | (band.reached() ? 1 : 0)));
    }

    private void gap(Gap gap) {
        out.whole(number(gap.street()))
                .number(gap.lengthM())
                .number(gap.demand())
                .number(gap.unreachableDemand())
                .text(gap.demandUnit())
                .number(gap.farthest().lon())
                .number(gap.farthest().lat())
                .number(gap.farthestS())
                .number(gap.farthestM());
    }

    /** A whole street takes one number, its distance from the one before. */
    private void stretches(RunLedger.Streets streets, RunLedger.Stretches stretches) {
        out.whole(stretches.count());
        int last = 0;
        for (int i = 0; i < stretches.count(); i++) {
            int street = stretches.streets()[i];
            int from = stretches.fromsMm()[i];
            int to = stretches.tosMm()[i];
            boolean whole = from == 0 && to == streets.lengthsMm()[street];
            out.signed((long) (street - last) << 1 | (whole ? 1 : 0));
            if (!whole) {
                out.whole(from).whole(to);
            }
            last = street;
        }
    }

    private void pieces(RunLedger.Streets streets, StoredResult.Pieces pieces) {
        stretches(streets, pieces.where());
        List<Long> states = new ArrayList<>();
        for (int i = 0; i < pieces.states().length; i++) {
            states.add(number(pieces.nearest()[i]) << 3
                    | (long) pieces.states()[i].ordinal() << 1
                    | (pieces.backup()[i] ? 1 : 0));
        }
        states.forEach(out::whole);
    }
}
