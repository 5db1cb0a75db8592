package org.sanfen.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * The four subdistricts and 23 communities: real names and codes (National Bureau of Statistics, 2023-06-30, by npm
 * china-division 2.7.0), made-up borders. Neighbours share the nodes of their common border.
 */
final class Wards {

    /**
     * An area between two lines across the shore and two along it.
     *
     * @param fromV 0 is the sea
     * @param toV {@link #RIDGE} is the border on the ridge
     */
    record Ward(String code, String zh, String en, int level, int fromS, int toS, int fromV, int toV) {
        boolean holds(double s, double v) {
            return s >= fromS && s < toS && v < toV && (v >= fromV || fromV == 0);
        }
    }

    static final int RIDGE = Integer.MAX_VALUE;
    private static final int GRAIN = 50;

    static final List<Ward> SUBDISTRICTS = List.of(
            subdistrict("440308003", "沙头角街道", "Shatoujiao Subdistrict", 0, 2_600),
            subdistrict("440308004", "海山街道", "Haishan Subdistrict", 2_600, 5_250),
            subdistrict("440308002", "盐田街道", "Yantian Subdistrict", 5_250, 9_700),
            subdistrict("440308001", "梅沙街道", "Meisha Subdistrict", 9_700, (int) Shore.LENGTH));

    static final List<Ward> COMMUNITIES = List.of(
            seaside("440308003004", "中英街", "Zhongyingjie", 0, 400, 480),
            seaside("440308003003", "桥东", "Qiaodong", 400, 1_050, 480),
            seaside("440308003006", "沙头角", "Shatoujiao", 1_050, 1_800, 480),
            seaside("440308003005", "东和", "Donghe", 1_800, 2_600, 480),
            hillside("440308003007", "元墩头", "Yuanduntou", 0, 850, 480),
            hillside("440308003009", "田心", "Tianxin", 850, 1_750, 480),
            hillside("440308003008", "凤凰", "Fenghuang", 1_750, 2_600, 480),
            seaside("440308004007", "海涛", "Haitao", 2_600, 3_350, 430),
            seaside("440308004008", "海景", "Haijing", 3_350, 4_100, 430),
            seaside("440308004006", "海月", "Haiyue", 4_100, 5_250, 430),
            hillside("440308004004", "梧桐", "Wutong", 2_600, 3_400, 430),
            hillside("440308004005", "倚山", "Yishan", 3_400, 4_200, 430),
            hillside("440308004003", "鹏湾", "Pengwan", 4_200, 5_250, 430),
            seaside("440308002005", "沿港", "Yangang", 5_250, 7_000, 470),
            seaside("440308002008", "东海", "Donghai", 7_000, 9_700, 470),
            hillside("440308002004", "盐田", "Yantian", 5_250, 6_600, 470),
            hillside("440308002003", "永安", "Yong'an", 6_600, 7_600, 470),
            hillside("440308002009", "明珠", "Mingzhu", 7_600, 8_650, 470),
            hillside("440308002010", "海桐", "Haitong", 8_650, 9_700, 470),
            seaside("440308001006", "大梅沙", "Dameisha", 9_700, 10_750, RIDGE),
            seaside("440308001007", "东海岸", "Donghai'an", 10_750, 11_800, RIDGE),
            seaside("440308001005", "滨海", "Binhai", 11_800, 12_600, RIDGE),
            seaside("440308001002", "小梅沙", "Xiaomeisha", 12_600, (int) Shore.LENGTH, RIDGE));

    private final Shore shore;
    private final Draft draft;
    private final Map<String, Integer> corners = new HashMap<>();

    Wards(Shore shore, Draft draft) {
        this.shore = shore;
        this.draft = draft;
    }

    static Ward communityAt(double s, double v) {
        return COMMUNITIES.stream()
                .filter(ward -> ward.holds(Math.max(0, Math.min(Shore.LENGTH - 1, s)), Math.max(0, v)))
                .findFirst()
                .orElseThrow();
    }

