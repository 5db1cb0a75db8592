package org.sanfen.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;

/**
 * A version of a standard as an administrator writes it; fields as of {@link Standard}, missing ones null. Refuses with a
 * sentence that names the field.
 *
 * @param baseVersion latest version that the writer saw; null for a new standard
 */
record StandardDraft(
        String id,
        Integer baseVersion,
        Map<String, String> names,
        List<String> kinds,
        String metric,
        Double limit,
        Double speedMps,
        Double turnoutS,
        String direction,
        Integer minPoints,
        Boolean hoursBind,
        Boolean privateWays,
        @JsonProperty("density_km2_per_point") Double densityKm2PerPoint,
        @JsonProperty("per_10000_residents") Double per10000Residents,
        String densityDenominator,
        List<String> layers,
        Boolean computed,
        String source,
        List<String> readInText,
        List<String> secondary,
        List<String> assumed) {

    private static final Set<String> LAYERS = Set.of("administrative", "urban_village", "grid", "drawn");
    private static final Set<String> DIRECTIONS = Set.of("out", "fetch", "in");

    /** @param knownKind whether a kind of point has that id */
    Standard check(Predicate<String> knownKind) {
        require(id != null && id.matches("[a-z0-9][a-z0-9-]{1,59}"), "id", "standard.bad.id");
        Map<String, String> named = named();
        require(!named.isEmpty(), "names", "standard.bad.names");
        require(kinds != null && !kinds.isEmpty() && kinds.stream().allMatch(knownKind), "kinds", "standard.bad.kinds");
        boolean time = "time".equals(metric);
        require(
                metric == null || time || metric.equals("route") || metric.equals("straight"),
                "metric",
                "standard.bad.metric");
        boolean fits = metric == null ? limit == null : within(limit, 1, time ? 7_200 : 50_000);
        require(fits, "limit", "standard.bad.limit");
        require(time ? within(speedMps, 0.2, 10) : speedMps == null, "speed_mps", "standard.bad.speed");
        double turnout = turnoutS == null ? 0 : turnoutS;
        require(turnout == 0 || time && turnout > 0 && turnout < limit, "turnout_s", "standard.bad.turnout");
        require(
                metric == null ? direction == null : direction != null && DIRECTIONS.contains(direction),
                "direction",
                "standard.bad.direction");
        require(minPoints == null || minPoints == 1 || minPoints == 2, "min_points", "standard.bad.min_points");
        require(
                densityKm2PerPoint == null || within(densityKm2PerPoint, 1e-6, 10_000),
                "density_km2_per_point",
                "standard.bad.density");
        require(
                per10000Residents == null || within(per10000Residents, 1e-6, 10_000),
                "per_10000_residents",
                "standard.bad.per_residents");
        require(
                metric != null || densityKm2PerPoint != null || per10000Residents != null,
                "limit",
                "standard.bad.nothing");
        String denominator = Objects.requireNonNullElse(densityDenominator, "area");
        require(
                denominator.equals("area") || denominator.equals("built_up"),
                "density_denominator",
                "standard.bad.denominator");
        require(layers == null || LAYERS.containsAll(layers), "layers", "standard.bad.layers");
        require(source != null && !source.isBlank() && source.length() <= 500, "source", "standard.bad.source");
        requireOrigins();
        return new Standard(
                id,
                baseVersion == null ? 1 : baseVersion + 1,
                named,
                new TreeSet<>(kinds),
                metric,
                limit,
                metric == null ? null : time ? "s" : "m",
                speedMps,
                metric == null ? null : Double.valueOf(turnout),
                direction,
                minPoints == null ? 1 : minPoints,
                Boolean.TRUE.equals(hoursBind),
                !Boolean.FALSE.equals(privateWays),
                densityKm2PerPoint,
                per10000Residents,
                layers == null ? List.of() : List.copyOf(new TreeSet<>(layers)),
                !Boolean.FALSE.equals(computed),
                source.strip(),
                list(readInText),
                list(secondary),
                list(assumed),
                denominator);
    }

    private Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        if (names != null) {
            names.forEach((language, name) -> {
                if (name != null && !name.isBlank()) {
                    require(
                            name.length() <= 120 && language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"),
                            "names",
                            "standard.bad.names");
                    named.put(language, name.strip());
                }
            });
        }
        return named;
    }

    /** Every value that is given says once where it is from. */
    private void requireOrigins() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("limit", limit);
        values.put("speed_mps", speedMps);
        values.put("turnout_s", turnoutS == null || turnoutS == 0 ? null : turnoutS);
        values.put("density_km2_per_point", densityKm2PerPoint);
        values.put("per_10000_residents", per10000Residents);
        List<String> told = new ArrayList<>(list(readInText));
        told.addAll(list(secondary));
        told.addAll(list(assumed));
        values.forEach((field, value) -> {
            long times = told.stream().filter(field::equals).count();
            require(value == null ? times <= 1 : times == 1, field, "standard.bad.read", "field", field);
        });
        for (String field : told) {
            require(
                    values.containsKey(field) || field.equals("direction"),
                    "read_in_text",
                    "standard.bad.read",
                    "field",
                    field);
        }
    }

    private static List<String> list(List<String> fields) {
        return fields == null ? List.of() : List.copyOf(fields);
    }

    private static boolean within(Double value, double least, double most) {
        return value != null && value >= least && value <= most;
    }

    private static void require(boolean fits, String field, String key, Object... values) {
        if (!fits) {
            throw ApiProblem.worded(ErrorCode.BAD_BODY, Map.of("parameter", field), key, values);
        }
    }
}
