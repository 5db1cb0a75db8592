package org.sanfen.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sanfen.coverage.engine.CoverageResult;

/** The distribution of an area's demand over sixths of the limit, up to twice the limit (coverage.md section 5). Stateless. */
final class BandsOfArea {

    private static final int WITHIN = 6;
    private static final int BANDS = 2 * WITHIN;

    private BandsOfArea() {}

    static List<TimeBand> of(CoverageResult result, int area) {
        long limit = result.rule().limit();
        long[] steps = new long[BANDS];
        Arrays.setAll(steps, i -> limit * (i + 1) / WITHIN);
        long[] demand = result.demandByNearest(area, steps);
        List<TimeBand> bands = new ArrayList<>();
        for (int i = 0; i < BANDS; i++) {
            double from = i == 0 ? 0 : steps[i - 1] / 1000.0;
            bands.add(new TimeBand(from, steps[i] / 1000.0, demand[i] / 1000.0, i < WITHIN, true));
        }
        double last = steps[BANDS - 1] / 1000.0;
        bands.add(new TimeBand(last, null, demand[BANDS] / 1000.0, false, true));
        bands.add(new TimeBand(last, null, demand[BANDS + 1] / 1000.0, false, false));
        return List.copyOf(bands);
    }
}
