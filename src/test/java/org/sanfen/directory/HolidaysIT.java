package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanfen.directory.hours.Openness;
import org.sanfen.geo.LonLat;
import org.sanfen.staff.StaffClient;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A place's own holidays beside those of its country (coverage.md section 4). */
@DatabaseTest
class HolidaysIT {

    @LocalServerPort
    int port;

    @Autowired
    Holidays holidays;

    @Autowired
    DirectoryPoints points;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void aTownInChina() {
        database.sql("DELETE FROM place").update();
        database.sql("INSERT INTO place (id, name, zone, country) VALUES ('town', 'Town', 'Asia/Shanghai', 'CN')")
                .update();
    }

    private Openness.State at(String time) {
        var point =
                new CountedPoint("aaaaaa1", "aed", new LonLat(114, 22.5), "24/7; PH off; SH 10:00-12:00", null, false);
        return points.hours("town").of(point).stateAt(LocalDateTime.parse(time));
    }

    @Test
    void theCountrysListStandsUntilThePlaceGivesThatYearsItself() {
        assertThat(at("2026-10-05T10:00")).isEqualTo(Openness.State.CLOSED);
        assertThat(at("2027-10-01T10:00")).isEqualTo(Openness.State.OPEN);

        assertThat(holidays.replace(
                        "town", "from,to,kind,name\n2027-10-01,2027-10-07,public,国庆节\n2026-07-10,2026-08-31,school,\n"))
                .isEmpty();

        assertThat(at("2027-10-01T10:00")).isEqualTo(Openness.State.CLOSED);
        assertThat(at("2026-10-05T10:00")).as("2026 is still the country's").isEqualTo(Openness.State.CLOSED);
        assertThat(at("2026-07-15T13:00")).as("school holidays, at noon").isEqualTo(Openness.State.CLOSED);
        assertThat(points.hours("town").holidays().knowsYearOf(LocalDate.of(2027, 1, 1)))
                .isTrue();

        holidays.replace("town", "2026-01-01,2026-01-01,public,New Year");
        assertThat(at("2026-10-05T10:00")).as("now the place has its own 2026").isEqualTo(Openness.State.OPEN);
    }

    @Test
    void aBrowserIsGivenTheDaysThatTheServerReadsHoursBy() {
        var first = new StaffClient(port).get("/api/holidays?place=town");
        assertThat(first.body()).contains("""
                {"from":"2026-10-10","to":"2026-10-10","kind":"working","name":"国庆节"}""");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(new StaffClient(port)
                        .get("/api/holidays?place=town", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);

        holidays.replace("town", "2026-01-01,2026-01-01,public,New Year");

        assertThat(new StaffClient(port)
                        .get("/api/holidays?place=town", "If-None-Match", tag)
                        .body())
                .contains("New Year")
                .doesNotContain("2026-10-10");
        assertThat(new StaffClient(port).get("/api/holidays?place=nowhere").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTableWithABadRowChangesNothingAndNamesIt() {
        holidays.replace("town", "2027-10-01,2027-10-07,public,");

        assertThat(
                        holidays.replace(
                                "town",
                                "2027-01-01,2027-01-03,public,\n1 May,1 May,public,\n2027-05-03,2027-05-01,public,\n2027-05-03,2027-05-04,bank,\nx\n"))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("Line 2");
        assertThat(at("2027-10-01T10:00")).isEqualTo(Openness.State.CLOSED);
    }
}
