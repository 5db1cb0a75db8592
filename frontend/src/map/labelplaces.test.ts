import { expect, test } from "vitest";
import { alongLine, Occupied } from "./labelplaces";

test("a label stands in the middle of a straight street and reads from left to right", () => {
  const westward = Int32Array.from([1000, 100, 0, 100]);
  expect(alongLine(westward, 1, 0, 0, 200, 5000)).toEqual([{ x: 500, y: 100, angle: 0 }]);
});

test("a long street bears its name again and again", () => {
  expect(alongLine(Int32Array.from([0, 0, 2000, 0]), 1, 0, 0, 100, 320)).toHaveLength(5);
});

test("a street too short or too bent for its name goes without", () => {
  expect(alongLine(Int32Array.from([0, 0, 50, 0]), 1, 0, 0, 100, 320)).toEqual([]);
  expect(alongLine(Int32Array.from([0, 0, 60, 0, 60, 60]), 1, 0, 0, 100, 320)).toEqual([]);
});

test("two labels don't lie over each other", () => {
  const occupied = new Occupied(400, 400);
  expect(occupied.take(100, 100, 80, 12, 0)).toBe(true);
  expect(occupied.take(120, 104, 80, 12, 0)).toBe(false);
  expect(occupied.take(100, 200, 80, 12, Math.PI / 2)).toBe(true);
  expect(occupied.take(-500, 0, 80, 12, 0)).toBe(false);
});
