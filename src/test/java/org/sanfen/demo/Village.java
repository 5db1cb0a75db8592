package org.sanfen.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * An urban village: a rectangle in the shore's coordinates that heeds no community's border.
 *
 * @param points how many fire points of all kinds may stand in it
 */
record Village(String code, String zh, String en, double fromS, double toS, double fromV, double toV, int points) {

    static final List<Village> ALL = List.of(
            new Village("YT-CZC-01", "沙栏吓村", "Shalanxia Village", 130, 570, 150, 570, 2),
            new Village("YT-CZC-02", "元墩头村", "Yuanduntou Village", 270, 900, 640, 1_240, 1),
            new Village("YT-CZC-03", "田心村", "Tianxin Village", 1_120, 1_640, 690, 1_180, 1),
            new Village("YT-CZC-04", "暗径村", "Anjing Village", 3_120, 3_680, 560, 1_130, 1),
            new Village("YT-CZC-05", "西山下村", "Xishanxia Village", 6_330, 6_920, 690, 1_260, 1),
            new Village("YT-CZC-06", "洪安村", "Hong'an Village", 7_330, 7_900, 400, 860, 1),
            new Village("YT-CZC-07", "大梅沙村", "Dameisha Village", 10_330, 10_880, 480, 1_010, 1),
            new Village("YT-CZC-08", "小梅沙村", "Xiaomeisha Village", 12_490, 13_020, 350, 790, 1));

    static boolean isInOne(double s, double v) {
        return ALL.stream().anyMatch(village -> village.holds(s, v));
    }

    boolean holds(double s, double v) {
        return s > fromS && s < toS && v > fromV && v < toV;
    }

    Polygon outline(Shore shore) {
        List<Coordinate> ring = new ArrayList<>();
        for (double s = fromS; s < toS; s += (toS - fromS) / 6) {
            ring.add(shore.at(s, fromV));
        }
        for (double v = fromV; v < toV - 1; v += (toV - fromV) / 4) {
            ring.add(shore.at(toS, v));
        }
        for (double s = toS; s > fromS + 1; s -= (toS - fromS) / 6) {
            ring.add(shore.at(s, toV));
        }
        for (double v = toV; v > fromV + 1; v -= (toV - fromV) / 4) {
            ring.add(shore.at(fromS, v));
        }
        return Draft.polygon(ring);
    }
}
