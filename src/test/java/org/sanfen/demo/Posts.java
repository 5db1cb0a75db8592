package org.sanfen.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Where the stations, cabinets and AEDs are: at houses, facing a street; thick in the centres, thin on the slopes. */
final class Posts {

    static final int MICRO_STATIONS = 239;
    static final int FIRE_POINTS = 147;
    private static final int AEDS = 262;
    private static final int EXTINGUISHERS = 610;
    private static final int KITS = 34;

    private final List<Builder.House> houses;
    private final STRtree streets;
    private final Random random;
    private final Hours hours;
    private final List<Post> posts = new ArrayList<>();
    private final Map<Village, Integer> inVillages = new HashMap<>();

    Posts(List<Builder.House> houses, STRtree streets, long seed) {
        this.houses = houses;
        this.streets = streets;
        this.random = new Random(seed);
        this.hours = new Hours(new Random(seed + 1));
    }

    List<Post> place() {
        communityStations();
        keyUnitStations();
        firePoints();
        fireStations();
        aeds();
        extinguishers();
        kits();
        return posts;
    }

    private void communityStations() {
        for (Wards.Ward ward : Wards.COMMUNITIES) {
            List<Builder.House> homes = houses.stream()
                    .filter(house -> house.isHome() && Wards.communityAt(house.s(), house.v()) == ward)
                    .toList();
            double s = homes.stream().mapToDouble(Builder.House::s).average().orElseThrow();
            double v = homes.stream().mapToDouble(Builder.House::v).average().orElseThrow();
            Builder.House house = homes.stream()
                    .filter(home -> !Village.isInOne(home.s(), home.v()))
                    .min(Comparator.comparingDouble(home -> Math.abs(home.s() - s) + Math.abs(home.v() - v)))
                    .orElse(homes.get(0));
            String zh = ward.zh().replace("社区", "");
            station(house, new Words.Name(zh + "社区微型消防站", ward.en() + " Micro Fire Station"), "community", "24/7")
                    .placed("社区工作站一楼临街值班室", "Duty room on the street side, ground floor of the community office");
        }
    }

    private void keyUnitStations() {
        List<Builder.House> chosen = choose(MICRO_STATIONS - 23, 42, house -> keyUnit(house) * crowd(house));
        int number = 0;
        for (Builder.House house : chosen) {
            Words.Name name = house.name() == null ? area(house) : house.name();
            number++;
            String which = house.name() == null ? String.valueOf(number) : "";
            Post post = station(
                    house,
                    name.with(which + "微型消防站", " Micro Fire Station" + (which.isEmpty() ? "" : " " + which)),
                    "key_unit",
                    house.use().equals("school")
                            ? "Mo-Fr 06:30-22:00"
                            : random.nextInt(6) == 0 ? "Mo-Su 07:00-23:00" : "24/7");
            Texts.lobby(post, house.use(), random.nextInt(3));
        }
    }

    private static double keyUnit(Builder.House house) {
        return switch (house.use()) {
            case "hospital" -> 5;
            case "mall", "hotel" -> 3;
            case "office", "works" -> 2;
            case "school" -> 1.5;
            case "village" -> 0.01;
            default -> house.name() == null ? 0.04 : 1.1;
        };
    }

    /** Centres have more of everything than the slopes. */
    private static double crowd(Builder.House house) {
        double slope = house.v() > 900 ? 0.3 : house.v() > 600 ? 0.6 : 1;
        double centre = Math.abs(house.s() - 1_300) < 500
                        || Math.abs(house.s() - 3_500) < 500
                        || Math.abs(house.s() - 7_700) < 600
                ? 2
                : 1;
        return slope * centre;
    }

