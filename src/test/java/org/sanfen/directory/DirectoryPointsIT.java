package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanfen.geo.LonLat;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** coverage.md section 1: which points count, and for whom. */
@DatabaseTest
class DirectoryPointsIT {

    @Autowired
    DirectoryPoints directory;

    @Autowired
    JdbcClient database;

    private List<String> counted(Audience audience, String... kinds) {
        return directory.listCountedPoints("town", Set.of(kinds), audience).stream()
                .map(CountedPoint::id)
                .toList();
    }

    @Test
    void activePointsCountUnlessTheyFailedOrExpiredAndInternalOnesForStaffOnly() {
        DirectoryScene scene = new DirectoryScene(database).town();
        scene.point("aaaaaa1");
        scene.point("aaaaaa2", "serviceable", "overdue");
        scene.point("aaaaaa3", "serviceable", "failed");
        scene.point("aaaaaa4", "serviceable", "expired");
        scene.point("aaaaaa5", "status", "planned");
        scene.point("aaaaaa6", "status", "out_of_service");
        scene.point("aaaaaa7", "status", "removed", "status_reason", "vanished");
        scene.point("aaaaaa8", "visibility", "internal");
        scene.point("aaaaaa9", "kind", "fire_hose");

        assertThat(counted(Audience.PUBLIC, "aed")).containsExactly("aaaaaa1", "aaaaaa2");
        assertThat(counted(Audience.STAFF, "aed")).containsExactly("aaaaaa1", "aaaaaa2", "aaaaaa8");
        assertThat(counted(Audience.PUBLIC, "aed", "fire_hose")).containsExactly("aaaaaa1", "aaaaaa2", "aaaaaa9");
        assertThat(counted(Audience.PUBLIC)).isEmpty();
    }

    @Test
    void aCountedPointBringsItsPositionHoursAndFloor() {
        DirectoryScene scene = new DirectoryScene(database).town();
        scene.point("aaaaaa1", "lon", 7.41, "opening_hours", "24/7", "level", "-1");

        assertThat(directory.listCountedPoints("town", Set.of("aed"), Audience.PUBLIC))
                .containsExactly(new CountedPoint("aaaaaa1", "aed", new LonLat(7.41, 43.73), "24/7", "-1", false));
    }
}
