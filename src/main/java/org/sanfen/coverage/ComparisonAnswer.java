package org.sanfen.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import org.sanfen.coverage.RunComparison.AreaDifference;
import org.sanfen.coverage.RunComparison.PieceDifference;
import org.sanfen.coverage.RunComparison.PointDifference;
import org.sanfen.coverage.RunComparison.Side;
import org.sanfen.place.Place;

/**
 * What {@code /api/coverage/compare} answers; see {@link RunComparison}.
 *
 * @param area that was asked for
 * @param before the one side
 * @param after the other
 * @param difference of the area
 * @param areas of every other area of the place
 * @param points through which anything was won or lost in the area
 * @param pieces stretches won and lost in the area, as GeoJSON
 * @param schematic fictitious demonstration data
 * @param attribution due wherever the figures go
 * @param licence of the data
 */
record ComparisonAnswer(
        String area,
        Side before,
        Side after,
        AreaDifference difference,
        List<AreaDifference> areas,
        List<PointDifference> points,
        Pieces pieces,
        boolean schematic,
        String attribution,
        String licence) {

    record Pieces(String type, List<Feature> features) {}

    record Feature(String type, Geometry geometry, Properties properties) {}

    record Geometry(String type, List<double[]> coordinates) {}

    /** @param change {@code won} or {@code lost} */
    record Properties(
            String change,
            String point,
            @JsonProperty("street_id") long streetId) {}

    static ComparisonAnswer of(Place place, RunComparison comparison) {
        return new ComparisonAnswer(
                comparison.area(),
                comparison.before(),
                comparison.after(),
                comparison.findArea(comparison.area()).orElseThrow(),
                comparison.areas().stream()
                        .filter(one -> !one.area().equals(comparison.area()))
                        .toList(),
                comparison.points(),
                new Pieces(
                        "FeatureCollection",
                        comparison.pieces().stream()
                                .map(ComparisonAnswer::feature)
                                .toList()),
                place.schematic(),
                place.attribution(),
                place.licence());
    }

    private static Feature feature(PieceDifference piece) {
        return new Feature(
                "Feature",
                new Geometry(
                        "LineString",
                        Arrays.stream(piece.geometry().getCoordinates())
                                .map(at -> new double[] {Math.round(at.x * 1e7) / 1e7, Math.round(at.y * 1e7) / 1e7})
                                .toList()),
                new Properties(piece.won() ? "won" : "lost", piece.pointId(), piece.streetId()));
    }
}
