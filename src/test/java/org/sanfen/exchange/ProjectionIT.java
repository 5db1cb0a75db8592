package org.sanfen.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sanfen.exchange.vector.FileCrs;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The zone 4547 of CGCS2000 has its middle at 114 degrees east, with a false easting of 500 km. */
@DatabaseTest
class ProjectionIT {

    private static final GeometryFactory PLANE = new GeometryFactory();

    @Autowired
    Projection projection;

    @Test
    void aGaussKrugerZoneBecomesDegreesWithLongitudeFirst() {
        List<Geometry> degrees =
                projection.toWgs84(List.of(point(500_000, 2_500_000), point(520_000, 2_490_000)), FileCrs.epsg(4547));

        assertThat(degrees.get(0).getCoordinate().x).isCloseTo(114, within(1e-9));
        assertThat(degrees.get(0).getCoordinate().y).isCloseTo(22.6, within(0.02));
        assertThat(degrees.get(1).getCoordinate().x).isBetween(114.19, 114.20);
        assertThat(degrees.get(1).getSRID()).isEqualTo(4326);
    }

    @Test
    void aDefinitionCountsAsTheCodeDoes() {
        String definition =
                "PROJCS[\"CGCS2000_3_Degree_GK_CM_114E\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
                        + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
                        + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],"
                        + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
                        + "PARAMETER[\"Central_Meridian\",114.0],PARAMETER[\"Scale_Factor\",1.0],"
                        + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
        List<Geometry> given = List.of(point(520_000, 2_490_000));

        Coordinate defined =
                projection.toWgs84(given, FileCrs.wkt(definition)).get(0).getCoordinate();
        Coordinate coded = projection.toWgs84(given, FileCrs.epsg(4547)).get(0).getCoordinate();
        assertThat(defined.distance(coded)).isLessThan(1e-9);
    }

    @Test
    void degreesStayAsTheyAre() {
        Geometry point = point(114.25, 22.55);

        assertThat(projection.toWgs84(List.of(point), FileCrs.epsg(4490)).get(0).getCoordinate())
                .isEqualTo(point.getCoordinate());
    }

    @Test
    void aSystemThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> projection.toWgs84(List.of(point(1, 1)), FileCrs.epsg(99)))
                .isInstanceOf(ImportRefused.class)
                .hasMessage("EPSG:99 is no coordinate system that the database knows. Nothing was changed.");
    }

    private static Geometry point(double x, double y) {
        return PLANE.createPoint(new Coordinate(x, y));
    }
}
