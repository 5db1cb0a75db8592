import { describe, expect, test } from "vitest";
import { WalkEngine } from "./engine";
import { greatCircleM } from "./frame";
import { towns } from "./testing";
import type { WalkRoute, WalkStep } from "./types";

// What org.sanfen.street.pack.WalkVectorsTest holds the server's engine to, to the millisecond.

test("the vectors hold what makes walking hard", () => {
  const all = towns.flatMap(({ ms }) => ms.flat());
  expect(all.length).toBeGreaterThan(8000);
  expect(all.filter((ms) => ms < 0).length).toBeGreaterThan(1000);
  for (const { bytes, name } of towns) {
    const { graph, barriers } = new WalkEngine(bytes).pack;
    const has = {
      name,
      steps: graph.steps.some(Boolean),
      tunnels: graph.tunnels.some(Boolean),
      loops: graph.tails.some((tail, edge) => name !== "Monaco" && tail === graph.heads[edge]),
      barriers: barriers.starts.length > 0,
    };
    expect(has).toEqual({ name, steps: true, tunnels: true, loops: name !== "Monaco", barriers: true });
  }
});

describe.each(towns)("$name", ({ bytes, spots, legs_mm, ms }) => {
  const engine = new WalkEngine(bytes);
  const targets = Float64Array.from(spots.flat());
  const at = (spot: number) => ({ lon: spots[spot][0], lat: spots[spot][1] });
  const linked = spots.map((_, spot) => spot).filter((spot) => legs_mm[spot] >= 0);

  test("links the spots that the server links", () => {
    expect(spots.map((_, spot) => engine.unlinked(at(spot)))).toEqual(legs_mm.map((mm) => mm < 0));
  });

  test("takes the server's time from every spot to every other", () => {
    for (const from of linked) {
      const times = new Array(spots.length).fill(-1);
      for (const reached of engine.nearest(at(from), targets, spots.length)) {
        times[reached.target] = reached.ms;
      }
      expect(times, `from ${spots[from]}`).toEqual(ms[from]);
    }
  });

  test("finds the nearest few as it finds all", () => {
    for (const from of linked) {
      const all = engine.nearest(at(from), targets, spots.length);
      expect(all.map((reached) => reached.ms)).toEqual(
        all.map((reached) => reached.ms).sort((a, b) => a - b),
      );
      expect(engine.nearest(at(from), targets, 3)).toEqual(all.slice(0, 3));
    }
  });

  test("goes the way that it timed, as far as it says", () => {
    for (const from of linked) {
      for (const reached of engine.nearest(at(from), targets, spots.length)) {
        if ((from + reached.target) % 5 > 0) continue;
        const { line, steps, ...route } = engine.route(at(from), at(reached.target)) as WalkRoute;
        expect({ target: reached.target, ...route }).toEqual(reached);
        // The sphere that the test measures with is off by up to 0.6 %.
        expect(Math.abs(drawnMetres(line) - route.metres)).toBeLessThan(0.1 + route.metres * 0.007);
        expect(greatCircleM(...line[0], ...spots[from])).toBeLessThan(0.02);
        expect(greatCircleM(...line[line.length - 1], ...spots[reached.target])).toBeLessThan(0.02);
        expect(sum(steps, "ms")).toBe(route.ms);
        expect(sum(steps, "metres")).toBeCloseTo(route.metres, 6);
        expect([steps[0].turn, steps[steps.length - 1].turn]).toEqual(["start", "arrive"]);
      }
    }
  }, 60_000);
});

function drawnMetres(line: [number, number][]): number {
  let metres = 0;
  for (let i = 1; i < line.length; i++) metres += greatCircleM(...line[i - 1], ...line[i]);
  return metres;
}

function sum(steps: WalkStep[], what: "ms" | "metres"): number {
  return steps.reduce((total, step) => total + step[what], 0);
}