    /** Draws all borders, the coast included; residents by code. */
    void draw(Map<String, Long> residents) {
        boundary(new Ward("440308", "盐田区（示意）", "Yantian (schematic)", 6, 0, (int) Shore.LENGTH, 0, RIDGE), residents);
        SUBDISTRICTS.forEach(ward -> boundary(ward, residents));
        COMMUNITIES.forEach(ward -> boundary(ward, residents));
        List<Integer> coast = new ArrayList<>();
        for (int s = -2_600; s < 0; s += 100) {
            coast.add(draft.node(shore.at(s, 0)));
        }
        coast.addAll(alongTheSea(0, (int) Shore.LENGTH));
        for (int s = (int) Shore.LENGTH + 100; s < Shore.LENGTH + 2_600; s += 100) {
            coast.add(draft.node(shore.at(s, 0)));
        }
        draft.way(coast, "natural", "coastline");
    }

    private void boundary(Ward ward, Map<String, Long> residents) {
        List<Integer> ring = ring(ward);
        ring.add(ring.get(0));
        draft.way(
                ring,
                "boundary",
                "administrative",
                "admin_level",
                String.valueOf(ward.level()),
                "name",
                ward.zh(),
                "name:en",
                ward.en(),
                "ref",
                ward.code(),
                "population",
                String.valueOf(residents.get(ward.code())));
    }

    Polygon polygon(Ward ward) {
        return Draft.polygon(ring(ward).stream().map(draft::metres).toList());
    }

    private List<Integer> ring(Ward ward) {
        List<Integer> ring = new ArrayList<>();
        if (ward.fromV() == 0) {
            ring.addAll(alongTheSea(ward.fromS(), ward.toS()));
        } else {
            for (int s = ward.fromS(); s <= ward.toS(); s += GRAIN) {
                ring.add(corner(s, ward.fromV()));
            }
        }
        int low = ward.fromV();
        for (int v = low - low % 250 + 250; v < Math.min(ward.toV(), shore.ridge(ward.toS())); v += 250) {
            ring.add(corner(ward.toS(), v));
        }
        for (int s = ward.toS(); s >= ward.fromS(); s -= GRAIN) {
            ring.add(ward.toV() == RIDGE ? ridge(s) : corner(s, ward.toV()));
        }
        int high = (int) Math.min(ward.toV(), shore.ridge(ward.fromS()));
        for (int v = (high - 1) - (high - 1) % 250; v > low; v -= 250) {
            ring.add(corner(ward.fromS(), v));
        }
        return ring;
    }

    /** The shore, with the port's platform built into the sea. */
    private List<Integer> alongTheSea(int from, int to) {
        List<Integer> shoreLine = new ArrayList<>();
        for (int s = from; s <= to; s += GRAIN) {
            boolean port = s > Shore.PORT_WEST && s < Shore.PORT_EAST;
            if (s == Shore.PORT_EAST && s != from) {
                shoreLine.add(quay(s));
            }
            shoreLine.add(port ? quay(s) : corner(s, 0));
            if (s == Shore.PORT_WEST && s != to) {
                shoreLine.add(quay(s));
            }
        }
        return shoreLine;
    }

    private int quay(int s) {
        double bite = s > 6_900 && s < 7_300 ? 420 : 0; // a dock between the two terminals
        return corners.computeIfAbsent("quay " + s, first -> draft.node(shore.straight(s, -Shore.PORT_DEPTH + bite)));
    }

    private int ridge(int s) {
        return corners.computeIfAbsent("ridge " + s, first -> draft.node(shore.at(s, shore.ridge(s))));
    }

    private int corner(int s, int v) {
        return corners.computeIfAbsent(s + " " + v, first -> draft.node(shore.at(s, v)));
    }

    /** The platform on which nobody walks. */
    Polygon port() {
        List<Coordinate> ring = new ArrayList<>();
        for (int s = Shore.PORT_WEST; s <= Shore.PORT_EAST; s += GRAIN) {
            ring.add(draft.metres(quay(s)));
        }
        for (int s = Shore.PORT_EAST; s >= Shore.PORT_WEST; s -= GRAIN) {
            ring.add(shore.at(s, 45));
        }
        return Draft.polygon(ring);
    }

    private static Ward subdistrict(String code, String zh, String en, int fromS, int toS) {
        return new Ward(code, zh, en, 8, fromS, toS, 0, RIDGE);
    }

    private static Ward seaside(String code, String zh, String en, int fromS, int toS, int toV) {
        return new Ward(code, zh + "社区", en + " Community", 10, fromS, toS, 0, toV);
    }

    private static Ward hillside(String code, String zh, String en, int fromS, int toS, int fromV) {
        return new Ward(code, zh + "社区", en + " Community", 10, fromS, toS, fromV, RIDGE);
    }
}
