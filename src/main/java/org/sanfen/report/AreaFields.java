package org.sanfen.report;

import java.util.List;
import java.util.function.Function;
import org.sanfen.coverage.CoverageFigures;
import org.sanfen.coverage.CoverageFigures.Nearest;
import org.sanfen.report.file.FileColumn;
import org.sanfen.report.file.FileColumn.Type;

/**
 * The figures of an area as columns of a file, named as {@code /api/coverage} names them, inner objects joined by an
 * underscore: {@code nearest_s.p90} is {@code nearest_s_p90}. The two shares that everybody asks for first come in front.
 */
final class AreaFields {

    /**
     * A column.
     *
     * @param key of the figure
     * @param type of its values
     * @param figure the value; null where there is none
     */
    record Field(String key, Type type, Function<CoverageFigures, Object> figure) {}

    static final List<Field> ALL = List.of(
            new Field("demand_covered_share", Type.SHARE, ReportScope::demandShare),
            new Field("street_covered_share", Type.SHARE, ReportScope::streetShare),
            new Field("standard", Type.TEXT, CoverageFigures::standard),
            new Field("version", Type.WHOLE, CoverageFigures::version),
            new Field("slice", Type.TEXT, CoverageFigures::slice),
            new Field("worst_hour", Type.WHOLE, CoverageFigures::worstHour),
            new Field("points", Type.WHOLE, CoverageFigures::points),
            new Field("unknown_hours_points", Type.WHOLE, CoverageFigures::unknownHoursPoints),
            new Field("overdue_points", Type.WHOLE, CoverageFigures::overduePoints),
            new Field("excluded_points", Type.WHOLE, CoverageFigures::excludedPoints),
            new Field("area_km2", Type.FINE, CoverageFigures::areaKm2),
            new Field("density_denominator", Type.TEXT, CoverageFigures::densityDenominator),
            new Field("km2_per_point", Type.FINE, CoverageFigures::km2PerPoint),
            new Field("target_km2_per_point", Type.FINE, CoverageFigures::targetKm2PerPoint),
            new Field("per_10000_residents", Type.DECIMAL, CoverageFigures::per10000Residents),
            new Field("target_per_10000_residents", Type.DECIMAL, CoverageFigures::targetPer10000Residents),
            new Field("demand_unit", Type.TEXT, CoverageFigures::demandUnit),
            new Field("demand", Type.DECIMAL, CoverageFigures::demand),
            new Field("demand_covered", Type.DECIMAL, CoverageFigures::demandCovered),
            new Field("demand_covered_if_unknown_open", Type.DECIMAL, CoverageFigures::demandCoveredIfUnknownOpen),
            new Field("residents", Type.DECIMAL, CoverageFigures::residents),
            new Field("residents_covered", Type.DECIMAL, CoverageFigures::residentsCovered),
            new Field("street_m", Type.DECIMAL, CoverageFigures::streetM),
            new Field("street_covered_m", Type.DECIMAL, CoverageFigures::streetCoveredM),
            new Field(
                    "straight_demand_covered",
                    Type.DECIMAL,
                    one -> one.straight() == null ? null : one.straight().demandCovered()),
            new Field(
                    "straight_street_covered_m",
                    Type.DECIMAL,
                    one -> one.straight() == null
                            ? null
                            : (Object) one.straight().streetCoveredM()),
            new Field("ground_covered_km2", Type.FINE, CoverageFigures::groundCoveredKm2),
            nearest("nearest_s", "mean", CoverageFigures::nearestS, Nearest::mean),
            nearest("nearest_s", "p50", CoverageFigures::nearestS, Nearest::p50),
            nearest("nearest_s", "p90", CoverageFigures::nearestS, Nearest::p90),
            nearest("nearest_s", "max", CoverageFigures::nearestS, Nearest::max),
            nearest("nearest_s", "reached_share", CoverageFigures::nearestS, Nearest::reachedShare),
            nearest("nearest_m", "mean", CoverageFigures::nearestM, Nearest::mean),
            nearest("nearest_m", "p50", CoverageFigures::nearestM, Nearest::p50),
            nearest("nearest_m", "p90", CoverageFigures::nearestM, Nearest::p90),
            nearest("nearest_m", "max", CoverageFigures::nearestM, Nearest::max),
            nearest("nearest_m", "reached_share", CoverageFigures::nearestM, Nearest::reachedShare),
            new Field("unreachable", Type.DECIMAL, CoverageFigures::unreachable),
            new Field("unlinked_points", Type.WHOLE, CoverageFigures::unlinkedPoints),
            new Field("unlinked_demand", Type.DECIMAL, CoverageFigures::unlinkedDemand),
            new Field("small_pieces_m", Type.DECIMAL, CoverageFigures::smallPiecesM),
            new Field("backup_demand", Type.DECIMAL, CoverageFigures::backupDemand),
            new Field("graded", Type.DECIMAL, CoverageFigures::graded),
            new Field("gini", Type.FINE, CoverageFigures::gini),
            spacing("p10", CoverageFigures.Spacing::p10),
            spacing("p50", CoverageFigures.Spacing::p50),
            spacing("p90", CoverageFigures.Spacing::p90),
            new Field("gaps", Type.WHOLE, CoverageFigures::gaps),
            new Field("dust_m", Type.DECIMAL, CoverageFigures::dustM),
            new Field("own_leg_demand", Type.DECIMAL, CoverageFigures::ownLegDemand));

    private AreaFields() {}

    private static Field nearest(
            String group, String key, Function<CoverageFigures, Nearest> nearest, Function<Nearest, Double> which) {
        return new Field(group + "_" + key, key.endsWith("share") ? Type.SHARE : Type.DECIMAL, one -> {
            Nearest found = nearest.apply(one);
            return found == null ? null : which.apply(found);
        });
    }

    private static Field spacing(String key, Function<CoverageFigures.Spacing, Double> which) {
        return new Field(
                "spacing_m_" + key, Type.DECIMAL, one -> one.spacingM() == null ? null : which.apply(one.spacingM()));
    }

    static List<FileColumn> columns(ReportWords words) {
        return ALL.stream()
                .map(field -> new FileColumn(field.key(), words.say("file." + field.key()), field.type()))
                .toList();
    }

    static List<Object> values(CoverageFigures figures) {
        return new java.util.ArrayList<>(
                ALL.stream().map(field -> field.figure().apply(figures)).toList());
    }
}
