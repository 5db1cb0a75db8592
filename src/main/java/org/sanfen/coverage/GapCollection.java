package org.sanfen.coverage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.sanfen.place.Place;

/** Gaps as GeoJSON (RFC 7946): what {@code /api/gaps} answers. */
record GapCollection(
        String type,
        String area,
        String standard,
        int version,
        String slice,
        long changeNumber,
        String attribution,
        String licence,
        List<Feature> features) {

    record Feature(String type, Geometry geometry, Properties properties) {}

    record Geometry(String type, List<List<double[]>> coordinates) {}

    /** See {@link Gap}. */
    record Properties(
            int rank,
            String area,
            String street,
            @JsonProperty("length_m") double lengthM,
            double demand,
            double unreachableDemand,
            String demandUnit,
            double[] farthest,
            @JsonProperty("farthest_s") Double farthestS,
            @JsonProperty("farthest_m") Double farthestM) {}

    static GapCollection of(Place place, CoverageRun run, String areaId) {
        return new GapCollection(
                "FeatureCollection",
                areaId,
                run.standard().id(),
                run.standard().version(),
                run.slice(),
                run.changeNumber(),
                place.attribution(),
                place.licence(),
                run.listGaps(areaId).stream().map(GapCollection::feature).toList());
    }

    private static Feature feature(Gap gap) {
        List<List<double[]>> lines = new ArrayList<>();
        for (int i = 0; i < gap.geometry().getNumGeometries(); i++) {
            Coordinate[] line = gap.geometry().getGeometryN(i).getCoordinates();
            lines.add(Arrays.stream(line).map(at -> degrees(at.x, at.y)).toList());
        }
        return new Feature(
                "Feature",
                new Geometry("MultiLineString", lines),
                new Properties(
                        gap.rank(),
                        gap.area(),
                        gap.street(),
                        gap.lengthM(),
                        gap.demand(),
                        gap.unreachableDemand(),
                        gap.demandUnit(),
                        degrees(gap.farthest().lon(), gap.farthest().lat()),
                        gap.farthestS(),
                        gap.farthestM()));
    }

    /** Seven decimals, a centimetre: what the data has. */
    private static double[] degrees(double lon, double lat) {
        return new double[] {Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7};
    }
}
