import { expect, test } from "vitest";
import type { PlaceInfo } from "../map";
import { isFarAway, isVague, metresOutside } from "./position";

const place = (bounds: PlaceInfo["bounds"]): PlaceInfo => ({
  id: "p",
  name: "P",
  zone: "UTC",
  versions: {},
  bounds,
});
const MONACO = place([7.409, 43.7247, 7.4399, 43.7519]);

test("inside a place nobody is outside of it", () => {
  expect(metresOutside({ lon: 7.42, lat: 43.73 }, MONACO)).toBe(0);
  expect(metresOutside({ lon: 0, lat: 0 }, place(null))).toBe(0);
});

test("a kilometre beyond the border is near, thirty are far", () => {
  expect(isFarAway({ lon: 7.42, lat: 43.7609 }, MONACO)).toBe(false);
  expect(isFarAway({ lon: 7.42, lat: 44.02 }, MONACO)).toBe(true);
  expect(metresOutside({ lon: 7.42, lat: 44.02 }, MONACO) / 1000).toBeCloseTo(29.8, 0);
});

test("a place across the 180th meridian has an inside", () => {
  const fiji = place([179.9, -17, -179.9, -16]);
  expect(metresOutside({ lon: -179.95, lat: -16.5 }, fiji)).toBe(0);
  expect(isFarAway({ lon: -179, lat: -16.5 }, fiji)).toBe(true);
  expect(isFarAway({ lon: 179, lat: -16.5 }, fiji)).toBe(true);
});

test("only a doubt as large as the walk is a doubt", () => {
  const origin = { lon: 0, lat: 0, from: "device" } as const;
  expect(isVague({ ...origin, accuracyM: 65 })).toBe(false);
  expect(isVague({ ...origin, accuracyM: 2000 })).toBe(true);
});
