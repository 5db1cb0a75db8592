package org.sanfen.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** What people look at and can't walk on: rivers, the railway, the port, woods, reservoirs, beaches; and the promenade. */
final class Landscape {

    private final Shore shore;
    private final Draft draft;
    private final Builder builder;

    Landscape(Shore shore, Draft draft, Builder builder) {
        this.shore = shore;
        this.draft = draft;
        this.builder = builder;
    }

    void draw(Wards wards, TreeMap<Double, Integer> bottom) {
        woods();
        river(1_760, 10, "沙头角河", "Shatoujiao River");
        river(9_210, 15, "盐田河", "Yantian River");
        river(10_950, 7, "大梅沙河", "Dameisha River");
        reservoir(3_950, 2_950, 300, 170, "岭上水库", "Lingshang Reservoir");
        reservoir(8_350, 3_400, 380, 190, "云溪水库", "Yunxi Reservoir");
        reservoir(11_250, 3_300, 240, 150, "叶屋水库", "Yewu Reservoir");
        railway();
        port(wards.port());
        beach(9_980, 11_560, "大梅沙海滩", "Dameisha Beach");
        beach(12_420, 13_480, "小梅沙海滩", "Xiaomeisha Beach");
        promenade(bottom);
        places(wards);
    }

    private void woods() {
        List<Coordinate> ring = new ArrayList<>();
        for (int s = 0; s <= Shore.LENGTH; s += 100) {
            ring.add(shore.at(s, Math.max(420, shore.foot(s)) + 115 + 30 * StrictMath.sin(s / 83.0)));
        }
        for (int s = (int) Shore.LENGTH; s >= 0; s -= 100) {
            ring.add(shore.at(s, shore.ridge(s) + 40));
        }
        draft.ring(ring, "natural", "wood", "name", "梧桐山林地", "name:en", "Wutong Hills");
    }

    private void river(double s, double half, String zh, String en) {
        double spring = shore.foot(s) + 500;
        List<Coordinate> ring = new ArrayList<>();
        for (double v = -12; v <= spring; v += 60) {
            ring.add(shore.at(s + half * narrowing(v, spring) + wave(v), v));
        }
        for (double v = -12 + 60 * Math.floor((spring + 12) / 60); v >= -12; v -= 60) {
            ring.add(shore.at(s - half * narrowing(v, spring) + wave(v), v));
        }
        draft.ring(ring, "natural", "water", "water", "river", "name", zh, "name:en", en);
        builder.forbid(Draft.polygon(ring));
        List<Integer> stream = new ArrayList<>();
        for (double v = spring - 60; v < spring + 900; v += 80) {
            stream.add(draft.node(shore.at(s + wave(v) + 60 * StrictMath.sin((v - spring) / 300), v)));
        }
        draft.way(stream, "waterway", "stream", "name", zh, "name:en", en);
        Lattice.Strip strip = Lattice.strip(s - 1, s + 1);
        List<Coordinate> bank = new ArrayList<>();
        double most = strip.half() - 7;
        for (double v = 155; v < shore.foot(s); v += 80) {
            bank.add(shore.at(s + most, v));
        }
        for (int i = bank.size() - 1; i >= 0; i--) {
            bank.add(shore.at(s - most, 155 + 80 * i));
        }
        draft.ring(bank, "landuse", "grass");
    }

    private static double narrowing(double v, double spring) {
        return 1.15 - 0.8 * Math.max(0, v) / spring;
    }

    private static double wave(double v) {
        return 4 * StrictMath.sin(v / 70);
    }

