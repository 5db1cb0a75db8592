package org.sanfen.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanfen.coverage.engine.Rule;
import org.sanfen.web.PageLanguage;

/**
 * A rule of coverage, as data with a version and its source (coverage.md section 1).
 *
 * @param id such as {@code aed-100m}
 * @param version counts up; a changed rule is a new version
 * @param names language tag to name
 * @param kinds kinds of point that it counts
 * @param metric {@code time}, {@code route}, {@code straight}; null for a density or per-capita target only
 * @param limit seconds for time, metres for route and straight; null without a metric
 * @param unit {@code s} or {@code m}
 * @param speedMps walking speed on the level, metres a second; null unless the metric is time
 * @param turnoutS seconds before a crew leaves
 * @param direction {@code out}, {@code fetch} or {@code in}
 * @param minPoints how many different points must reach: 1, or 2 for backup
 * @param hoursBind whether opening hours count in hour-bound slices
 * @param privateWays whether private ways are walked on and counted
 * @param densityKm2PerPoint target, square kilometres a point; null for none
 * @param per10000Residents target, points per 10,000 residents; null for none
 * @param layers layers of areas it is meant for; empty for all
 * @param computed false when it is kept for the record only
 * @param source law, clause, year
 * @param readInText fields read in the source itself
 * @param secondary fields taken from a secondary page
 * @param assumed fields that are our assumption
 * @param densityDenominator ground that the density divides: {@code area}, or {@code built_up}
 */
public record Standard(
        String id,
        int version,
        Map<String, String> names,
        Set<String> kinds,
        String metric,
        Double limit,
        String unit,
        Double speedMps,
        Double turnoutS,
        String direction,
        int minPoints,
        boolean hoursBind,
        boolean privateWays,
        @JsonProperty("density_km2_per_point") Double densityKm2PerPoint,
        @JsonProperty("per_10000_residents") Double per10000Residents,
        List<String> layers,
        boolean computed,
        String source,
        List<String> readInText,
        List<String> secondary,
        List<String> assumed,
        String densityDenominator) {

    /** What the engine needs of it. */
    Rule rule() {
        if (metric == null) {
            return Rule.none(privateWays);
        }
        Rule rule =
                switch (metric) {
                    case "time" ->
                        Rule.time(
                                limit,
                                turnoutS == null ? 0 : turnoutS,
                                speedMps,
                                "fetch".equals(direction),
                                privateWays);
                    case "route" -> Rule.route(limit, privateWays);
                    case "straight" -> Rule.straight(limit, privateWays);
                    default ->
                        throw new IllegalStateException("The standard " + id + " has an unknown metric: " + metric);
                };
        return rule.withMinPoints(minPoints);
    }

    /** The name in a language, else the one it falls back on, else the id. */
    public String name(String language) {
        return names.isEmpty() ? id : PageLanguage.text(names, language);
    }
}
