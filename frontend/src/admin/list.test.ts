import { beforeAll, expect, test } from "vitest";
import type { PointFeature } from "./model";

let rowOf: typeof import("./list").rowOf;
let rowsToShow: typeof import("./list").rowsToShow;

beforeAll(async () => {
  Object.assign(globalThis, { document: { documentElement: { lang: "en" } } });
  ({ rowOf, rowsToShow } = await import("./list"));
});

function point(id: string, name: string | null, status = "active", kind = "aed"): PointFeature {
  return {
    type: "Feature",
    id,
    geometry: { type: "Point", coordinates: [7.4, 43.7] },
    properties: { id, kind, name, status, visibility: "public", revision: 1, changed_at: "2026-01-01" },
  } as PointFeature;
}

const ALL = { text: "", kind: "", status: "" };

function names(points: PointFeature[], filter = ALL, descending = false): string[] {
  const rows = points.map((one) => rowOf(one, new Map()));
  return rowsToShow(rows, filter, "name", descending).map((row) => row.name);
}

test("numbers in names sort as numbers, and nameless points come last both ways", () => {
  const points = [point("c", "Station 10"), point("a", null), point("b", "Station 9")];
  expect(names(points)).toEqual(["Station 9", "Station 10", ""]);
  expect(names(points, ALL, true)).toEqual(["Station 10", "Station 9", ""]);
});

test("every word must be found, in whatever order", () => {
  const points = [point("a", "Gare SNCF"), point("b", "Gare routière")];
  expect(names(points, { ...ALL, text: "sncf gare" })).toEqual(["Gare SNCF"]);
});

test("removed points hide until they are asked for", () => {
  const points = [point("a", "Here"), point("b", "Gone", "removed")];
  expect(names(points, { ...ALL, status: "kept" })).toEqual(["Here"]);
  expect(names(points, { ...ALL, status: "removed" })).toEqual(["Gone"]);
});
