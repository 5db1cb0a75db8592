package org.sanfen.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/** What stands in the open: hydrants along the larger streets, phones by the sea and on the hills, shelters in parks. */
final class Open {

    private static final Set<String> LARGER = Set.of("trunk", "secondary", "tertiary");

    private final Shore shore;
    private final Draft draft;
    private final Random random;
    private final List<Post> posts = new ArrayList<>();

    Open(Shore shore, Draft draft, long seed) {
        this.shore = shore;
        this.draft = draft;
        this.random = new Random(seed);
    }

    List<Post> place() {
        hydrants();
        phones();
        shelters();
        return posts;
    }

    private void hydrants() {
        double walked = 60;
        int number = 0;
        for (Draft.Way way : draft.ways()) {
            if (!LARGER.contains(String.valueOf(way.tags().get("highway")))
                    || way.tags().containsKey("bridge")) {
                continue;
            }
            for (int i = 1; i < way.nodes().size(); i++) {
                Coordinate a = draft.metres(way.nodes().get(i - 1));
                Coordinate b = draft.metres(way.nodes().get(i));
                walked += a.distance(b);
                if (walked > 85) {
                    walked = random.nextInt(7) == 0 ? 72 : random.nextInt(30) - 15;
                    hydrant(++number, a, b);
                }
            }
        }
    }

    private void hydrant(int number, Coordinate a, Coordinate b) {
        double length = Math.max(1, a.distance(b));
        double off = random.nextBoolean() ? 4 : -4;
        Coordinate metres = new Coordinate(
                (a.x + b.x) / 2 - (b.y - a.y) / length * off, (a.y + b.y) / 2 + (b.x - a.x) / length * off);
        post("hydrant/" + number, "fire_hydrant", metres, null).with("visibility", "internal");
    }

    private void phones() {
        double[][] places = {
            {10_300, 55},
            {10_700, 55},
            {11_300, 55},
            {12_700, 55},
            {13_200, 55},
            {1_250, 2_350},
            {3_700, 2_350},
            {7_700, 2_350},
            {10_650, 2_350},
            {12_950, 2_350}
        };
        int number = 0;
        for (double[] place : places) {
            number++;
            boolean sea = place[1] < 100;
            Words.Name name = sea
                    ? new Words.Name("海滨求助电话" + number, "Beach Help Point " + number)
                    : new Words.Name("登山径求助电话" + number, "Hill Path Help Point " + number);
            post("phone/" + number, "emergency_phone", shore.at(place[0], place[1]), name)
                    .with("access", "yes")
                    .with("indoor", false);
        }
    }

    private void shelters() {
        int number = 0;
        for (Draft.Way way : List.copyOf(draft.ways())) {
            boolean park = "park".equals(way.tags().get("leisure"));
            boolean school = "school".equals(way.tags().get("amenity"));
            if ((park || school) && way.tags().containsKey("name") && random.nextInt(2) == 0) {
                number++;
                Map<String, String> tags = way.tags();
                Coordinate metres = draft.metres(way.nodes().get(1));
                post(
                                "shelter/" + number,
                                "emergency_shelter",
                                metres,
                                new Words.Name(tags.get("name") + "应急避难场所", tags.get("name:en") + " Emergency Shelter"))
                        .with("access", park ? "yes" : "permissive");
            }
        }
    }

    private Post post(String id, String kind, Coordinate metres, Words.Name name) {
        Post post = Post.of(id, kind, metres, 0, 0, name);
        posts.add(post);
        return post;
    }
}