    private Post station(Builder.House house, Words.Name name, String type, String open) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("station_class", type);
        attributes.put("station_level", type.equals("community") ? 1 + random.nextInt(2) : 2 + random.nextInt(2));
        attributes.put("staff_per_shift", 2 + random.nextInt(5));
        attributes.put("turnout_s", 60);
        return add(house, "micro_fire_station", "micro", name)
                .with("indoor", true)
                .with("level", "0")
                .with("access", "permissive")
                .with("opening_hours", open)
                .with("attributes", attributes);
    }

    private void firePoints() {
        List<Post> stations = new ArrayList<>(posts);
        List<Builder.House> chosen =
                choose(FIRE_POINTS, 95, house -> house.isHome() ? (house.use().equals("village") ? 6 : 1) : 0.15);
        int number = 0;
        for (Builder.House house : chosen) {
            number++;
            Words.Name name = area(house).with("应急消防点" + number, " Fire Point " + number);
            Post post = add(house, "emergency_fire_point", "point", name)
                    .with("indoor", false)
                    .with("access", "yes")
                    .with("locked", false)
                    .with("opening_hours", random.nextInt(9) == 0 ? null : "24/7")
                    .with("how_to_open", Post.both("向外拉开红色箱门即可取用，无需钥匙", "Pull the red door open; no key is needed"));
            Texts.outside(post, random.nextInt(4));
            post.with("equipment", Texts.equipment(random));
            post.with("parent", nearest(stations, post).sourceId());
        }
    }

    private static Post nearest(List<Post> stations, Post post) {
        return stations.stream()
                .min(Comparator.comparingDouble(station -> station.metres().distance(post.metres())))
                .orElseThrow();
    }

    private void fireStations() {
        double[][] wanted = {{1_500, 330}, {4_200, 330}, {7_800, 520}, {11_100, 420}};
        String[][] names = {{"沙头角", "Shatoujiao"}, {"海山", "Haishan"}, {"盐田", "Yantian"}, {"梅沙", "Meisha"}};
        for (int i = 0; i < wanted.length; i++) {
            double[] place = wanted[i];
            Builder.House house = houses.stream()
                    .filter(one -> !one.isHome())
                    .min(Comparator.comparingDouble(one -> Math.abs(one.s() - place[0]) + Math.abs(one.v() - place[1])))
                    .orElseThrow();
            add(
                            house,
                            "fire_station",
                            "brigade",
                            new Words.Name(names[i][0] + "消防救援站（示意）", names[i][1] + " Fire Station (schematic)"))
                    .with("phone", "119");
        }
    }

    private void aeds() {
        for (Builder.House house : choose(AEDS, 25, house -> crowd(house) * Hours.aedsAt(house))) {
            Words.Name name = house.name() == null
                    ? area(house).with("AED", " AED")
                    : house.name().with("AED", " AED");
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("adult_pads", true);
            attributes.put("adult_pads_expire_on", (2027 + random.nextInt(2)) + "-0" + (1 + random.nextInt(9)) + "-01");
            attributes.put("child_pads", random.nextInt(3) == 0);
            attributes.put("battery_expires_on", (2028 + random.nextInt(3)) + "-0" + (1 + random.nextInt(9)) + "-01");
            String open = hours.of(house);
            Post post = add(house, "aed", "aed", name)
                    .with("indoor", true)
                    .with("level", "0")
                    .with("access", house.isHome() ? "permissive" : "yes")
                    .with("opening_hours", open)
                    .with("wheelchair", random.nextInt(3) == 0 ? "yes" : null)
                    .with("attributes", attributes);
            Texts.lobby(post, house.use(), random.nextInt(3));
        }
    }

    private void extinguishers() {
        List<Builder.House> chosen =
                choose(EXTINGUISHERS, 16, house -> house.use().equals("village") ? 0.6 : house.isHome() ? 1 : 2.5);
        for (Builder.House house : chosen) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            boolean powder = random.nextInt(5) > 0;
            attributes.put("agent", powder ? "powder" : "water");
            attributes.put(powder ? "content_kg" : "content_l", powder ? 4 : 3);
            attributes.put(
                    "made_on",
                    (powder ? 2020 + random.nextInt(6) : 2023 + random.nextInt(3)) + "-0" + (1 + random.nextInt(9))
                            + "-15");
            Post post = add(house, "fire_extinguisher", "ext", null)
                    .with("indoor", random.nextInt(4) > 0)
                    .with("access", house.isHome() ? "permissive" : "yes")
                    .with("opening_hours", house.isHome() ? (random.nextInt(8) == 0 ? null : "24/7") : hours.of(house))
                    .with("attributes", attributes);
            Texts.corridor(post, random.nextInt(4));
        }
    }

    private void kits() {
        for (Builder.House house : choose(
                KITS, 120, house -> house.use().equals("mall") || house.use().equals("hotel") ? 1 : 0)) {
            Post post = add(house, "first_aid_kit", "kit", null)
                    .with("access", "yes")
                    .with("indoor", true)
                    .with("opening_hours", hours.of(house));
            Texts.lobby(post, house.use(), random.nextInt(3));
        }
    }

    private Words.Name area(Builder.House house) {
        return Village.ALL.stream()
                .filter(village -> village.holds(house.s(), house.v()))
                .findFirst()
                .map(village -> new Words.Name(village.zh(), village.en()))
                .orElseGet(() -> {
                    Wards.Ward ward = Wards.communityAt(house.s(), house.v());
                    return new Words.Name(ward.zh(), ward.en());
                });
    }

    /** Weighted draws without return, no two nearer than the gap. */
    private List<Builder.House> choose(int count, double gap, ToDoubleFunction<Builder.House> weight) {
        List<Builder.House> left = new ArrayList<>(houses);
        List<Builder.House> chosen = new ArrayList<>();
        Map<Builder.House, Double> keys = new HashMap<>();
        // Efraimidis and Spirakis: order by u^(1/w) draws as if one by one.
        left.removeIf(house -> weight.applyAsDouble(house) <= 0);
        left.forEach(house -> keys.put(house, StrictMath.log(random.nextDouble()) / weight.applyAsDouble(house)));
        left.sort(Comparator.comparingDouble((Builder.House house) -> keys.get(house))
                .reversed());
        Predicate<Builder.House> free =
                house -> chosen.stream().noneMatch(other -> other.middle().distance(house.middle()) < gap);
        boolean counted = count == FIRE_POINTS || count == MICRO_STATIONS - 23;
        for (Builder.House house : left) {
            if (chosen.size() < count && free.test(house) && (!counted || villageHasRoom(house))) {
                chosen.add(house);
            }
        }
        if (chosen.size() < count) {
            throw new IllegalStateException("Only " + chosen.size() + " of " + count + " found a house");
        }
        return chosen;
    }

    private boolean villageHasRoom(Builder.House house) {
        for (Village village : Village.ALL) {
            if (village.holds(house.s(), house.v())) {
                return inVillages.merge(village, 1, Integer::sum) <= village.points();
            }
        }
        return true;
    }

    private Post add(Builder.House house, String kind, String prefix, Words.Name name) {
        long number = posts.stream().filter(post -> post.kind().equals(kind)).count() + 1;
        String id = prefix + "/" + (number < 10 ? "00" : number < 100 ? "0" : "") + number;
        Post post = Post.of(id, kind, front(house), house.s(), house.v(), name);
        posts.add(post);
        return post;
    }

    /** Half a metre before the wall that is nearest to a street. */
    private Coordinate front(Builder.House house) {
        Coordinate[] corners = house.shape().getCoordinates();
        Coordinate best = null;
        double least = Double.MAX_VALUE;
        for (int side = 0; side < 4; side++) {
            Coordinate wall = new Coordinate(
                    (corners[side].x + corners[side + 1].x) / 2, (corners[side].y + corners[side + 1].y) / 2);
            double away = house.middle().distance(wall);
            Coordinate out = new Coordinate(
                    wall.x + (wall.x - house.middle().x) / away * 0.5,
                    wall.y + (wall.y - house.middle().y) / away * 0.5);
            Geometry spot = Draft.SHAPES.createPoint(out);
            var reach = spot.getEnvelopeInternal();
            reach.expandBy(80);
            for (Object street : streets.query(reach)) {
                double distance = ((Geometry) street).distance(spot);
                if (distance < least) {
                    least = distance;
                    best = out;
                }
            }
        }
        return best == null ? house.middle() : best;
    }
}
