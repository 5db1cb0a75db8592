import { beforeAll, expect, test } from "vitest";
import type { Kind, PointFeature } from "../model";

let filters: typeof import("./filter");
let lists: typeof import("./pointlist");

const AED: Kind = {
  id: "aed",
  names: { en: "AED" },
  group: "rescue",
  fields: [
    { id: "brand", type: "text", names: { en: "Brand" } },
    { id: "battery_expires_on", type: "date", names: { en: "Battery" } },
  ],
};
const KINDS = new Map([["aed", AED]]);

beforeAll(async () => {
  Object.assign(globalThis, { document: { documentElement: { lang: "en" } } });
  filters = await import("./filter");
  lists = await import("./pointlist");
});

function point(
  id: string,
  properties: Record<string, unknown> = {},
  at: [number, number] = [7.41234, 43.71234],
): PointFeature {
  return {
    type: "Feature",
    id,
    geometry: { type: "Point", coordinates: at },
    properties: {
      id,
      kind: "aed",
      status: "active",
      visibility: "public",
      revision: 1,
      changed_at: "2026-01-01",
      ...properties,
    },
  } as PointFeature;
}

function listOf(points: PointFeature[]): InstanceType<typeof lists.PointList> {
  const list = new lists.PointList({ id: "town", zone: "Europe/Monaco", country: "MC" } as never, KINDS);
  list.setPoints(points);
  return list;
}

function shown(points: PointFeature[], part: object): string[] {
  return listOf(points)
    .show({ ...filters.NO_FILTER, ...part })
    .map((row) => row.id);
}

test("numbers in names sort as numbers, and nameless points come last both ways", () => {
  const list = listOf([point("c", { name: "Station 10" }), point("a"), point("b", { name: "Station 9" })]);
  const ids = () => list.rows.map((row) => row.id);
  expect(ids()).toEqual(["b", "c", "a"]);
  list.sort("name", true);
  expect(ids()).toEqual(["c", "b", "a"]);
});

test("any field is a column to sort by, numbers as numbers and days in time", () => {
  const list = listOf([
    point("a", { accuracy_m: 9, next_check_due: "2026-12-01" }),
    point("b", { accuracy_m: 30, next_check_due: "2026-02-01" }),
  ]);
  list.sort("accuracy_m", true);
  expect(list.rows.map((row) => row.id)).toEqual(["b", "a"]);
  list.sort("next_check_due", false);
  expect(list.rows.map((row) => row.id)).toEqual(["b", "a"]);
});

test("a changed point takes its new place in the order, and no other moves", () => {
  const list = listOf([
    point("a", { name: "Alpha" }),
    point("b", { name: "Beta" }),
    point("c", { name: "Gamma" }),
  ]);
  list.put([point("a", { name: "Zeta", revision: 2 }), point("d", { name: "Beta 2" })]);
  expect(list.rows.map((row) => row.name)).toEqual(["Beta", "Beta 2", "Gamma", "Zeta"]);
});

test("every word must be found, in whatever order", () => {
  const points = [point("a", { name: "Gare SNCF" }), point("b", { name: "Gare routière" })];
  expect(shown(points, { text: "sncf gare" })).toEqual(["a"]);
});

test("removed points hide until they are asked for", () => {
  const points = [point("a"), point("b", { status: "removed" })];
  expect(shown(points, {})).toEqual(["a"]);
  expect(shown(points, { status: "removed" })).toEqual(["b"]);
  expect(shown(points, { status: "" })).toEqual(["a", "b"]);
});

test("conditions ask any field of the form and of the kind", () => {
  const points = [
    point("a", { attributes: { brand: "Acme" }, accuracy_m: 5, locked: true }),
    point("b", { attributes: { brand: "Bolt" }, accuracy_m: 50 }),
    point("c"),
  ];
  const by = (field: string, test: string, value = "") =>
    shown(points, { conditions: [{ field, test, value }] });
  expect(by("attributes.brand", "has", "ac")).toEqual(["a"]);
  expect(by("attributes.brand", "empty")).toEqual(["c"]);
  expect(by("accuracy_m", "at_least", "9")).toEqual(["b"]);
  expect(by("locked", "is", "true")).toEqual(["a"]);
  expect(by("accuracy_m", "at_most", ""), "a condition without its value asks nothing").toEqual([
    "a",
    "b",
    "c",
  ]);
});

test("due dates are asked by today of the place, expiry by whatever runs out first", () => {
  const day = (days: number) => filters.daysAfter(new Date().toISOString().slice(0, 10), days);
  const points = [
    point("a", { next_check_due: day(-3) }),
    point("b", { next_check_due: day(10), equipment: [{ item: "Pads", expires_on: day(20) }] }),
    point("c", {
      attributes: { battery_expires_on: day(-5) },
      equipment: [{ item: "Pads", expires_on: day(60) }],
    }),
  ];
  expect(shown(points, { due: "check_overdue" })).toEqual(["a"]);
  expect(shown(points, { due: "check_30" })).toEqual(["b"]);
  expect(shown(points, { due: "check_none" })).toEqual(["c"]);
  expect(shown(points, { due: "expired" })).toEqual(["c"]);
  expect(shown(points, { due: "expires_30" })).toEqual(["b"]);
});

test("an area holds what lies inside its outline and not in its holes; the view is a box", () => {
  const list = listOf([point("a", {}, [7.5, 43.5]), point("b", {}, [7.95, 43.5]), point("c", {}, [9, 43.5])]);
  const ring = (from: number, to: number) => [
    [from, 43.5 - (to - from) / 2],
    [to, 43.5 - (to - from) / 2],
    [to, 43.5 + (to - from) / 2],
    [from, 43.5 + (to - from) / 2],
    [from, 43.5 - (to - from) / 2],
  ];
  list.setAreas([
    {
      id: "town.x",
      geometry: { type: "MultiPolygon", coordinates: [[ring(7, 8), ring(7.4, 7.6)]] },
      properties: { layer: "drawn", name: "X" },
    },
  ]);
  const ids = (part: object) => list.show({ ...filters.NO_FILTER, ...part }).map((row) => row.id);
  expect(ids({ area: "town.x" })).toEqual(["b"]);
  expect(ids({ problem: "outside" })).toEqual(["a", "c"]);
  expect(ids({ view: [7.4, 43, 8, 44] })).toEqual(["a", "b"]);
});
