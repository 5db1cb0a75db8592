package org.sanfen.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanfen.directory.Audience;

/** A drawing kept for ever is never stale: its name changes with the week of its hours (coverage.md section 4). */
class DrawnStreetsTest {

    private static final Standard AED = new Standard(
            "aed-100m",
            3,
            Map.of(),
            Set.of("aed"),
            "route",
            100.0,
            "m",
            null,
            null,
            "in",
            1,
            true,
            true,
            null,
            null,
            List.of(),
            true,
            "",
            List.of(),
            List.of(),
            List.of(),
            "area");

    private static CoverageRun run(String slice, String resolvedAt, CoverageFigures... figures) {
        return run(Instant.EPOCH, slice, resolvedAt, figures);
    }

    private static CoverageRun run(Instant madeAt, String slice, String resolvedAt, CoverageFigures... figures) {
        return new CoverageRun(
                "town",
                madeAt,
                AED,
                slice,
                resolvedAt,
                Audience.PUBLIC,
                Map.of(),
                7,
                Instant.EPOCH,
                null,
                "e1",
                new FiguresByArea(List.of(figures)),
                null);
    }

    private static CoverageFigures figures(double streetCoveredM) {
        return new CoverageFigures(
                "town",
                "aed-100m",
                3,
                "worst",
                3,
                1,
                0,
                0,
                0,
                1.0,
                "area",
                1.0,
                null,
                null,
                null,
                "floor_m2",
                1.0,
                1.0,
                1.0,
                null,
                null,
                100.0,
                streetCoveredM,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                0,
                null,
                null,
                null,
                null,
                0,
                null,
                null);
    }

    @Test
    void anotherWeekIsAnotherNameThoughNoDataChanged() {
        CoverageRun always = run("always", null);
        String thisWeek = DrawnStreets.version(always, always, run("weekday-22", "2026-11-18T22:00"));
        String nextWeek = DrawnStreets.version(always, always, run("weekday-22", "2026-11-25T22:00"));

        assertThat(thisWeek).isEqualTo("0-3-7.7-20261118T2200-e1").isNotEqualTo(nextWeek);
    }

    @Test
    void theWorstHourOfAnotherWeekIsAnotherNameOnceItCoversOtherStreets() {
        CoverageRun always = run("always", null);
        CoverageRun summer = run("worst", null, figures(90));
        CoverageRun winter = run("worst", null, figures(80));

        assertThat(DrawnStreets.version(summer, always, summer))
                .isEqualTo(DrawnStreets.version(summer, always, run("worst", null, figures(90))))
                .isNotEqualTo(DrawnStreets.version(winter, always, winter));
    }

    @Test
    void whereHoursDoNotBindTheNameKnowsNoWeek() {
        CoverageRun always = run("always", null);

        assertThat(DrawnStreets.version(always, always, null)).isEqualTo("0-3-7-e1");
    }

    @Test
    void thePlaceThatIsRemovedAndMadeAgainIsDrawnUnderAnotherName() {
        CoverageRun again = run(Instant.EPOCH.plusSeconds(60), "always", null);
        assertThat(DrawnStreets.version(again, again, null)).isEqualTo("ea60-3-7-e1");
    }
}
