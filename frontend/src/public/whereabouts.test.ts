import { expect, test } from "vitest";
import type { Entry, Point } from "./directory";
import type { Ranked } from "./nearest";
import { whereabouts } from "./whereabouts";

const HERE = { lon: 7.42, lat: 43.734 };
/** So many metres north of here. */
const north = (metres: number) => ({ lon: HERE.lon, lat: HERE.lat + metres / 111_195 });
const entry = (name: string, metres: number): Entry => ({ name, ...north(metres) });
const ranked = (metres: number, more: Partial<Point>): Ranked => ({
  point: { id: "p", kind: "aed", status: "active", ...north(metres), ...more },
  state: "open",
  hours: { state: "open" },
  usable: true,
});

test("the nearest address is read out", () => {
  const index = { streets: [entry("Rue Haute", 5)], addresses: [entry("Rue 14", 50), entry("Rue 12", 20)] };
  expect(whereabouts(HERE, index, [], "Rue Basse")).toEqual({ near: "Rue 12" });
});

test("an address a street away would mislead", () => {
  const index = { streets: [], addresses: [entry("Rue 99", 90)] };
  expect(whereabouts(HERE, index, [], "Rue Basse")).toEqual({ near: "Rue Basse" });
});

test("the address of a point near by comes before the bare street", () => {
  expect(whereabouts(HERE, null, [ranked(30, { address: "1 Place de la Mairie" })], "Rue Basse")).toEqual({
    near: "1 Place de la Mairie",
  });
});

test("without the walk, the street that a point stands near will do, else a street whose middle is near", () => {
  expect(whereabouts(HERE, null, [ranked(30, { near: "Rue du Port" })], undefined)).toEqual({
    near: "Rue du Port",
  });
  expect(whereabouts(HERE, { streets: [entry("Rue Haute", 100)], addresses: [] }, [], undefined)).toEqual({
    near: "Rue Haute",
  });
});

test("where nothing is known, latitude and longitude are", () => {
  expect(whereabouts(HERE, null, [], undefined)).toEqual({ degrees: "43.7340, 7.4200" });
});
