package org.sanfen.coverage.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random town: bent streets between random junctions, some steps, private, tunnels; houses; points near streets. */
final class RandomTown {

    final Scene scene = new Scene();
    final List<double[]> points = new ArrayList<>();
    final Rule rule;
    final double speed;
    final double oracleLimit;
    final boolean privateWays;

    RandomTown(long seed) {
        Random random = new Random(seed);
        int junctions = 4 + random.nextInt(12);
        double[][] at = new double[junctions][];
        for (int j = 0; j < junctions; j++) {
            at[j] = new double[] {random.nextDouble() * 400, random.nextDouble() * 400};
            scene.junction("j" + j, at[j][0], at[j][1]);
        }
        int streets = junctions + random.nextInt(junctions);
        for (int s = 0; s < streets; s++) {
            double[] bend = random.nextBoolean() || s < 3
                    ? new double[] {random.nextDouble() * 400, random.nextDouble() * 400}
                    : new double[0];
            String from = "j" + random.nextInt(junctions);
            String to = "j" + random.nextInt(junctions);
            if (from.equals(to)) {
                bend = new double[] {random.nextDouble() * 400, random.nextDouble() * 400, random.nextDouble() * 400, 10
                };
            }
            boolean steps = random.nextInt(6) == 0;
            boolean gated = random.nextInt(6) == 0;
            scene.street("s" + s, from, to, steps, gated, random.nextInt(10) == 0, bend);
        }
        for (int h = 0; h < 30; h++) {
            scene.house(random.nextDouble() * 400, random.nextDouble() * 400, 50 + random.nextInt(1000));
        }
        for (int p = 1 + random.nextInt(6); p >= 0; p--) {
            double[] point = {random.nextDouble() * 400, random.nextDouble() * 400};
            points.add(point);
            scene.point(point[0], point[1]);
        }
        scene.area("town", null, -500, -500, 900, 900).area("town.west", null, -500, -500, 200, 900);
        scene.area("town.east", null, 200, -500, 900, 900);
        privateWays = random.nextBoolean();
        double limit = 20 + random.nextInt(150);
        if (random.nextBoolean()) {
            speed = 0;
            oracleLimit = limit;
            rule = Rule.route(limit, privateWays);
        } else {
            speed = 1 + random.nextInt(3) * 0.5;
            boolean fetch = random.nextBoolean();
            oracleLimit = fetch ? limit / 2 : limit;
            rule = Rule.time(limit + 60, 60, speed, fetch, privateWays);
        }
    }
}