    private void reservoir(double s, double v, double length, double width, String zh, String en) {
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            double angle = 2 * Math.PI * i / 24;
            double reach = 1 + 0.28 * StrictMath.sin(3 * angle + s) + 0.12 * StrictMath.sin(7 * angle);
            ring.add(shore.at(
                    s + length / 2 * reach * StrictMath.cos(angle), v + width / 2 * reach * StrictMath.sin(angle)));
        }
        draft.ring(ring, "natural", "water", "water", "reservoir", "name", zh, "name:en", en);
    }

    /** Out of the hills through a tunnel, down its cutting, round the bend and along the port's fence. */
    private void railway() {
        double portal = shore.foot(6_060) + 60;
        for (double track : new double[] {-2.5, 2.5}) {
            List<Integer> tunnel = new ArrayList<>();
            for (double v = shore.ridge(6_060) + 300; v > portal; v -= 200) {
                tunnel.add(draft.node(shore.at(6_060 + track, v)));
            }
            int mouth = draft.node(shore.at(6_060 + track, portal));
            tunnel.add(mouth);
            draft.way(tunnel, "railway", "rail", "tunnel", "yes", "name", "平盐铁路（示意）", "name:en", "Port Railway");
            List<Integer> open = new ArrayList<>(List.of(mouth));
            for (double v = portal - 60; v > 150; v -= 60) {
                open.add(draft.node(shore.at(6_060 + track, v)));
            }
            for (int i = 1; i <= 6; i++) {
                double angle = Math.PI / 2 * i / 6;
                open.add(draft.node(shore.at(
                        6_060 + 50 - (50 - track) * StrictMath.cos(angle),
                        96 + track + 50 - 50 * StrictMath.sin(angle))));
            }
            for (double s = 6_160; s <= 8_780; s += 60) {
                open.add(draft.node(shore.at(s, 96 + track)));
            }
            draft.way(open, "railway", "rail", "name", "平盐铁路（示意）", "name:en", "Port Railway");
        }
        for (double side : new double[] {-14, 14}) {
            List<Integer> wall = new ArrayList<>();
            for (double v = portal + 20; v > 180; v -= 60) {
                wall.add(draft.node(shore.at(6_060 + side, v)));
            }
            draft.way(wall, "barrier", "wall");
        }
        List<Integer> fence = new ArrayList<>();
        for (double s = 6_130; s <= 8_860; s += 60) {
            fence.add(draft.node(shore.at(s, 112)));
        }
        draft.way(fence, "barrier", "wall");
        List<Coordinate> cutting = List.of(
                shore.at(6_043, 90), shore.at(6_077, 90), shore.at(6_077, portal + 30), shore.at(6_043, portal + 30));
        builder.forbid(Draft.polygon(cutting));
    }

    private void port(Polygon port) {
        List<Coordinate> ring = new ArrayList<>(List.of(port.getCoordinates()));
        ring.remove(ring.size() - 1);
        draft.ring(ring, "landuse", "port", "name", "盐田港（示意）", "name:en", "Container Port");
        builder.forbid(port);
        List<Integer> wall = new ArrayList<>();
        for (int s = Shore.PORT_WEST; s <= Shore.PORT_EAST; s += 50) {
            wall.add(draft.node(shore.at(s, 52)));
        }
        draft.way(wall, "barrier", "wall");
        for (int terminal = 0; terminal < 2; terminal++) {
            double west = terminal == 0 ? 5_680 : 7_360;
            double east = terminal == 0 ? 6_840 : 8_820;
            for (double t = -800; t < -150; t += 130) {
                draft.way(
                        List.of(
                                draft.node(shore.straight(west, t)),
                                draft.node(shore.straight((west + east) / 2, t)),
                                draft.node(shore.straight(east, t))),
                        "highway",
                        "service",
                        "access",
                        "no");
                for (double s = west + 30; s < east - 150; s += 190) {
                    yard(s, t);
                }
            }
            for (double s : new double[] {west, (west + east) / 2, east}) {
                List<Integer> lane = new ArrayList<>();
                for (double t = -800; t <= -150; t += 130) {
                    lane.add(draft.node(shore.straight(s, t)));
                }
                draft.way(lane, "highway", "service", "access", "no");
            }
        }
    }

    /** A stack of containers. */
    private void yard(double s, double t) {
        draft.ring(
                List.of(
                        shore.straight(s, t + 22),
                        shore.straight(s + 150, t + 22),
                        shore.straight(s + 150, t + 108),
                        shore.straight(s, t + 108)),
                "landuse",
                "depot");
    }

    private void beach(int from, int to, String zh, String en) {
        List<Coordinate> ring = new ArrayList<>();
        for (int s = from; s <= to; s += 40) {
            ring.add(shore.at(s, 1));
        }
        for (int s = to; s >= from; s -= 40) {
            double share = (double) (s - from) / (to - from);
            ring.add(shore.at(s, 8 + 44 * StrictMath.sin(Math.PI * share)));
        }
        draft.ring(ring, "natural", "beach", "name", zh, "name:en", en);
    }

    private void promenade(TreeMap<Double, Integer> bottom) {
        Integer last = null;
        double lastS = 0;
        for (var junction : bottom.entrySet()) {
            double s = junction.getKey();
            if (s > Shore.PORT_WEST - 120 && s < Shore.PORT_EAST + 120) {
                last = null;
                continue;
            }
            int node = draft.node(shore.at(s, 62));
            draft.way(List.of(junction.getValue(), node), "highway", "footway");
            if (last != null) {
                String bridge = Lattice.strip(lastS, s) == null ? null : "yes";
                List<Integer> nodes = new ArrayList<>(List.of(last));
                for (double share : new double[] {0.25, 0.5, 0.75}) {
                    nodes.add(draft.node(shore.at(lastS + (s - lastS) * share, 62)));
                }
                nodes.add(node);
                draft.way(
                        nodes,
                        "highway",
                        "pedestrian",
                        "name",
                        "海滨栈道",
                        "name:en",
                        "Seaside Boardwalk",
                        "bridge",
                        bridge);
            }
            last = node;
            lastS = s;
        }
    }

    private void places(Wards wards) {
        for (Wards.Ward ward : Wards.SUBDISTRICTS) {
            double s = (ward.fromS() + ward.toS()) / 2.0;
            place(
                    shore.at(s, Math.min(1_900, shore.foot(s) + 420)),
                    "suburb",
                    ward.zh().replace("街道", ""),
                    ward.en().replace(" Subdistrict", ""));
        }
        for (Wards.Ward ward : Wards.COMMUNITIES) {
            double s = (ward.fromS() + ward.toS()) / 2.0;
            double v = ward.fromV() == 0 ? ward.toV() == Wards.RIDGE ? 380 : 225 : (ward.fromV() + shore.foot(s)) / 2;
            place(
                    shore.at(s, v),
                    "neighbourhood",
                    ward.zh().replace("社区", ""),
                    ward.en().replace(" Community", ""));
        }
        for (Village village : Village.ALL) {
            place(
                    shore.at((village.fromS() + village.toS()) / 2, (village.fromV() + village.toV()) / 2),
                    "village",
                    village.zh(),
                    village.en().replace(" Village", ""));
        }
    }

    private void place(Coordinate metres, String kind, String zh, String en) {
        draft.node(metres, "place", kind, "name", zh, "name:en", en);
    }
}
