import { expect, test } from "vitest";
import { nearLon, viewBounds } from "./meridian";

test("what lies a little beyond the 180th meridian is near", () => {
  expect(nearLon(-179.9, 179.9)).toBeCloseTo(180.1);
  expect(nearLon(179.9, -179.9)).toBeCloseTo(-180.1);
  expect(nearLon(7.42, 7.5)).toBe(7.42);
});

test("an ordinary place is looked at as it is", () => {
  expect(viewBounds([7.409, 43.7, 7.44, 43.8], [{ lon: 7.42 }])).toEqual([7.409, 43.7, 7.44, 43.8]);
});

test("a place on both sides of the 180th meridian is looked at whole, and not the world", () => {
  const points = [{ lon: 179.95 }, { lon: -179.9 }];
  expect(viewBounds([-179.9, -17, 179.95, -16], points).map((one) => Math.round(one * 100) / 100)).toEqual([
    179.95, -17, 180.1, -16,
  ]);
  expect(viewBounds([179.9, -17, -179.9, -16])[2]).toBeCloseTo(180.1);
});

test("a place as wide as the world stays that wide", () => {
  const world: [number, number, number, number] = [-170, -50, 170, 60];
  expect(viewBounds(world, [{ lon: -100 }, { lon: 10 }, { lon: 120 }])).toEqual(world);
  expect(viewBounds(world)).toEqual(world);
});
