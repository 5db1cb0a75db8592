import { describe, expect, test } from "vitest";
import { WalkEngine } from "./engine";
import { KeyHeap } from "./heap";
import { towns } from "./testing";

const [town] = towns;
const engine = new WalkEngine(town.bytes);
const targets = Float64Array.from(town.spots.flat());
const here = town.legs_mm.findIndex((mm) => mm >= 0);
const from = { lon: town.spots[here][0], lat: town.spots[here][1] };
const nowhere = { lon: from.lon + 1, lat: from.lat };

describe("where there is nothing to walk", () => {
  test("an unlinked visitor has no times and no way", () => {
    expect(engine.unlinked(nowhere)).toBe(true);
    expect(engine.nearest(nowhere, targets, 5)).toEqual([]);
    expect(engine.route(nowhere, from)).toBeNull();
    expect(engine.route(from, nowhere)).toBeNull();
  });

  test("what is no position is nowhere", () => {
    const odd = Float64Array.of(Number.NaN, 22.5, ...targets, 0, Number.POSITIVE_INFINITY);
    const reached = engine
      .nearest(from, odd, 3)
      .map(({ target, ...rest }) => ({ target: target - 1, ...rest }));
    expect(reached).toEqual(engine.nearest(from, targets, 3));
    expect(engine.unlinked({ lon: Number.NaN, lat: Number.NaN })).toBe(true);
  });

  test("no targets, or none wanted", () => {
    expect(engine.nearest(from, new Float64Array(), 5)).toEqual([]);
    expect(engine.nearest(from, targets, 0)).toEqual([]);
  });
});

test("who stands at the target arrives at once", () => {
  const route = engine.route(from, from);
  expect(route?.metres).toBeCloseTo((2 * town.legs_mm[here]) / 1000, 6);
  expect(route?.steps.map(({ turn }) => turn)).toEqual(["start", "arrive"]);
});

test("one question leaves nothing behind for the next", () => {
  const before = engine.nearest(from, targets, 40);
  engine.warmUp();
  for (let spot = 0; spot < town.spots.length; spot++) {
    engine.nearest({ lon: town.spots[spot][0], lat: town.spots[spot][1] }, targets, 1 + (spot % 4));
  }
  expect(engine.nearest(from, targets, 40)).toEqual(before);
});

test("ten thousand targets in one building are answered in the order given", () => {
  const pile = Float64Array.from({ length: 20_000 }, (_, i) => (i % 2 ? from.lat : from.lon));
  expect(engine.nearest(from, pile, 5).map(({ target }) => target)).toEqual([0, 1, 2, 3, 4]);
});

describe("across the 180th meridian", () => {
  const island = towns.find(({ name }) => name.includes("180th")) as (typeof towns)[0];
  const ground = new WalkEngine(island.bytes);
  const all = Float64Array.from(island.spots.flat());
  const west = island.spots.findIndex(([lon], spot) => lon > 0 && island.legs_mm[spot] >= 0);
  const [lon, lat] = island.spots[west];
  const east = ground.nearest({ lon, lat }, all, 99).find(({ target }) => island.spots[target][0] < 0);

  test("the way does not go round the world", () => {
    const to = island.spots[east?.target ?? -1];
    const line = ground.route({ lon, lat }, { lon: to[0], lat: to[1] })?.line ?? [];
    expect(line.length).toBeGreaterThan(2);
    for (const [there] of line) expect(Math.abs(there - lon)).toBeLessThan(0.1);
    expect(line[line.length - 1][0]).toBeCloseTo(to[0] + 360, 6);
  });

  test("a position is the same however often one went round", () => {
    const round = ground.nearest({ lon: lon - 360, lat }, all, 99);
    expect(round).toEqual(ground.nearest({ lon, lat }, all, 99));
  });
});

test("the queue gives the least key first, and of equal keys the least number", () => {
  const heap = new KeyHeap();
  const given: [number, number][] = [];
  let seed = 5;
  for (let i = 0; i < 3000; i++) {
    seed = (seed * 16807) % 2147483647;
    given.push([seed % 3 === 0 ? 2 ** 31 - 2 - (seed % 7) : seed % 50, seed % 4_000_000]);
  }
  for (const [key, number] of given) heap.push(key, number);
  given.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const taken = given.map(() => [heap.leastKey, heap.pop()]);
  expect(taken).toEqual(given);
  expect(heap.isEmpty).toBe(true);
});
