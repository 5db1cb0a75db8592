package org.sanfen.coverage;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sanfen.coverage.engine.AreaTally;
import org.sanfen.directory.Audience;

/**
 * One standard on one version of a place, slice by slice (coverage.md section 4): resolves a slice to the set of open
 * points, takes the runs of that set, and puts the figures together. For one request.
 */
final class SlicedRuns {

    private final SetRuns sets;
    private final PlaceVersion place;
    private final Standard standard;
    private final Audience audience;
    private final CountedPoints points;
    private final AreaPoints inside;
    private final ZonedDateTime now;

    SlicedRuns(SetRuns sets, PlaceVersion place, Standard standard, Audience audience) {
        this.sets = sets;
        this.place = place;
        this.standard = standard;
        this.audience = audience;
        this.points = sets.points(place, standard, audience);
        this.inside = sets.areaPoints(place, standard, audience, points);
        this.now = ZonedDateTime.now(points.zone());
    }

    CoverageRun run(Slice slice) {
        LocalDateTime at = SliceTime.resolve(slice, now);
        if (slice.kind() == Slice.Kind.ALWAYS || !standard.hoursBind()) {
            return sliced(slice, at, points.all(), List.of());
        }
        if (slice.kind() == Slice.Kind.WORST) {
            return worst();
        }
        OpenSet open = SliceTime.open(slice, points, now);
        return sliced(slice, at, open.open(), tally(open.ifUnknownOpen()));
    }

    private CoverageRun sliced(Slice slice, LocalDateTime at, BitSet open, List<AreaTally> ifUnknownOpen) {
        CoverageRun run = run(open);
        CoverageRun active = run(points.all());
        List<CoverageFigures> figures = new ArrayList<>();
        for (int area = 0; area < run.figures().size(); area++) {
            figures.add(figures(area, run, active, slice, null, ifUnknownOpen));
        }
        return label(run, slice, at, figures, run.detail());
    }

    /** Of each area the figures of its own worst hour; areas whose worst hours open the same points share a run. */
    private CoverageRun worst() {
        Slice slice = new Slice(Slice.Kind.WORST, null);
        List<OpenSet> hours = points.week(monday());
        List<CoverageWeek.AreaWeek> areas = week().areas();
        CoverageRun active = run(points.all());
        List<CoverageFigures> figures = new ArrayList<>();
        Map<String, CoverageRun> byArea = new LinkedHashMap<>();
        for (int area = 0; area < areas.size(); area++) {
            int hour = areas.get(area).worstHour();
            CoverageRun run = run(hours.get(hour).open());
            byArea.put(areas.get(area).area(), run);
            figures.add(figures(
                    area, run, active, slice, hour, tally(hours.get(hour).ifUnknownOpen())));
        }
        CoverageRun root = byArea.getOrDefault(place.placeId(), active);
        return label(root, slice, null, figures, new WorstDetail(byArea, root));
    }

    CoverageWeek week() {
        CoverageRun active = run(points.all());
        List<OpenSet> hours = points.week(monday());
        List<BitSet> open = hours.stream()
                .map(hour -> standard.hoursBind() ? hour.open() : points.all())
                .toList();
        Map<BitSet, List<AreaTally>> tallies =
                open.stream().distinct().collect(Collectors.toMap(set -> set, this::tally));
        List<CoverageWeek.AreaWeek> areas = new ArrayList<>();
        for (int area = 0; area < active.figures().size(); area++) {
            areas.add(week(area, active.figures().get(area), open, tallies));
        }
        return new CoverageWeek(place.placeId(), standard.id(), standard.version(), tallies.size(), areas);
    }

    private CoverageWeek.AreaWeek week(
            int area, CoverageFigures figures, List<BitSet> open, Map<BitSet, List<AreaTally>> tallies) {
        boolean limited = standard.metric() != null;
        double[] demand = limited ? new double[CoverageWeek.HOURS] : null;
        double[] streets = limited ? new double[CoverageWeek.HOURS] : null;
        int[] openPoints = new int[CoverageWeek.HOURS];
        Arrays.setAll(openPoints, hour -> inside.count(area, open.get(hour)));
        int worst = 0;
        for (int hour = 0; limited && hour < CoverageWeek.HOURS; hour++) {
            AreaTally tally = tallies.get(open.get(hour)).get(area);
            demand[hour] = tally.demandCovered() / 1000.0;
            streets[hour] = tally.coveredMm() / 1000.0;
            worst = demand[hour] < demand[worst] ? hour : worst;
        }
        return new CoverageWeek.AreaWeek(figures.area(), figures.demand(), demand, streets, openPoints, worst);
    }

    private LocalDate monday() {
        return SliceTime.monday(now);
    }

    private CoverageRun run(BitSet open) {
        return sets.run(place, standard, audience, points, open);
    }

    private List<AreaTally> tally(BitSet open) {
        return sets.tally(place, standard, audience, points, open);
    }

    private CoverageFigures figures(
            int area,
            CoverageRun run,
            CoverageRun active,
            Slice slice,
            Integer worstHour,
            List<AreaTally> ifUnknownOpen) {
        return SlicedFigures.of(
                run.figures().get(area),
                active.figures().get(area),
                slice.text(),
                worstHour,
                inside.count(area, points.unreadable()),
                inside.count(area, points.overdue()),
                inside.excluded()[area],
                ifUnknownOpen.isEmpty()
                        ? null
                        : Double.valueOf(ifUnknownOpen.get(area).demandCovered() / 1000.0));
    }

    private static CoverageRun label(
            CoverageRun run, Slice slice, LocalDateTime at, List<CoverageFigures> figures, CoverageRun.Detail detail) {
        return new CoverageRun(
                run.placeId(),
                run.madeAt(),
                run.standard(),
                slice.text(),
                at == null ? null : at.toString(),
                run.audience(),
                run.versions(),
                run.changeNumber(),
                run.computedAt(),
                run.dataDate(),
                run.engineVersion(),
                new FiguresByArea(figures),
                detail);
    }
}
