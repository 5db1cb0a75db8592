package org.sanfen.coverage.stored;

import java.util.ArrayList;
import java.util.List;
import org.sanfen.coverage.PointDependence;
import org.sanfen.coverage.StreetPiece;
import org.sanfen.coverage.TimeBand;
import org.sanfen.coverage.engine.RunLedger;
import org.sanfen.geo.LonLat;

/** Reads what a {@link RunWriter} wrote. For one run. */
final class RunReader {

    private final ByteReader in;
    private String[] texts;

    private RunReader(byte[] bytes) {
        this.in = new ByteReader(bytes);
    }

    static StoredResult read(byte[] bytes) {
        return new RunReader(bytes).result();
    }

    private StoredResult result() {
        String form = in.text();
        if (!form.equals(RunWriter.FORM)) {
            throw new IllegalStateException("A stored run is of the form " + form + ", which this version can't read");
        }
        RunWriter.Head head = RunJson.read(in.block(), RunWriter.Head.class);
        texts = new String[in.count() + 1];
        for (int i = 1; i < texts.length; i++) {
            texts[i] = in.text();
        }
        RunLedger.Streets streets = streets();
        RunLedger.Demand demand = demand();
        List<RunLedger.Area> areas = new ArrayList<>();
        List<StoredResult.AreaTold> told = new ArrayList<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            area(streets, areas, told);
        }
        return new StoredResult(
                head.standard(),
                head.slice(),
                head.resolvedAt(),
                head.figures(),
                new RunLedger(streets, demand, List.copyOf(areas)),
                List.copyOf(told),
                pieces(streets));
    }

    private RunLedger.Streets streets() {
        int count = in.count();
        long[] ids = new long[count];
        int[] lengths = new int[count];
        boolean[] privateWays = new boolean[count];
        long last = 0;
        for (int i = 0; i < count; i++) {
            last += in.signed();
            ids[i] = last;
            long length = in.whole();
            lengths[i] = (int) (length >> 1);
            privateWays[i] = (length & 1) == 1;
        }
        return new RunLedger.Streets(ids, lengths, privateWays);
    }

    private RunLedger.Demand demand() {
        int count = in.count();
        long[] ids = new long[count];
        long[] residents = new long[count];
        long[] floor = new long[count];
        boolean[] covered = new boolean[count];
        String[] nearest = new String[count];
        long last = 0;
        for (int i = 0; i < count; i++) {
            last += in.signed();
            ids[i] = last;
            residents[i] = in.signed();
            floor[i] = in.whole();
            long state = in.whole();
            covered[i] = (state & 1) == 1;
            nearest[i] = texts[(int) (state >> 1)];
        }
        return new RunLedger.Demand(ids, residents, floor, covered, nearest);
    }

    private void area(RunLedger.Streets streets, List<RunLedger.Area> areas, List<StoredResult.AreaTold> told) {
        String id = in.text();
        boolean inResidents = in.whole() == 1;
        RunLedger.Stretches inside = stretches(streets);
        int[] buildings = new int[in.count()];
        int last = 0;
        for (int i = 0; i < buildings.length; i++) {
            last += (int) in.signed();
            buildings[i] = last;
        }
        List<StoredResult.GapTold> gaps = new ArrayList<>();
        List<RunLedger.Stretches> lines = new ArrayList<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            gaps.add(gap());
            lines.add(stretches(streets));
        }
        areas.add(new RunLedger.Area(id, inResidents, inside, buildings, List.copyOf(lines)));
        told.add(new StoredResult.AreaTold(List.copyOf(gaps), dependences(), bands()));
    }

    private StoredResult.GapTold gap() {
        return new StoredResult.GapTold(
                texts[in.count()],
                in.number(),
                in.number(),
                in.number(),
                in.text(),
                new LonLat(in.number(), in.number()),
                in.number(),
                in.number());
    }

    private List<PointDependence> dependences() {
        List<PointDependence> dependences = new ArrayList<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            dependences.add(new PointDependence(texts[in.count()], in.number()));
        }
        return List.copyOf(dependences);
    }

    private List<TimeBand> bands() {
        List<TimeBand> bands = new ArrayList<>();
        int count = in.count();
        for (int i = 0; i < count; i++) {
            double from = in.number();
            Double to = in.number();
            double demand = in.number();
            long flags = in.whole();
            bands.add(new TimeBand(from, to, demand, (flags & 2) != 0, (flags & 1) != 0));
        }
        return List.copyOf(bands);
    }

    private RunLedger.Stretches stretches(RunLedger.Streets streets) {
        int count = in.count();
        int[] numbers = new int[count];
        int[] froms = new int[count];
        int[] tos = new int[count];
        int last = 0;
        for (int i = 0; i < count; i++) {
            long step = in.signed();
            last += (int) (step >> 1);
            numbers[i] = last;
            boolean whole = (step & 1) == 1;
            froms[i] = whole ? 0 : in.count();
            tos[i] = whole ? streets.lengthsMm()[last] : in.count();
        }
        return new RunLedger.Stretches(numbers, froms, tos);
    }

    private StoredResult.Pieces pieces(RunLedger.Streets streets) {
        RunLedger.Stretches where = stretches(streets);
        StreetPiece.State[] states = new StreetPiece.State[where.count()];
        String[] nearest = new String[where.count()];
        boolean[] backup = new boolean[where.count()];
        for (int i = 0; i < where.count(); i++) {
            long state = in.whole();
            states[i] = StreetPiece.State.values()[(int) (state >> 1 & 3)];
            nearest[i] = texts[(int) (state >> 3)];
            backup[i] = (state & 1) == 1;
        }
        return new StoredResult.Pieces(where, states, nearest, backup);
    }
}
