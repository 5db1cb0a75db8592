package org.sanfen.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.LineString;
import org.sanfen.coverage.engine.DragChange;
import org.sanfen.geo.LonLat;
import org.sanfen.place.PlaceStore;
import org.sanfen.staff.Permissions;
import org.sanfen.staff.Right;
import org.sanfen.staff.StaffAccount;
import org.sanfen.web.ApiProblem;
import org.sanfen.web.ErrorCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /admin/api/coverage-change}: what a point wins and loses where it is being dragged. Nothing is written. */
@RestController
class LiveCoverageController {

    private final PlaceStore places;
    private final LiveCoverage live;
    private final Permissions permissions;

    LiveCoverageController(PlaceStore places, LiveCoverage live, Permissions permissions) {
        this.places = places;
        this.live = live;
        this.permissions = permissions;
    }

    /**
     * A position of a point.
     *
     * @param place id of the place
     * @param standard id of the standard, in its latest version
     * @param point public id; null for a new one
     * @param kind id of its kind
     * @param lon WGS-84, degrees
     * @param lat WGS-84, degrees
     */
    record Wish(String place, String standard, String point, String kind, Double lon, Double lat) {}

    /**
     * What changes there.
     *
     * @param counted whether the standard counts the point at all; if not, nothing changes
     * @param areas the root area first, then those in which anything changes
     * @param won streets that come within the limit, as lines of lon and lat
     * @param lost streets that were within it
     */
    record Answer(boolean counted, List<OfArea> areas, List<double[][]> won, List<double[][]> lost) {

        private static final Answer NOT_COUNTED = new Answer(false, List.of(), List.of(), List.of());

        static Answer of(DragChange change) {
            return new Answer(
                    true,
                    change.areas().stream().map(OfArea::of).toList(),
                    change.won().stream().map(Answer::line).toList(),
                    change.lost().stream().map(Answer::line).toList());
        }

        private static double[][] line(LineString line) {
            return Arrays.stream(line.getCoordinates())
                    .map(at -> new double[] {at.x, at.y})
                    .toArray(double[][]::new);
        }
    }

    /**
     * What changes in one area.
     *
     * @param residentsWon null where residents are unknown
     * @param floorM2Won of residential floor, where residents are unknown
     * @param streetWonM metres
     */
    record OfArea(
            String area,
            Double residentsWon,
            Double residentsLost,
            Double floorM2Won,
            Double floorM2Lost,
            double streetWonM,
            double streetLostM) {

        static OfArea of(DragChange.OfArea area) {
            Double won = area.demandWon() / 1000.0;
            Double lost = area.demandLost() / 1000.0;
            boolean inResidents = area.inResidents();
            return new OfArea(
                    area.id(),
                    inResidents ? won : null,
                    inResidents ? lost : null,
                    inResidents ? null : won,
                    inResidents ? null : lost,
                    area.wonMm() / 1000.0,
                    area.lostMm() / 1000.0);
        }
    }

    @PostMapping("/admin/api/coverage-change")
    Answer change(@RequestBody Wish wish, @AuthenticationPrincipal StaffAccount staff) {
        require(wish.place() != null && places.findPlace(wish.place()).isPresent(), "place", "problem.place");
        permissions.require(staff, Right.VIEW, wish.place());
        require(wish.standard() != null, "standard", "problem.standard_needed");
        require(wish.kind() != null, "kind", "problem.kind");
        require(wish.lon() != null && Math.abs(wish.lon()) <= 180, "lon", "problem.position");
        require(wish.lat() != null && Math.abs(wish.lat()) <= 90, "lat", "problem.position");
        Optional<DragChange> change = live.change(
                wish.place(), wish.standard(), wish.point(), wish.kind(), new LonLat(wish.lon(), wish.lat()));
        return change.map(Answer::of).orElse(Answer.NOT_COUNTED);
    }

    private static void require(boolean holds, String field, String key) {
        if (!holds) {
            throw ApiProblem.worded(ErrorCode.BAD_BODY, Map.of("parameter", field), key);
        }
    }
}
