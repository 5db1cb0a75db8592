import { expect, test } from "vitest";
import {
  addedCorner,
  addedHole,
  contains,
  geometryOf,
  movedCorner,
  type Outline,
  outlineOf,
  type Ring,
  removedCorner,
  snapped,
} from "./outline";

const SQUARE: Ring = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];
const HOLE: Ring = [
  [2, 2],
  [2, 4],
  [4, 4],
];
const FAR: Ring = [
  [20, 0],
  [22, 0],
  [22, 2],
];
const TWO_PARTS: Outline = [[SQUARE, HOLE], [FAR]];

test("holes and parts come through a round trip and a moved corner", () => {
  expect(outlineOf(geometryOf(TWO_PARTS))).toEqual(TWO_PARTS);
  const moved = movedCorner(TWO_PARTS, { polygon: 0, ring: 1, corner: 0 }, [3, 2]);
  expect(moved[0]?.[1]?.[0]).toEqual([3, 2]);
  expect(moved[0]?.[0]).toEqual(SQUARE);
  expect(moved[1]).toEqual([FAR]);
});

test("a corner is added on the side that begins at it, the last one too", () => {
  const added = addedCorner(TWO_PARTS, { polygon: 0, ring: 0, corner: 3 }, [0, 5]);
  expect(added[0]?.[0]?.at(-1)).toEqual([0, 5]);
});

test("a ring that would enclose nothing goes, and with the outer ring its part", () => {
  expect(removedCorner(TWO_PARTS, { polygon: 0, ring: 0, corner: 1 })[0]?.[0]).toHaveLength(3);
  expect(removedCorner(TWO_PARTS, { polygon: 0, ring: 1, corner: 1 })[0]).toEqual([SQUARE]);
  expect(removedCorner(TWO_PARTS, { polygon: 1, ring: 0, corner: 1 })).toEqual([[SQUARE, HOLE]]);
});

test("a hole is cut out of the part it lies in, and nowhere else", () => {
  expect(addedHole([[FAR], [SQUARE]], HOLE)).toEqual([[FAR], [SQUARE, HOLE]]);
  expect(addedHole([[FAR]], HOLE)).toBeNull();
  expect(contains(SQUARE, [5, 5])).toBe(true);
  expect(contains(SQUARE, [11, 5])).toBe(false);
});

test("a neighbour's corner is taken over number by number, before its side", () => {
  const pixels = ([lon, lat]: [number, number]) => ({ x: lon * 10, y: lat * 10 });
  const odd: Ring = SQUARE.map(([x, y]) => [x + 1e-13, y]);
  expect(snapped([10.3, 0.4], [odd], pixels, 10)).toBe(odd[1]);
  expect(snapped([10.3, 5], [SQUARE], pixels, 10)).toEqual([10, 5]);
  expect(snapped([12, 5], [SQUARE], pixels, 10)).toEqual([12, 5]);
});
